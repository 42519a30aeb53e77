import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { type ConfigInvalid, readConfig } from './config.js'

const problems = (environment: Record<string, string>) => {
  try {
    readConfig(environment)
  } catch (error) {
    return (error as ConfigInvalid).options.errors
  }
  return []
}

t.test('without any setting the gateway listens on the loopback with its data beside it', async (t) => {
  t.match(readConfig({}), {
    host: '127.0.0.1',
    port: 7070,
    logLevel: 'info',
    consortium: null,
    egressAllow: [],
  })
  t.match(readConfig({}).dataDir, /\.shulian$/)
})

t.test(
  'an address of a server is told to be wrong without being shown: it may hold a password',
  async (t) => {
    const url = 'mysql://user:my-secret@host/name'
    t.match(problems({ SHULIAN_DATABASE_URL: url }), [{ path: 'SHULIAN_DATABASE_URL', got: 'another text' }])
    t.equal(readConfig({ SHULIAN_DATABASE_URL: 'postgres://u:p@h/n' }).databaseUrl, 'postgres://u:p@h/n')
  },
)

t.test('an empty setting is not set, and lists may have blanks', async (t) => {
  const config = readConfig({ SHULIAN_HOST: '', SHULIAN_EGRESS_ALLOW: '10.0.0.0/8, opac.example.edu ,' })
  t.equal(config.host, '127.0.0.1')
  t.same(config.egressAllow, ['10.0.0.0/8', 'opac.example.edu'])
})

t.test('each wrong setting is named with what was expected and what came', async (t) => {
  t.match(problems({ SHULIAN_PORT: 'http', SHULIAN_LOG_LEVEL: 'loud' }), [
    { path: 'SHULIAN_PORT', got: '"http"' },
    { path: 'SHULIAN_LOG_LEVEL', expected: 'one of debug, info, warn, error, silent', got: '"loud"' },
  ])
  t.match(problems({ SHULIAN_PORT: '70000' }), [{ path: 'SHULIAN_PORT', got: '70000' }])
})

t.test('a setting that this version does not know stops the start', async (t) => {
  t.match(problems({ SHULIAN_PROT: '80' }), [
    { path: 'SHULIAN_PROT', got: 'an unknown name', expected: /SHULIAN_PORT/ },
  ])
  t.same(problems({ SHULIAN_TEST_MEILI_URL: 'http://x', PATH: '/bin' }), [])
})

t.test('the consortium file is checked as strictly, and its faults say where', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'shulian-config-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'consortium.json')
  t.match(problems({ SHULIAN_CONFIG: file }), [{ expected: 'a readable JSON file', got: /ENOENT/ }])
  writeFileSync(
    file,
    '{ "name": "A", "members": [{ "id": "A B", "type": "shop", "name": "x" }], "colour": 1 }',
  )
  const found = problems({ SHULIAN_CONFIG: file }) ?? []
  t.same(found.map(({ path }) => path).sort(), ['colour', 'members.0.id', 'members.0.type'])
  writeFileSync(file, '{ "name": "联盟" }')
  t.match(readConfig({ SHULIAN_CONFIG: file }).consortium, { name: '联盟' })
})

t.test('the language of messages follows the terminal', async (t) => {
  t.equal(readConfig({ LANG: 'zh_CN.UTF-8' }).language, 'zh')
  t.equal(readConfig({ LANG: 'de_DE.UTF-8' }).language, 'en')
})
