import { randomInt } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import t from 'tap'
import { readBlocks } from './block-store.js'
import { keyTables, writeKeys } from './key-store.js'
import { openCatalogue } from './testing.js'

const keysOfOne = 10
const recordsOfPage = 2_000
const pages = 40

t.test('keys settle as others come, and are found wherever they lie', async (t) => {
  const { database } = await openCatalogue(t)
  const write = (changes: Parameters<typeof writeKeys>[1]) =>
    database.transaction().execute((transaction) => writeKeys(transaction, changes))
  const change = (id: string, part: { lost?: number[]; gained?: number[] }) => ({
    id,
    lost: part.lost ?? [],
    gained: part.gained ?? [],
    copyBefore: 0,
    copy: 0,
    clues: '',
  })
  const rowsOf = async (query: RawBuilder<{ rows: number }>) =>
    Number((await query.execute(database)).rows[0]?.rows)
  const counts = () =>
    Promise.all(keyTables.map((table) => rowsOf(sql`select count(*) as rows from ${sql.table(table)}`)))

  const given = new Map<string, number[]>()
  for (let page = 0; page < pages; page++) {
    const changes = Array.from({ length: recordsOfPage }, (_, at) =>
      change(`r_${page}_${at}`, {
        gained: Array.from({ length: keysOfOne }, () => randomInt(2 ** 40) * 2 ** 13 + randomInt(2 ** 13)),
      }),
    )
    for (const { id, gained } of changes) given.set(id, gained)
    await write(changes)
  }
  const all = pages * recordsOfPage * keysOfOne
  const [settled = 0, recent = 0] = await counts()
  t.equal(settled + recent, all, 'each in one of the two')
  t.ok(settled > all / 4, `settled: ${settled}`)
  t.ok(recent < 2 ** 19, `gathered: ${recent}`)

  t.test('and are found by their block', async (t) => {
    const some = [...given].filter((_, at) => at % 5_000 === 0)
    const blocks = await database.transaction().execute((transaction) =>
      readBlocks(
        transaction,
        some.flatMap(([, blocks]) => blocks),
      ),
    )
    const found = some.map(
      ([id, own]) => own.filter((block) => blocks.get(block)?.firsts.some((one) => one.id === id)).length,
    )
    t.same(
      found,
      some.map(() => keysOfOne),
    )
  })

  t.test('what is told again is met once', async (t) => {
    const again = [...given].slice(0, 10)
    await write(again.map(([id, blocks]) => change(id, { gained: blocks })))
    t.ok((await counts()).reduce((sum, rows) => sum + rows) > all, 'some of it stands in both')
    const blocks = await database.transaction().execute((transaction) =>
      readBlocks(
        transaction,
        again.flatMap(([, blocks]) => blocks),
      ),
    )
    t.same(
      [...blocks.values()].map(({ firsts }) => firsts.length),
      again.flatMap(([, blocks]) => blocks.map(() => 1)),
    )
  })

  t.test('and go wherever they lie', async (t) => {
    await write([...given].slice(0, 10).map(([id, blocks]) => change(id, { lost: blocks })))
    const gone = [...given].filter((_, at) => at >= 10 && at % 20 === 0)
    await write(gone.map(([id, blocks]) => change(id, { lost: blocks })))
    const [nowSettled = 0, nowRecent = 0] = await counts()
    t.equal(nowSettled + nowRecent, all - (gone.length + 10) * keysOfOne)
    t.ok(nowRecent < recent && nowSettled < settled)
  })
})
