import { existsSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { jsonLines, shulian, startShulianAt } from '../command-testing.js'
import { postgresFor } from '../database/postgres/testing.js'

t.setTimeout(120_000)

const looking = [
  ['status'],
  ['search', 'history'],
  ['members', 'list'],
  ['members', 'show', 'city'],
  ['sources', 'list'],
  ['sources', 'show', 'city/main'],
  ['jobs', 'list'],
  ['runs', 'list'],
  ['quarantine', 'groups'],
  ['quality', 'city'],
  ['reconcile'],
  ['rebuild'],
  ['sources', 'add', 'city/main', '--adapter', 'marc-file', '--option', 'path=/nowhere.mrc'],
  ['harvest', 'city'],
]

t.test('a command that brings nothing makes nothing where nothing is, and says so', async (t) => {
  const data = join(t.testdir(), 'data')
  for (const words of looking) {
    const { code, stdout, stderr } = await shulian(data, ...words, '--json')
    t.equal(code, 1, words.join(' '))
    t.match(jsonLines(stdout), [{ event: 'error', code: 'INSTALLATION_MISSING' }])
    t.match(stderr, /^INSTALLATION_MISSING: There is no installation in \S*data\. .*SHULIAN_DATA_DIR/)
    t.notOk(existsSync(data), 'no folder')
  }
  for (const words of [
    ['members', 'add', 'city'],
    ['conformance', 'list'],
    ['conformance', '--help'],
  ]) {
    await shulian(data, ...words)
    t.notOk(existsSync(data), words.join(' '))
  }
  await shulian(data, 'members', 'add', 'city', '--name', 'City', '--type', 'library')
  t.match(await shulian(data, 'status'), { code: 0, stdout: /^1 member/m })
})

const server = await postgresFor(t)
if (server)
  t.test('the same of a database server', async (t) => {
    await server.create('empty')
    const settings = { SHULIAN_DATABASE_URL: server.url('empty') }
    const dataDir = join(t.testdir(), 'data')
    const { code, stderr } = await startShulianAt({ dataDir, settings }, 'status').finished
    t.equal(code, 1)
    t.match(stderr, /^INSTALLATION_MISSING: .* the database empty\. .*SHULIAN_DATABASE_URL/)
    t.same(await server.ask('empty', "select 1 from pg_tables where schemaname = 'public'"), [])
    t.notOk(existsSync(dataDir))
  })
