import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import t from 'tap'
import { recordsFile } from '../backup/testing.js'
import { jsonLines, startShulianAt } from '../command-testing.js'
import { postgresFor } from '../database/postgres/testing.js'

t.setTimeout(120_000)

const server = await postgresFor(t)
if (server) {
  t.test('a command whose database ends says so in our words, with a code', async (t) => {
    await server.create('ends')
    const settings = { SHULIAN_DATABASE_URL: server.url('ends'), SHULIAN_LOG_LEVEL: 'info' }
    const start = (...words: string[]) =>
      startShulianAt({ dataDir: join(t.testdir(), 'data'), settings }, ...words)
    const added = await start('members', 'add', 'city', '--name', 'City', '--type', 'library').finished
    t.equal(added.code, 0, added.stderr)
    // Holds what the command asks for, so that it is in the midst of a question.
    const holder = new pg.Client(server.url('ends'))
    holder.on('error', () => {})
    await holder.connect()
    await holder.query('begin; lock table catalogue_work in access exclusive mode')
    const { child, finished } = start('reconcile', '--json')
    const waiting = "select 1 from pg_stat_activity where datname = 'ends' and wait_event_type = 'Lock'"
    while ((await server.ask('postgres', waiting)).length === 0) {
      if (child.exitCode !== null) throw new Error((await finished).stderr)
      await sleep(20)
    }
    await server.kill()
    const { code, stdout, stderr } = await finished
    t.equal(code, 1)
    t.match(jsonLines(stdout), [{ event: 'error', code: 'DATABASE_UNAVAILABLE', detail: /try again/ }])
    t.match(stderr, /^DATABASE_UNAVAILABLE: The database does not answer\./m)
    t.notMatch(stderr, /terminat|node_modules|^ +at |Warning/m)
    await server.start()
  })

  t.test('an import whose database goes in its midst waits for it and goes on', async (t) => {
    await server.create('goes-on')
    const folder = t.testdir()
    const settings = { SHULIAN_DATABASE_URL: server.url('goes-on') }
    const start = (...words: string[]) =>
      startShulianAt({ dataDir: join(folder, 'data'), settings }, ...words)
    const added = await start('members', 'add', 'city', '--name', 'City', '--type', 'library').finished
    t.equal(added.code, 0, added.stderr)
    const file = recordsFile(folder, 12_000)
    const { child, finished } = start('import', file, '--member', 'city', '--format', 'marc21', '--json')
    const kept = async () =>
      Number((await server.ask('goes-on', 'select count(*) as n from catalogue_record'))[0]?.['n'])
    while ((await kept()) === 0) {
      if (child.exitCode !== null) throw new Error((await finished).stderr)
      await sleep(20)
    }
    let said = ''
    child.stderr?.on('data', (part: Buffer) => {
      said += part
    })
    await server.kill()
    while (!/waiting 5 s for the database, which does not answer/.test(said)) {
      if (child.exitCode !== null) throw new Error((await finished).stderr)
      await sleep(20)
    }
    await server.start()
    const { code, stdout, stderr } = await finished
    t.equal(code, 0, stderr)
    const [{ read, accepted }] = jsonLines(stdout).slice(-1) as [{ read: number; accepted: number }]
    t.same({ read, accepted, kept: await kept() }, { read: 12_000, accepted: 12_000, kept: 12_000 })
    const runs = await server.ask('goes-on', 'select state from catalogue_run')
    t.same(runs, [{ state: 'finished' }], 'one run')
  })
}
