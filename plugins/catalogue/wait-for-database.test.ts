import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { type Progress, ShulianError } from '../../gateway/contracts/index.js'
import { noCounts, type Run } from './run-store.js'
import { openCatalogue, put, type Script } from './testing.js'
import { waitForDatabase } from './wait-for-database.js'

const pause = 10

const runAt = (read: number) => ({ id: 'run_1', counts: { ...noCounts, read } }) as Run
const away = () => new ShulianError('DATABASE_UNAVAILABLE', 'away', { status: 503 })
const { signal } = new AbortController()

/** Two pages, before the second of which the database goes. */
const script = (before: Script['before']): Script => ({
  pages: [[put({ id: '1', title: 'One' })], [put({ id: '2', title: 'Two' })]],
  asked: [],
  before: (page) => before?.(page),
})

/** The database goes so many times before this page. */
const goesBefore =
  (page: number, times = 1): Script['before'] =>
  (now) => {
    if (now === page && times-- > 0) throw away()
  }

/** Until the run waits. */
const waiting = async (harvest: (onProgress: (progress: Progress) => void) => Promise<unknown>) => {
  let ended: Promise<unknown> | undefined
  const progress = await new Promise<Progress>((resolve, reject) => {
    ended = harvest((told) => {
      if (told.waiting) resolve(told)
    })
    ended.then(() => reject(new Error('it did not wait')), reject)
  })
  return { ended: ended!, progress }
}

t.test('each outage is told once, and a database that is busy as it comes back is waited for', async (t) => {
  const told: Progress[] = []
  const run = runAt(1)
  const works = [away(), away(), 'done']
  const looks = [away(), new ShulianError('STORAGE_BUSY', 'busy', { status: 503 }), undefined, undefined]
  const next = async (from: unknown[]) => {
    const one = from.shift()
    if (one instanceof Error) throw one
    return one
  }
  const ended = await waitForDatabase(
    () => next(works),
    {
      run,
      signal,
      onProgress: (progress) => told.push(progress),
      readAgain: async () => void (await next(looks)),
    },
    pause,
  )
  t.equal(ended, 'done')
  t.match(told, [{ run: 'run_1', read: 1, waiting: {} }, { waiting: {} }])
  t.equal(told.length, 2)
})

t.test('a run that ends its database again and again at one place is not tried for ever', async (t) => {
  const reads = [1, 1, 1, 1, 2, 2, 2, 2, 2, 2]
  const run = runAt(0)
  let tries = 0
  const ended = waitForDatabase(
    async () => {
      run.counts.read = reads[tries++]!
      throw away()
    },
    { run, signal, readAgain: async () => undefined },
    pause,
  )
  await t.rejects(ended, { code: 'DATABASE_UNAVAILABLE' })
  t.equal(tries, 9, 'what got further is tried on')
})

t.test('a run whose database goes before its first page says that it waits', async (t) => {
  const { catalogue } = await openCatalogue(t, { script: script(goesBefore(0)) })
  const { ended, progress } = await waiting((onProgress) => catalogue.harvest('one', { signal, onProgress }))
  t.match(progress, { read: 0, waiting: { why: /^for the database/ } })
  t.match(await ended, { state: 'finished', read: 2, run: progress.run })
})

t.test('a run that waits for its database can be stopped, by whomever', async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'shulian-waits-'))
  t.teardown(() => rmSync(dataDir, { recursive: true, force: true }))
  for (const who of ['its own process', 'another process']) {
    const { catalogue } = await openCatalogue(t, { dataDir, script: script(goesBefore(1)) })
    const operator = who === 'its own process' ? catalogue : (await openCatalogue(t, { dataDir })).catalogue
    const { ended, progress } = await waiting((onProgress) =>
      catalogue.harvest('one', { full: true, signal, onProgress }),
    )
    t.match(await operator.run(progress.run), { state: 'running' }, who)
    await operator.cancel(progress.run)
    t.match(await ended, { state: 'cancelled', error: { code: 'RUN_STOPPED' } }, who)
    t.match(await operator.run(progress.run), { state: 'cancelled', error: { code: 'RUN_STOPPED' } }, who)
  }
})

t.test('a stop that was asked for just before the database went is heard when it is back', async (t) => {
  const open = await openCatalogue(t, {
    script: script(async (page) => {
      if (page === 0) return
      await open.database.updateTable('catalogueRun').set({ isStopAsked: 1 }).execute()
      throw away()
    }),
  })
  t.match(await open.harvest(), { state: 'cancelled', error: { code: 'RUN_STOPPED' } })
})

t.test('a run that another process ended meanwhile is not begun anew', async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'shulian-waits-'))
  t.teardown(() => rmSync(dataDir, { recursive: true, force: true }))
  const list = (before?: Script['before']): Script => ({
    ...script(before),
    pages: ['1', '2', '3', '4'].map((id) => [put({ id, title: `Title ${id}` })]),
  })
  const whole = list()
  const other = await openCatalogue(t, { dataDir, script: whole })
  await other.harvest({ full: true })
  whole.pages.pop()
  const cut = { ...list(goesBefore(1)), pages: whole.pages }
  const { catalogue, database } = await openCatalogue(t, { dataDir, script: cut })
  const { ended, progress } = await waiting((onProgress) =>
    catalogue.harvest('one', { full: true, signal, onProgress }),
  )
  // As after half a minute without a word.
  await database.updateTable('catalogueRun').set({ claimedUntil: 0 }).where('id', '=', progress.run).execute()
  t.match(await other.harvest({ full: true }), { state: 'finished', run: progress.run, missing: 1 })
  t.match(await ended, { state: 'failed', error: { code: 'RUN_TAKEN' } })
  t.match(await other.catalogue.counts(), { records: 4 }, 'absent once, not twice')
  t.equal((await other.catalogue.runs({ limit: 9 })).length, 2)
})
