import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { type Database, openDatabase } from '../../database/open.js'
import { createEmbeddedIndex } from '../embedded.js'
import { idsOf, titled, words } from '../suite/documents.js'
import { createMerging, mergeSegments } from './merging.js'
import { segmentsOf } from './segments.js'
import { createSqlite } from './sqlite.js'
import { upsert } from './write.js'

const folder = mkdtempSync(join(tmpdir(), 'shulian-merging-'))
t.teardown(() => rmSync(folder, { recursive: true, force: true }))
const { signal } = new AbortController()

let files = 0
const opened = (t: Test, path = join(folder, `${++files}.db`)) => {
  const database = openDatabase({ path })
  const index = createEmbeddedIndex(database)
  const close = async () => {
    await index.close()
    await database.close()
  }
  t.teardown(close)
  return { index, database, path, close, segments: () => segmentsOf(createSqlite(database.raw)).pages }
}

const works = (from: number, count: number, version = 1) =>
  Array.from({ length: count }, (_, at) => {
    const number = from + at
    const title = Array.from({ length: 12 }, (_, word) => `w${(number * 31 + word * 977) % 7919}`)
    return titled(`d${number}`, `common t${number % 9} ${title.join(' ')}`, { version })
  })

const fill = async (index: { upsert(documents: ReturnType<typeof works>): Promise<unknown> }) => {
  for (let from = 0; from < 3_000; from += 500) await index.upsert(works(from, 500))
  await index.upsert(works(700, 500, 2))
}

/** As a process left it, with nobody who merges. */
const filled = async (t: Test) => {
  const { index, close, path } = opened(t)
  await fill(index)
  await close()
  const database = openDatabase({ path })
  t.teardown(() => database.close())
  const sqlite = createSqlite(database.raw)
  const write = async (steps: () => Iterable<void>) => sqlite.inTransaction(() => void [...steps()])
  return { database, sqlite, path, write }
}

const check = (database: Database) =>
  database.raw.exec("insert into search_text(search_text) values ('integrity-check')")

const until = async (isSo: () => boolean) => {
  for (let tries = 0; !isSo() && tries < 500; tries++) await sleep(20)
  return isSo()
}

t.test('after many writes and a pause the index is one segment, and answers as before', async (t) => {
  const { index, database, segments } = opened(t)
  await fill(index)
  const answers = async () => ({
    some: await idsOf(index, { all: words('common', 't4'), limit: 400 }),
    begun: await idsOf(index, { all: [{ tokens: ['w12'], prefix: true }], limit: 400 }),
    count: await index.count(),
  })
  const before = await answers()
  t.ok(segments().length > 2, `${segments()} pages`)
  t.ok(await until(() => segments().length === 1), `${segments()} pages`)
  t.same(await answers(), before)
  check(database)
  const whole = segments()[0]!
  await index.upsert([titled('d5', 'entirely new', { version: 3 })])
  await sleep(1_500)
  t.same(segments(), [1, whole], 'a changed record is no reason to begin again')
  t.same(await idsOf(index, { all: words('entirely') }), ['d5'])
})

t.test('writes in the midst come through, and the merge goes on behind them', async (t) => {
  const { sqlite, write, path, database } = await filled(t)
  await mergeSegments(sqlite, write)
  for (const from of [3_000, 6_000]) await write(() => upsert(sqlite, works(from, 3_000)))
  let steps = 0
  const stepAndWrite = async (step: () => Iterable<void>) => {
    await write(step)
    await write(() => upsert(sqlite, [titled(`late${++steps}`, 'in the midst')]))
    check(database)
  }
  await mergeSegments(sqlite, stepAndWrite, () => steps < 30)
  t.ok(steps > 3 && steps < 30, `${steps} steps: it did not begin anew at each`)
  const { pages } = segmentsOf(sqlite)
  t.ok(Math.max(...pages) > 300, `${pages} pages`)
  const { index } = opened(t, path)
  t.equal((await idsOf(index, { all: words('midst'), limit: 50 })).length, steps)
  t.equal(await index.count(), 9_000 + steps)
})

t.test('after ten milliseconds of merging other processes have the file', async (t) => {
  const { sqlite, write } = await filled(t)
  let [now, steps] = [0, 0]
  const rests: number[] = []
  const clock = { now: () => now, rest: async () => rests.push(steps) }
  const slowly = async (step: () => Iterable<void>) => {
    await write(step)
    steps++
    now += 5
  }
  await mergeSegments(sqlite, slowly, () => steps < 4, clock)
  t.same(rests, [2, 4])
})

