import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { projectRoot } from '../../gateway/root.js'
import { marc, openCatalogue, put } from './testing.js'

t.setTimeout(120_000)

const titles = (count: number, size: number) =>
  Array.from({ length: count }, (_, number) =>
    put({ id: String(number), title: `Title ${number}`, subject: 'x'.repeat(size) }),
  )

/** A small disk of its own, where this user may make one. */
const smallDisk = (t: { teardown(end: () => void): void }, size: string): string | null => {
  const path = mkdtempSync(join(tmpdir(), 'shulian-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'shulian-test', path], { stdio: 'ignore' })
  } catch {
    rmSync(path, { recursive: true })
    return null
  }
  t.teardown(() => {
    execFileSync('umount', ['-l', path])
    rmSync(path, { recursive: true })
  })
  return path
}

const disk = smallDisk(t, '64m')

t.test(
  'a full disk ends a run with STORAGE_FULL, loses nothing, and the run goes on once there is room',
  { skip: disk === null && 'this user may not mount a disk' },
  async (t) => {
    if (disk === null) return
    const ballast = join(disk, 'ballast')
    const open = await openCatalogue(t, { dataDir: join(disk, 'data') })
    const { catalogue, push, app, operator } = open
    const { bavail, bsize } = statfsSync(disk)
    writeFileSync(ballast, Buffer.alloc(bavail * bsize - 12 * 1024 * 1024))
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
    rmSync(ballast)
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

/** Another process that holds the write lock until it is told to end. */
const lockedBy = (path: string): Promise<{ end(): Promise<void> }> => {
  const script = `const Libsql = require('libsql'); const db = new Libsql(process.argv[1]); db.exec('begin immediate'); console.log('locked'); process.stdin.resume(); process.stdin.on('end', () => { db.exec('rollback'); db.close() })`
  const child = spawn(process.execPath, ['-e', script, path], {
    cwd: projectRoot(),
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'] },
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.stdout.once('data', () =>
      resolve({
        end: () => {
          child.stdin.end()
          return ended
        },
      }),
    )
  })
}

t.test(
  'a database that another process holds for too long fails the call with STORAGE_BUSY, and nothing else',
  async (t) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'shulian-locked-'))
    mkdirSync(dataDir, { recursive: true })
    t.teardown(() => rmSync(dataDir, { recursive: true, force: true }))
    const { gateway, push, catalogue, app, operator } = await openCatalogue(t, { dataDir })
    gateway.database.raw.exec('pragma busy_timeout = 100')
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
  gateway.database.raw.exec('pragma busy_timeout = 100')
  const cut = await harvest()
  t.match(cut, { state: 'failed', read: 5, error: { code: 'STORAGE_BUSY' } })
  await lock?.end()
  t.match(await harvest(), { run: cut.run, state: 'finished', read: 7, accepted: 7 })
  t.same(script.asked, [null, { page: 1 }])
  t.equal((await catalogue.counts()).records, 7)
})
