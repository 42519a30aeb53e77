import { setTimeout as sleep } from 'node:timers/promises'
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import t from 'tap'
import { silentLog } from '../../gateway/contracts/log.js'
import { createRunner } from './claim.js'
import { hold } from './hold.js'
import type { RunParts } from './run-parts.js'
import type { CatalogueTables } from './tables.js'

t.test('a database that takes long is asked one thing at a time by who holds a run', async (t) => {
  let asked = 0
  const database = new Kysely<CatalogueTables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  }).withPlugin({
    transformQuery: ({ node }) => {
      asked++
      return node
    },
    transformResult: () => new Promise(() => {}),
  })
  const parts = { database, log: silentLog, runner: createRunner(), now: () => new Date() }
  const { release } = hold(parts as unknown as RunParts, 'run_1', new AbortController().signal)
  await sleep(3_500)
  release()
  t.equal(asked, 1)
})