t.test('a process that is killed in the midst of a merge leaves an index that is whole', async (t) => {
  const { database, sqlite, path } = await filled(t)
  for (const step of [1, 2, 3]) {
    const script = fileURLToPath(new URL('fixtures/merge-and-hang.ts', import.meta.url))
    const child = fork(script, [path, String(step)], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
    t.teardown(() => child.kill('SIGKILL'))
    const [said] = await once(child.stdout!, 'data')
    t.equal(String(said), 'there')
    child.kill('SIGKILL')
    await once(child, 'exit')
    t.equal(segmentsOf(sqlite).isMerging, step > 1, 'of a step nothing or all')
    check(database)
  }
  const { index, segments } = opened(t, path)
  t.equal((await idsOf(index, { all: words('common'), limit: 4_000 })).length, 3_000)
  t.ok(await until(() => segments().length === 1), `${segments()} pages`)
  check(database)
})

t.test('two segments are put together as many are', async (t) => {
  const { sqlite, write } = await filled(t)
  await mergeSegments(sqlite, write)
  await write(() => upsert(sqlite, works(3_000, 1_500)))
  t.equal(segmentsOf(sqlite).pages.length, 2)
  await mergeSegments(sqlite, write)
  t.equal(segmentsOf(sqlite).pages.length, 1)
})

t.test('a write that begins ends a merge until the next pause, and closing ends it for good', async (t) => {
  const { sqlite, write } = await filled(t)
  let [steps, ended] = [0, () => {}]
  let [writing, closing]: Promise<void>[] = []
  const merging = createMerging(sqlite, async (step) => {
    await write(step)
    steps++
    if (steps === 2) writing = merging.whileWriting(() => new Promise((resolve) => (ended = resolve)))
    if (steps === 3) closing = merging.close()
  })
  await until(() => steps > 0)
  await sleep(1_300)
  t.equal(steps, 2, 'nothing while it is written')
  ended()
  await writing
  await sleep(1_300)
  t.equal(steps, 3)
  await closing
  t.ok(segmentsOf(sqlite).isMerging)
})

t.test('a write that comes and goes within one step begins no second merge beside the first', async (t) => {
  const { sqlite, write } = await filled(t)
  let [steps, now, most] = [0, 0, 0]
  const merging = createMerging(sqlite, async (step) => {
    most = Math.max(most, ++now)
    await write(step)
    if (++steps === 1) await merging.whileWriting(async () => undefined)
    if (steps === 1) await sleep(1_300)
    now--
  })
  t.ok(await until(() => steps > 0))
  await sleep(1_500)
  await merging.close()
  t.equal(now, 0, 'closing waits for it')
  t.equal(most, 1)
})

t.test('closed in the midst the index is whole, and the merge goes on when it is opened again', async (t) => {
  const { database, sqlite, path, write } = await filled(t)
  let steps = 0
  await mergeSegments(sqlite, write, () => ++steps < 3)
  t.ok(segmentsOf(sqlite).isMerging)
  await database.close()
  const again = opened(t, path)
  check(again.database)
  t.ok(again.segments().length > 2, `${again.segments()} pages`)
  t.equal((await idsOf(again.index, { all: words('common'), limit: 4_000 })).length, 3_000)
  t.ok(await until(() => again.segments().length === 1), `${again.segments()} pages`)
  check(again.database)
})

t.test('a database that was closed meanwhile is left alone', async (t) => {
  const { index, database } = opened(t)
  await fill(index)
  await database.close()
  await sleep(1_200)
})

t.test('an index built beside is one segment when it is put in place', async (t) => {
  const { index, segments, database } = opened(t)
  await index.upsert(works(0, 10))
  const building = await index.beside({ signal })
  await fill(building)
  await building.finish()
  await building.swap()
  await building.close()
  t.equal(segments().length, 1)
  t.equal(await index.count(), 3_000)
  check(database)
})

t.test('a gateway that ends does not wait until an index that was built is one segment', async (t) => {
  const { index, database } = opened(t)
  await index.upsert(works(0, 10))
  const ending = new AbortController()
  const building = await index.beside({ signal: ending.signal })
  await fill(building)
  ending.abort()
  await t.rejects(building.finish(), { name: 'AbortError' })
  await building.close()
  t.equal(await index.count(), 10, 'what is searched is searched still')
  const again = await index.beside({ signal })
  t.equal(await again.count(), 3_000, 'and the build is gone on with')
  await again.swap()
  t.equal(await index.count(), 3_000)
  check(database)
})
