import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import t from 'tap'
import { catalogue } from '../plugins/catalogue/index.js'
import { sink } from '../plugins/catalogue/testing.js'
import { members } from '../plugins/members/index.js'
import { loadAdapters, loadPlugins } from './packages.js'
import { projectRoot } from './root.js'
import { testKernel } from './testing.js'

type Test = { teardown(end: () => Promise<void> | void): void }

/** A folder in which the strangers' packages and what they depend on are installed, as npm would. */
const installed = (t: Test): string => {
  const folder = mkdtempSync(join(tmpdir(), 'shulian-strangers-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const modules = join(folder, 'node_modules')
  mkdirSync(modules)
  cpSync(join(projectRoot(), 'gateway/fixtures/strangers'), modules, { recursive: true })
  symlinkSync(join(projectRoot(), 'node_modules/typebox'), join(modules, 'typebox'))
  return folder
}

const typed = `
import { type AdapterKind, type Plugin, ShulianError } from 'shulian/contracts'
import { adapterSuite, openOutside } from 'shulian/suites/adapter'
import { pluginSuite } from 'shulian/suites/plugin'
import t from 'tap'
import { Type } from 'typebox'

export const list: AdapterKind<{ url: string }> = {
  kind: 'typed-list',
  summary: 'A list at one address',
  capabilities: ['harvest'],
  options: Type.Object({ url: Type.String() }),
  connect: ({ url }, outside) => ({
    probe: async ({ signal }) => ({ name: (await outside.fetch({ url, signal })).url, protocol: 'list' }),
    async *harvest(resume) {
      if (resume) throw new ShulianError('LIST_MOVED', url, { status: 502 })
      yield { changes: [{ kind: 'bib', op: 'delete', sourceId: '1' }], resume: {} }
    },
  }),
}
// @ts-expect-error: it does not say what it can do
export const wrong: AdapterKind = { kind: 'wrong', summary: '', options: Type.Object({}), connect: () => {} }

export const plugin: Plugin = {
  name: 'typed',
  place: { stage: 'during', dimension: 'data' },
  options: Type.Object({}),
  requires: ['catalogue'],
  setup: (kernel) => ({ start: async () => void (await kernel.service('catalogue').counts()) }),
}
const { outside } = openOutside({ allow: [] })
adapterSuite(t, list, { outside, options: {}, unreachable: {} })
pluginSuite
`

const greeting = 'shulian-plugin-greeting'

t.test('an adapter of a stranger is listed, and a member is harvested through it', async (t) => {
  const adapters = await loadAdapters(['shulian-adapter-list'], installed(t))
  const { app, services, close } = await testKernel({ plugins: [members, catalogue, sink], adapters })
  t.teardown(close)
  t.match((await app.inject({ url: '/v1/adapters' })).json().adapters, [
    { kind: 'stranger-list', capabilities: ['harvest'], options: { required: ['url'] } },
  ])
  const xml = (title: string) =>
    `<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></oai_dc:dc>`
  const server = createServer((_request, response) => {
    response.end(
      JSON.stringify([
        { id: 'a', xml: xml('Walden') },
        { id: 'b', xml: xml('论语') },
      ]),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => void server.close())
  await services.members.add({ id: 'one', name: 'One', type: 'library' })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/list`
  await services.members.addSource({
    member: 'one',
    name: 'main',
    adapter: 'stranger-list',
    options: { url },
  })
  const report = await services.catalogue.harvest('one', { signal: new AbortController().signal })
  t.match(report, { state: 'finished', read: 2, accepted: 2 })
  await t.rejects(
    services.members.addSource({ member: 'one', name: 'other', adapter: 'stranger-list', options: {} }),
    { code: 'OPTIONS_INVALID', message: /options\.url/ },
  )
})

t.test('a stranger runs the suite of adapters on an adapter of theirs', async (t) => {
  const folder = installed(t)
  const modules = join(folder, 'node_modules')
  symlinkSync(projectRoot(), join(modules, 'shulian'))
  symlinkSync(join(projectRoot(), 'node_modules/tap'), join(modules, 'tap'))
  const run = spawn(process.execPath, [join(modules, 'shulian-adapter-list', 'test.js')], { cwd: folder })
  const said = Promise.all([run.stdout, run.stderr].map((stream) => text(stream)))
  const [code] = await once(run, 'close')
  const [out = '', problems = ''] = await said
  t.equal(code, 0, `${out}${problems}`)
  t.match(out, /^ok \d+ - a harvest gives changes that can be kept/m)
})

t.test('a stranger who writes in TypeScript has the types of the contracts and of the suites', async (t) => {
  const folder = installed(t)
  const modules = join(folder, 'node_modules')
  symlinkSync(projectRoot(), join(modules, 'shulian'))
  for (const name of ['@types', 'tap'])
    symlinkSync(join(projectRoot(), 'node_modules', name), join(modules, name))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(folder, 'index.ts'), typed)
  const compile = (...words: string[]): string => {
    const compiler = join(projectRoot(), 'node_modules/typescript/bin/tsc')
    return spawnSync(process.execPath, [compiler, ...words], { cwd: folder, encoding: 'utf8' }).stdout
  }
  t.equal(compile('-p', join(projectRoot(), 'gateway/tsconfig.types.json')), '')
  const settings =
    '--strict --exactOptionalPropertyTypes --noEmit --target es2022 --module nodenext --types node'
  const found = compile(...settings.split(' '), '--skipLibCheck', 'false', 'index.ts')
  // What the declarations of other packages lack is nothing of ours.
  t.same(found.match(/^(index\.ts|.*\.build).*/gm) ?? [], [])
})

t.test('a plugin of a stranger runs with the services it is granted', async (t) => {
  const entries = await loadPlugins(
    [{ package: greeting, options: { word: '你好' }, grants: ['members'] }],
    installed(t),
  )
  const { app, services, close } = await testKernel({ plugins: [members, ...entries] })
  t.teardown(close)
  await services.members.add({ id: 'one', name: 'One', type: 'library' })
  t.same((await app.inject({ url: '/v1/greetings' })).json(), { greetings: ['你好, One'] })
})

t.test('a plugin of a stranger reaches no service that it is not granted, or did not ask for', async (t) => {
  const folder = installed(t)
  const open = async (entry: { options?: Record<string, unknown>; grants?: string[] }) =>
    testKernel({ plugins: [members, ...(await loadPlugins([{ package: greeting, ...entry }], folder))] })
  const options = { word: 'Hello' }
  await t.rejects(open({ options }), { code: 'PLUGIN_INVALID', message: /'members'.*does not grant/ })
  await t.rejects(open({ options, grants: ['catalogue'] }), { code: 'PLUGIN_INVALID', message: /'members'/ })
  for (const reach of ['catalogue', 'constructor']) {
    const reaching = open({ options: { ...options, reach }, grants: ['members', 'catalogue'] })
    await t.rejects(reaching, { code: 'PLUGIN_INVALID', message: /without naming it in requires/ })
  }
  await t.rejects(open({ options: { volume: 11 }, grants: ['members'] }), {
    code: 'PLUGIN_INVALID',
    message: /options/,
  })
})

t.test('a package replaces nothing that is there already', async (t) => {
  const folder = installed(t)
  const twice = await loadAdapters(['shulian-adapter-list', 'shulian-adapter-list'], folder)
  await t.rejects(testKernel({ plugins: [members], adapters: twice }), {
    code: 'ADAPTER_EXISTS',
    message: /stranger-list/,
  })
  const [entry] = await loadPlugins(
    [{ package: greeting, options: { word: 'Hello' }, grants: ['members'] }],
    folder,
  )
  const usurper = { ...entry!, plugin: { ...entry!.plugin, name: 'members' } }
  await t.rejects(testKernel({ plugins: [members, usurper] }), {
    code: 'PLUGIN_INVALID',
    message: /'members' has the name/,
  })
})

t.test('a plugin that asks for what no object offers is told so', async (t) => {
  const [entry] = await loadPlugins([{ package: greeting, options: { word: 'Hello' } }], installed(t))
  const plugin = { ...entry!.plugin, requires: ['constructor' as never] }
  await t.rejects(testKernel({ plugins: [members, { plugin, options: { word: 'Hello' } }] }), {
    code: 'PLUGIN_INVALID',
    message: /'constructor', which no plugin/,
  })
})

t.test('a package that exports for import alone, or was published as CommonJS, loads', async (t) => {
  const kinds = await loadAdapters(['shulian-adapter-list', 'shulian-commonjs'], installed(t))
  t.same(
    kinds.map(({ kind }) => kind),
    ['stranger-list', 'stranger-commonjs'],
  )
})

t.test('a package that is not there says what to do', async (t) => {
  const folder = installed(t)
  for (const name of ['shulian-nowhere', '@scope/nowhere']) {
    const expected = { code: 'PACKAGE_NOT_FOUND', message: new RegExp(`npm install ${name}`) }
    await t.rejects(loadAdapters([name], folder), expected)
    await t.rejects(loadPlugins([{ package: name }], folder), expected)
  }
  for (const name of ['node:fs', 'fs', '../../etc', '/etc/passwd', 'file:///x.js', '..']) {
    await t.rejects(loadAdapters([name], folder), { code: 'PACKAGE_NOT_FOUND' }, name)
  }
})

t.test('a package whose default export is something else is named, with what it should be', async (t) => {
  const folder = installed(t)
  await t.rejects(loadAdapters(['shulian-empty'], folder), {
    code: 'PACKAGE_INVALID',
    message: /'shulian-empty' is not an AdapterKind/,
  })
  await t.rejects(loadAdapters([greeting], folder), { code: 'PACKAGE_INVALID' })
  await t.rejects(loadPlugins([{ package: 'shulian-adapter-list' }], folder), {
    code: 'PACKAGE_INVALID',
    message: /is not a Plugin/,
  })
  await t.rejects(loadPlugins([{ package: 'shulian-broken' }], folder), {
    code: 'PACKAGE_INVALID',
    message: /does not load: .*a-package-that-nobody-installed/,
  })
})
