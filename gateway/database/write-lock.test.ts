import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { type Database, openDatabase } from './open.js'

const twoProcesses = async (t: Test): Promise<[Database, Database]> => {
  const folder = mkdtempSync(join(tmpdir(), 'shulian-'))
  const path = join(folder, 'shulian.db')
  const both: [Database, Database] = [openDatabase({ path }), openDatabase({ path })]
  t.teardown(async () => {
    for (const one of both) await one.close()
    rmSync(folder, { recursive: true, force: true })
  })
  await both[0].kysely.schema.createTable('note').addColumn('id', 'integer').execute()
  return both
}

const insert = ({ kysely }: Pick<Database, 'kysely'>, id: number) =>
  kysely.insertInto('note').values({ id }).execute()

const idsOf = async ({ kysely }: Database) =>
  (await kysely.selectFrom('note').select('id').orderBy('id').execute()).map(({ id }) => id)

/** A transaction that stays open until it is let go. */
const held = async ({ kysely }: Database, id: number) => {
  let letGo!: () => void
  const end = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let isDone!: Promise<void>
  await new Promise<void>((begun) => {
    isDone = kysely.transaction().execute(async (transaction) => {
      await insert({ kysely: transaction }, id)
      begun()
      await end
    })
  })
  return async () => {
    letGo()
    await isDone
  }
}

t.test('whoever waits for the lock of another process keeps nobody else waiting', async (t) => {
  const [one, other] = await twoProcesses(t)
  const letGo = await held(other, 1)
  const written = insert(one, 2)
  const inTransaction = one.kysely.transaction().execute((transaction) => insert({ kysely: transaction }, 3))
  await new Promise(setImmediate)
  t.same(await idsOf(one), [], 'questions are answered meanwhile')
  await letGo()
  await Promise.all([written, inTransaction])
  t.same(await idsOf(one), [1, 2, 3])
})

for (const [what, statement] of [
  ['the file is rewritten', sql`vacuum`],
  ['the log is emptied', sql`pragma wal_checkpoint(truncate)`],
] as const)
  t.test(`${what} when no other process writes, and who waits for that keeps nobody else`, async (t) => {
    const [one, other] = await twoProcesses(t)
    const letGo = await held(other, 1)
    one.raw.exec('pragma busy_timeout = 300')
    let turns = 0
    const waiting = setInterval(() => turns++, 1)
    await t.rejects(
      statement.execute(one.kysely),
      { code: 'STORAGE_BUSY' },
      'it is not waited for without end',
    )
    clearInterval(waiting)
    t.ok(turns > 10, `${turns} turns of others meanwhile`)
    one.raw.exec('pragma busy_timeout = 30000')
    const done = statement.execute(one.kysely)
    await letGo()
    await done
    await insert(one, 2)
    t.same(await idsOf(other), [1, 2])
  })

t.test(
  'a question outside a transaction sees what is committed, and waits for none that is open',
  async (t) => {
    const [one] = await twoProcesses(t)
    const letGo = await held(one, 1)
    t.same(await idsOf(one), [])
    const written = insert(one, 2)
    t.same(await idsOf(one), [], 'writers come one after the other')
    await letGo()
    t.same((await idsOf(one))[0], 1)
    await written
    t.same(await idsOf(one), [1, 2], 'what was written is read at once')
  },
)

t.test('whoever kept the lock for long lets others have it before it begins again', async (t) => {
  const [one, other] = await twoProcesses(t)
  const rows: number[] = []
  const pages = (async () => {
    for (let id = 1; id <= 5; id++) {
      await one.kysely.transaction().execute(async (transaction) => {
        await insert({ kysely: transaction }, id)
        await sleep(150)
      })
      rows.push(id)
    }
  })()
  await sleep(20)
  await insert(other, 6)
  rows.push(6)
  await pages
  t.ok(rows.indexOf(6) < 4, `written in this order: ${rows}`)
})

t.test('what is a single statement does not wait behind who writes at length next', async (t) => {
  const [one] = await twoProcesses(t)
  const order: string[] = []
  const page = async (name: string) => {
    await one.kysely.transaction().execute(async (transaction) => {
      await insert({ kysely: transaction }, 1)
      await sleep(150)
    })
    order.push(name)
  }
  const first = page('a page')
  const second = page('another page')
  await first
  await insert(one, 2)
  order.push('what came of it')
  await insert(one, 3)
  order.push('the next work')
  await second
  t.same(order, ['a page', 'what came of it', 'the next work', 'another page'])
})

t.test('a transaction that fails is undone, and the next one has its turn', async (t) => {
  const [one, other] = await twoProcesses(t)
  const cut = one.kysely.transaction().execute(async (transaction) => {
    await insert({ kysely: transaction }, 1)
    throw new Error('cut')
  })
  await t.rejects(cut, { message: 'cut' })
  await t.rejects(one.kysely.insertInto('nothing').values({ id: 1 }).execute(), { message: /nothing/ })
  await insert(one, 2)
  await insert(other, 3)
  t.same(await idsOf(one), [2, 3])
})

t.test('who waits for the lock when the database is closed is told so', async (t) => {
  const [one, other] = await twoProcesses(t)
  const letGo = await held(other, 1)
  const waiting = [
    insert(one, 2),
    one.kysely.transaction().execute((transaction) => insert({ kysely: transaction }, 3)),
    sql`vacuum`.execute(one.kysely),
  ].map((each) => t.rejects(each, { code: 'STORAGE_CLOSED', options: { status: 503 } }))
  await sleep(20)
  await one.close()
  await Promise.all(waiting)
  await t.rejects(insert(one, 4), { code: 'STORAGE_CLOSED' }, 'and who comes later')
  await t.rejects(idsOf(one), { code: 'STORAGE_CLOSED' })
  await letGo()
  t.same(await idsOf(other), [1])
})

t.test('a transaction that is open when the database is closed is undone and told so', async (t) => {
  const [one, other] = await twoProcesses(t)
  await insert(one, 1)
  let close!: () => Promise<void>
  const begun = new Promise<void>((resolve) => {
    close = async () => {
      resolve()
      await one.close()
    }
  })
  const written = one.kysely.transaction().execute(async (transaction) => {
    await insert({ kysely: transaction }, 2)
    await begun
    await sleep(20)
    await insert({ kysely: transaction }, 3)
  })
  const committed = one.kysely.transaction().execute(() => sleep(20))
  await close()
  await t.rejects(written, { code: 'STORAGE_CLOSED' })
  await t.rejects(committed, { code: 'STORAGE_CLOSED' })
  await insert(other, 4)
  t.same(await idsOf(other), [1, 4])
})
