import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { openCatalogue, put, type Script } from './testing.js'

const twoPages = (): Script => ({
  pages: [[put({ id: '1', title: 'One' })], [put({ id: '2', title: 'Two' })]],
  asked: [],
})

const folder = (t: { teardown(end: () => void): void }): string => {
  const path = mkdtempSync(join(tmpdir(), 'shulian-claims-'))
  t.teardown(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** A run that stays in its second page until it is let go. */
const held = () => {
  let letGo = () => {}
  let arrived = () => {}
  const gate = new Promise<void>((resolve) => (letGo = resolve))
  const there = new Promise<void>((resolve) => (arrived = resolve))
  const script: Script = {
    ...twoPages(),
    before: (page) => {
      if (page < 1) return undefined
      arrived()
      return gate
    },
  }
  return { script, letGo, there }
}

/** A process id that was somebody's and is nobody's. */
const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid

t.test('of two processes that harvest one source at once the second is told to wait', async (t) => {
  const dataDir = folder(t)
  const { script, letGo, there } = held()
  const first = await openCatalogue(t, { dataDir, script })
  const second = await openCatalogue(t, { dataDir, script: twoPages() })
  const running = first.harvest()
  await there
  await t.rejects(second.harvest(), { code: 'RUN_IN_PROGRESS', status: 409 })
  await t.rejects(second.harvest({ full: true }), { code: 'RUN_IN_PROGRESS' }, 'a full one too')
  await t.rejects(first.harvest(), { code: 'RUN_IN_PROGRESS' }, 'and the same process')
  t.match(
    await second.push('one/main', [put({ id: '9', title: 'Nine' })]),
    { state: 'finished' },
    'another way in is open',
  )
  letGo()
  t.match(await running, { state: 'finished', accepted: 2 })
  t.match(await second.harvest(), { state: 'finished' })
})

t.test('of many that begin at one moment one gets the run', async (t) => {
  const { script, letGo, there } = held()
  const { harvest } = await openCatalogue(t, { script })
  const all = Promise.allSettled([harvest(), harvest(), harvest()])
  await there
  letGo()
  const outcomes = (await all).map((one) => (one.status === 'fulfilled' ? one.value.state : one.reason.code))
  t.same(outcomes.sort(), ['RUN_IN_PROGRESS', 'RUN_IN_PROGRESS', 'finished'])
})

t.test('a run whose process is gone is gone on with, whoever has its process id now', async (t) => {
  const cases: [string, object][] = [
    ['the process is no more', { owner: `${hostname()} 1 x`, pid: deadPid() }],
    [
      'this process has the id of the one before, as in a container',
      { owner: `${hostname()} 1 x`, pid: process.pid },
    ],
    [
      'another process has it, and the claim has lapsed',
      { owner: `${hostname()} 1 x`, pid: process.ppid, claimedUntil: Date.now() - 1 },
    ],
    [
      'it was on another machine, and the claim has lapsed',
      { owner: 'elsewhere 1 x', pid: process.ppid, claimedUntil: Date.now() - 1 },
    ],
  ]
  for (const [name, left] of cases) {
    const controller = new AbortController()
    const open = await openCatalogue(t, { script: twoPages() })
    const { run } = await open.catalogue.harvest('one', {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    })
    const lapses = Date.now() + 30_000
    await open.database
      .updateTable('catalogueRun')
      .set({ state: 'running', claimedUntil: lapses, ...left })
      .execute()
    const [listed] = await open.catalogue.runs({ limit: 1 })
    t.match(listed, { state: 'cancelled', error: { code: 'RUN_CUT' } }, `${name}: not shown as running`)
    t.match(await open.harvest(), { run, state: 'finished', read: 2 }, name)
  }
})

t.test('a run on another machine, or of a living process, is let be while its claim holds', async (t) => {
  for (const owner of ['elsewhere 1 x', `${hostname()} 1 x`]) {
    const controller = new AbortController()
    const open = await openCatalogue(t, { script: twoPages() })
    await open.catalogue.harvest('one', { signal: controller.signal, onProgress: () => controller.abort() })
    const claim = { owner, pid: process.ppid, claimedUntil: Date.now() + 30_000 }
    await open.database
      .updateTable('catalogueRun')
      .set({ state: 'running', ...claim })
      .execute()
    await t.rejects(open.harvest(), { code: 'RUN_IN_PROGRESS' })
  }
})

t.test('a process that froze until another took its run writes nothing more', async (t) => {
  const dataDir = folder(t)
  const { script, letGo, there } = held()
  const frozen = await openCatalogue(t, { dataDir, script })
  const other = await openCatalogue(t, { dataDir, script: twoPages() })
  const running = frozen.harvest()
  await there
  await other.database.updateTable('catalogueRun').set({ claimedUntil: 0 }).execute()
  t.match(await other.harvest(), { state: 'finished', read: 2, accepted: 2 })
  letGo()
  t.match(await running, { state: 'failed', error: { code: 'RUN_TAKEN' } })
  const [kept] = await other.catalogue.runs({ limit: 1 })
  t.match(kept, { state: 'finished', read: 2, accepted: 2 }, 'the report of the one that went on stands')
})

t.test(
  'a cut harvest of other settings is not gone on with, nor one that a finished one overtook',
  async (t) => {
    const script = twoPages()
    const { catalogue, harvest, database } = await openCatalogue(t, { script })
    const cut = async () => {
      const controller = new AbortController()
      return catalogue.harvest('one', { signal: controller.signal, onProgress: () => controller.abort() })
    }
    const first = await cut()
    await database
      .updateTable('source')
      .set({ options: '{"url":"elsewhere"}' })
      .where('member', '=', 'one')
      .execute()
    const second = await harvest()
    t.not(second.run, first.run)
    await cut()
    t.match(await harvest({ full: true }), { state: 'finished' })
    t.notMatch((await harvest()).notes?.join() ?? '', /earlier attempt/)
  },
)
