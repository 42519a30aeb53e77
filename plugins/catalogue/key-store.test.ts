import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import t from 'tap'
import { writeKeys } from './key-store.js'
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
  const count = async (table: 'catalogueKey' | 'catalogueRecentKey' | 'catalogueSettledKey') => {
    const { rows } = await sql<{ rows: number }>`select count(*) as rows from ${sql.table(table)}`.execute(
      database,
    )
    return Number(rows[0]?.rows)
  }

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
  t.equal(await count('catalogueKey'), all)
  const [recent, settled] = [await count('catalogueRecentKey'), await count('catalogueSettledKey')]
  t.equal(recent + settled, all, 'each in one of the two')
  t.ok(settled > all / 4, `settled: ${settled}`)
  t.ok(recent < 2 ** 19, `gathered: ${recent}`)

  t.test('and are found by their block', async (t) => {
    const found = []
    for (const [id, blocks] of [...given].filter((_, at) => at % 5_000 === 0)) {
      const rows = await database
        .selectFrom('catalogueKey')
        .selectAll()
        .where('block', 'in', blocks)
        .execute()
      found.push(rows.filter(({ recordId }) => recordId === id).length)
    }
    t.same(found, Array(given.size / 5_000).fill(keysOfOne))
  })

  t.test('and go wherever they lie', async (t) => {
    const gone = [...given].filter((_, at) => at % 20 === 0)
    await write(gone.map(([id, blocks]) => change(id, { lost: blocks })))
    t.equal(await count('catalogueKey'), all - gone.length * keysOfOne)
    t.ok((await count('catalogueRecentKey')) < recent && (await count('catalogueSettledKey')) < settled)
  })

  t.test('what is told again stands once', async (t) => {
    const before = await count('catalogueKey')
    const again = [...given].slice(-1_000).filter((_, at) => at % 20 !== 0)
    for (let time = 0; time < 3; time++)
      await write(again.map(([id, blocks]) => change(id, { gained: blocks })))
    t.equal(await count('catalogueKey'), before)
  })
})
