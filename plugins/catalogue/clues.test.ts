import t from 'tap'
import { packDescription, readDescription } from '../../standards/record/packed.js'
import { readClues } from './clues.js'
import { openCatalogue, put } from './testing.js'

t.test(
  'what records are compared by is read as it was stored, and derived anew where other rules stored it',
  async (t) => {
    const { database, push } = await openCatalogue(t)
    await push('one/main', [put({ id: 'r1', title: 'Walden', author: 'Thoreau, H.' })])
    const { recordId, description } = await database
      .selectFrom('catalogueContent')
      .select(['recordId', 'description'])
      .executeTakeFirstOrThrow()
    const read = () =>
      database.transaction().execute(async (transaction) => {
        const clues = readClues(transaction)
        await clues.load([recordId])
        return clues.of(recordId)
      })
    const first = await read()
    t.match(first.titles, [{ main: 'walden' }])

    // A description that was changed behind the catalogue's back shows which of the two is read.
    const other = { ...readDescription(description), titles: [{ value: 'Civil disobedience' }] }
    await database
      .updateTable('catalogueContent')
      .set({ description: packDescription(other as ReturnType<typeof readDescription>) })
      .execute()
    t.same(await read(), first, 'stored clues are believed')
    for (const clues of [null, 'older {"titles":[]}']) {
      await database.updateTable('catalogueContent').set({ clues }).execute()
      t.match((await read()).titles, [{ main: 'civil disobedience' }], `derived in place of ${clues}`)
    }
  },
)

t.test('clues that nobody loaded are asked for by mistake', async (t) => {
  const { database } = await openCatalogue(t)
  await database.transaction().execute(async (transaction) => {
    t.throws(() => readClues(transaction).of('r_1'), /before they were read/)
  })
})
