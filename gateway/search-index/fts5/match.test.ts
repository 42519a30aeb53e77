import { join } from 'node:path'
import t, { type Test } from 'tap'
import { openDatabase } from '../../database/open.js'
import { createEmbeddedIndex } from '../embedded.js'
import { query, titled, words } from '../suite/documents.js'
import { matchOf } from './match.js'
import { createSqlite } from './sqlite.js'

const filled = async (t: Test) => {
  const database = openDatabase({ path: join(t.testdir(), 'index.db') })
  t.teardown(() => database.close())
  await createEmbeddedIndex(database).upsert([titled('a', 'the history of the art')])
  return createSqlite(database.raw)
}

t.test('the list of a word that is typed twice is read once', async (t) => {
  t.equal(
    matchOf(await filled(t), query({ all: words('the', 'history', 'the') })).all,
    '("the" AND "history")',
  )
})

t.test('of several ways none is asked that has a word which no document has', async (t) => {
  const sqlite = await filled(t)
  const asked = (all: string, ...otherwise: string[]) =>
    matchOf(
      sqlite,
      query({ all: words(...all.split(' ')), otherwise: otherwise.map((way) => words(way)) }),
    ).ways.map(({ all }) => all)
  t.same(asked('the histroy', 'history', 'histories'), ['("history")'])
  t.same(asked('the histroy', 'histories'), [])
  t.same(asked('the histroy'), ['("the" AND "histroy")'], 'alone it costs no less to look')
})
