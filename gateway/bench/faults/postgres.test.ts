import t from 'tap'
import { postgresFor } from '../../database/postgres/testing.js'
import { databaseAway } from './database-away.js'
import { databaseRestarts } from './database-restarts.js'
import { inFolder } from './in-folder.js'
import { slowCommits } from './slow-commits.js'
import { startedWithoutDatabase } from './started-without-database.js'

t.setTimeout(300_000)

const server = await postgresFor(t)
if (server) {
  t.test('E8: connections that are ended and a server that dies cost nothing acknowledged', async (t) => {
    const outcome = await inFolder((folder) => databaseRestarts(folder, { faults: 3, seed: 20_260_108 }))
    t.match(outcome, { missing: 0, unfound: 0, isAlive: true, wentOn: true })
  })

  for (const how of ['cut', 'silence'] as const)
    t.test(
      `E9: a database out of reach (its link: ${how}) is told to callers, who go on after`,
      async (t) => {
        const { told, isAlive, code, logged } = await inFolder((folder) => databaseAway(folder, how, 4_000))
        t.same(Object.keys(told), ['DATABASE_UNAVAILABLE'])
        t.ok(isAlive)
        t.equal(code, 0)
        t.equal(logged.length, 2, 'the log tells it once')
        t.match(logged, [
          /^the database at \S+ does not answer. Start it/,
          /^the database at \S+ answers again/,
        ])
      },
    )

  t.test('E10: jobs are relayed in whatever order they are committed, each once', async (t) => {
    const { appended, ...wrong } = await slowCommits(server, { each: 40, seed: 20_260_110 })
    t.equal(appended, 320)
    t.same(wrong, { missing: 0, twice: 0 })
  })

  t.test(
    'E30: a gateway that starts without its database says so, and serves when it is there',
    async (t) => {
      t.match(await inFolder(startedWithoutDatabase), {
        alive: 200,
        ready: { status: 503, body: { ready: false, checks: { database: /does not answer/ } } },
        told: 'DATABASE_UNAVAILABLE',
        isSameAddress: true,
        code: 0,
      })
    },
  )
}
