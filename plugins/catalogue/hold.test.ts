import { setTimeout as sleep } from 'node:timers/promises'
import {
  DummyDriver,
  Kysely,
  type KyselyPlugin,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import t from 'tap'
import { silentLog } from '../../gateway/contracts/log.js'
import { createRunner } from './claim.js'
import { hold } from './hold.js'
import type { RunParts } from './run-parts.js'
import type { CatalogueTables } from './tables.js'

/** One without anything in it: `plugin` hears what it is asked. */
const databaseOf = (plugin: KyselyPlugin): Kysely<CatalogueTables> =>
  new Kysely<CatalogueTables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  }).withPlugin(plugin)

t.test('a database that takes long is asked one thing at a time by who holds a run', async (t) => {
  let asked = 0
  const database = databaseOf({
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

t.test(
  'a claim is renewed by the clock, however long each look takes, and again after it failed',
  async (t) => {
    let clock = Date.now()
    let [looks, renewals] = [0, 0]
    const database = databaseOf({
      transformQuery: ({ node }) => {
        if (node.kind === 'UpdateQueryNode') renewals++
        else looks++
        return node
      },
      transformResult: async ({ result }) => {
        clock += 11_000
        if (renewals === 1) throw new Error('away')
        return result
      },
    })
    const parts = { database, log: silentLog, runner: createRunner(), now: () => new Date(clock) }
    const { release } = hold(parts as unknown as RunParts, 'run_1', new AbortController().signal)
    while (renewals < 2) await sleep(20)
    release()
    t.ok(looks <= 2, 'at the second look, which failed, and at the third')
  },
)
