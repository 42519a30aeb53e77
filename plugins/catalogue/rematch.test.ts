import { sql } from 'kysely'
import t from 'tap'
import { forgetKeys, keyTables } from './key-store.js'
import { rematchTopic } from './rematch.js'
import { openCatalogue, put, standing } from './testing.js'

const records = (rest: string) =>
  ['1', '2', '3'].map((id) =>
    put({ id, title: `Walden, or Life in the woods${rest}`, author: 'Thoreau, H.', isbn: '9780691096124' }),
  )

t.test('what was matched by other rules is matched anew, to the same works', async (t) => {
  const open = await openCatalogue(t)
  await open.push('one/main', records(''))
  await open.push('two/main', records(' : a novel'))
  const wanted = await standing(open)
  t.ok(wanted.edges.length > 0)
  const { database } = open
  const stored = () =>
    database.selectFrom('catalogueContent').select(['recordId', 'clues']).orderBy('recordId').execute()
  const clues = await stored()
  // As older rules would have left it: other keys and edges.
  await database.transaction().execute(forgetKeys)
  await database.deleteFrom('catalogueEdge').execute()
  for (const [at, table] of keyTables.entries())
    await database
      .insertInto(table)
      .values({ block: 4 + at, copy: 0, recordId: 'r_old' })
      .execute()
  await database.updateTable('catalogueContent').set({ clues: 'older {"titles":[]}' }).execute()
  await database.updateTable('catalogueMatching').set({ rules: 'older' }).execute()
  await open.gateway.start()
  await open.gateway.jobs.caughtUp(rematchTopic)
  t.same(await database.selectFrom('catalogueMatching').select('phase').execute(), [{ phase: 'done' }])
  const found = await standing(open)
  t.same(found.keys, wanted.keys)
  t.same(found.edges, wanted.edges)
  t.same(found.works, wanted.works)
  t.same(await stored(), clues, 'what records are compared by is stored anew')
})

t.test('what was matched by the rules of today is left as it is', async (t) => {
  const open = await openCatalogue(t)
  await open.push('one/main', records(''))
  await open.gateway.start()
  const { rows } = await sql`select topic from outbox where topic = ${rematchTopic}`.execute(open.database)
  t.same(rows, [])
})
