import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { lockedBy } from '../../gateway/bench/faults/locked-by.js'
import { skipped, smallDisk } from '../../gateway/bench/faults/small-disk.js'
import { marc, openCatalogue, put } from './testing.js'

t.setTimeout(120_000)

const titles = (count: number, size: number) =>
  Array.from({ length: count }, (_, number) =>
    put({ id: String(number), title: `Title ${number}`, subject: 'x'.repeat(size) }),
  )

const disk = smallDisk(t, 64)

t.test(
  'a full disk ends a run with STORAGE_FULL, loses nothing, and the run goes on once there is room',
  { skip: skipped(disk) },
  async (t) => {
    if (disk === null) return
    const open = await openCatalogue(t, { dataDir: join(disk.path, 'data') })
    const { catalogue, push, app, operator } = open
    const makeRoom = disk.fill(12 * 1024 * 1024)
    const changes = titles(3_000, 3_000)
    const report = await push('one/main', changes)
    t.match(report, { state: 'failed', error: { code: 'STORAGE_FULL', detail: /Free some space/ } })
    t.ok(report.read > 0 && report.read < 3_000, `it came to ${report.read} records`)
    t.equal((await catalogue.counts()).records, report.read, 'what was counted is there')
    const bytes = Buffer.from(marc({ id: 'x', title: 'x', subject: 'x'.repeat(9_000) })).toString('base64')
    const payload = {
      changes: Array.from({ length: 2_000 }, (_, id) => ({
        op: 'put',
        format: 'marc21',
        sourceId: `x${id}`,
        bytes,
      })),
    }
    const answer = await app.inject({
      method: 'POST',
      url: '/v1/sources/two%2Fmain/changes',
      payload,
      headers: { authorization: `Bearer ${operator}` },
    })
    t.match(answer.json(), { status: 503, code: 'STORAGE_FULL' })
    t.ok(answer.headers['retry-after'])
    t.equal((await app.inject({ url: '/v1/runs' })).statusCode, 200, 'reading goes on')
    makeRoom()
    t.match(await push('one/main', changes), {
      run: report.run,
      state: 'finished',
      read: 3_000,
      accepted: 3_000,
      unchanged: 0,
    })
    t.equal((await catalogue.counts()).records, 3_000)
  },
)

t.test(
  'a database that another process holds for too long fails the call with STORAGE_BUSY, and nothing else',
  async (t) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'shulian-locked-'))
    mkdirSync(dataDir, { recursive: true })
    t.teardown(() => rmSync(dataDir, { recursive: true, force: true }))
    const { gateway, push, catalogue, app, operator } = await openCatalogue(t, { dataDir })
    gateway.database.file.raw.exec('pragma busy_timeout = 100')
    const changes = titles(10, 10)
    const lock = await lockedBy(join(dataDir, 'shulian.db'))
    await t.rejects(
      push('one/main', changes),
      { code: 'STORAGE_BUSY', status: 503 },
      'not even the run could be opened',
    )
    const payload = { changes: [{ op: 'delete', sourceId: 'x' }] }
    const answer = await app.inject({
      method: 'POST',
      url: '/v1/sources/one%2Fmain/changes',
      payload,
      headers: { authorization: `Bearer ${operator}` },
    })
    t.match(answer.json(), { status: 503, code: 'STORAGE_BUSY' })
    t.equal((await app.inject({ url: '/v1/runs' })).statusCode, 200, 'reading goes on')
    await lock.end()
    t.match(await push('one/main', changes), { state: 'finished', accepted: 10 })
    t.equal((await catalogue.counts()).records, 10)
  },
)

t.test('a run that meets the lock in its midst is reported, and goes on from there', async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'shulian-locked-'))
  t.teardown(() => rmSync(dataDir, { recursive: true, force: true }))
  let lock: Awaited<ReturnType<typeof lockedBy>> | undefined
  const [first, second, third] = [
    titles(5, 10),
    [put({ id: 'a', title: 'A' })],
    [put({ id: 'b', title: 'B' })],
  ]
  const script = {
    pages: [first, second, third],
    asked: [],
    before: async (page: number) => {
      if (page === 2 && !lock) lock = await lockedBy(join(dataDir, 'shulian.db'))
    },
  }
  const { gateway, harvest, catalogue } = await openCatalogue(t, { dataDir, script })
  gateway.database.file.raw.exec('pragma busy_timeout = 100')
  const cut = await harvest()
  t.match(cut, { state: 'failed', read: 5, error: { code: 'STORAGE_BUSY' } })
  await lock?.end()
  t.match(await harvest(), { run: cut.run, state: 'finished', read: 7, accepted: 7 })
  t.same(script.asked, [null, { page: 1 }])
  t.equal((await catalogue.counts()).records, 7)
})
