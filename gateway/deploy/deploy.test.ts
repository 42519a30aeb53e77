import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { parse } from 'yaml'
import { readConfig, Settings } from '../config.js'
import { openShulian } from '../main.js'
import { projectRoot } from '../root.js'
import { dashboard } from './dashboard.js'

const folder = join(projectRoot(), 'gateway/deploy')
const text = (path: string): string => readFileSync(join(folder, path), 'utf8')

const readme = readFileSync(join(projectRoot(), 'README.md'), 'utf8')

interface Service {
  image?: string
  user?: string
  read_only?: boolean
  cap_drop?: string[]
  security_opt?: string[]
  healthcheck?: { test: string[] }
  mem_limit?: string
  restart?: string
  ports?: string[]
  command?: string[]
  environment?: Record<string, string>
}
const { services } = parse(text('compose.yaml'), { merge: true }) as { services: Record<string, Service> }
const own = ['serve', 'work']

t.test('every container is pinned, without root and rights, on a file system that only reads', async (t) => {
  for (const [name, service] of Object.entries(services)) {
    const image = (service.image ?? '').replace(/^\$\{\w+:-(.+)\}$/, '$1')
    t.match(image, /:v?\d+\.\d+(\.\d+)?(-[a-z]+)?$/, `${name}: a version, not a name that moves`)
    t.ok(service.user && !/^(0|root)/.test(service.user), `${name}: a user that is not root`)
    t.equal(service.read_only, true, name)
    t.same(service.cap_drop, ['ALL'], name)
    t.same(service.security_opt, ['no-new-privileges:true'], name)
    t.equal(service.restart, 'unless-stopped', name)
    t.ok(service.mem_limit, `${name}: a limit of memory`)
    t.ok(own.includes(name) || service.healthcheck?.test, `${name}: its health is asked`)
    for (const port of service.ports ?? []) t.match(port, /^127\.0\.0\.1:/, `${name}: open on loopback alone`)
  }
})

t.test(
  'the search engine is one that the gateway speaks with, and the page names the same image',
  async (t) => {
    const image = services['meilisearch']?.image ?? ''
    const [, least] = /Meilisearch server \((1\.\d+) or later\)/.exec(readme) ?? []
    const minor = (version: string | undefined) => Number(version?.split('.')[1])
    t.ok(minor(/:v(1\.\d+\.\d+)$/.exec(image)?.[1]) >= minor(least), `${image} is ${least} or later`)
    t.match(text('README.md'), ` ${image} `)
  },
)

t.test('no password stands in the files, and every setting is one of this version', async (t) => {
  for (const { environment = {} } of Object.values(services))
    for (const [key, value] of Object.entries(environment)) {
      if (/PASSWORD|KEY|AUTH/.test(key)) t.match(value, /^\$\{\w+:\?/, `${key} comes from outside, and must`)
      if (key.startsWith('SHULIAN_')) t.ok(key in Settings.properties, key)
    }
})

t.test('the image is pinned, its process is not root, its health is asked', async (t) => {
  const lines = text('Containerfile').split('\n')
  t.match(
    lines.find((line) => line.startsWith('ARG NODE=')),
    /=node:\d+\.\d+\.\d+-/,
  )
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')))
  for (const line of lines.filter((one) => one.startsWith('FROM '))) t.match(line, /^FROM \$\{NODE\}/)
  t.match(
    last.find((line) => line.startsWith('USER ')),
    /^USER [1-9]\d*:[1-9]/,
  )
  t.ok(last.some((line) => line.startsWith('HEALTHCHECK ')))
  t.notOk(lines.some((line) => /^ADD |curl|wget|sudo/.test(line)))
})

const units = readdirSync(join(folder, 'systemd'))
const hasSystemd = (() => {
  try {
    execFileSync('systemd-analyze', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

t.test('the units differ in what they start alone, and end as the processes do', async (t) => {
  const [serve, work] = ['shulian.service', 'shulian-work@.service'].map((unit) =>
    text(`systemd/${unit}`)
      .split('\n')
      .filter((line) => !/^(Description|After|ExecStart)=/.test(line)),
  )
  t.same(work, serve)
  t.match(text('systemd/shulian.service'), /^ExecStart=.* serve --empty$/m)
  t.match(text('systemd/shulian-work@.service'), /^ExecStart=.* work$/m)
})

t.test(
  'systemd reads the units without a word',
  { skip: !hasSystemd && 'needs systemd-analyze (apt-get install systemd)' },
  async (t) => {
    const copies = mkdtempSync(join(tmpdir(), 'shulian-units-'))
    t.teardown(() => rmSync(copies, { recursive: true }))
    for (const unit of units) {
      // What is started stands elsewhere here.
      const path = join(copies, unit.replace('@.', '@1.'))
      writeFileSync(path, text(`systemd/${unit}`).replace('/usr/bin/node', process.execPath))
      t.equal(verified(path), '', unit)
    }
  },
)

const verified = (path: string): string => {
  try {
    execFileSync('systemd-analyze', ['verify', '--man=no', path], { encoding: 'utf8', stdio: 'pipe' })
    return ''
  } catch (error) {
    return String((error as { stderr?: unknown }).stderr ?? error)
  }
}

t.test('the dashboard is the one of the code, and each metric in it is told by the gateway', async (t) => {
  t.same(JSON.parse(text('grafana/shulian.json')), dashboard(), 'npm run generate makes it')
  const told = await namesOf(t)
  const { panels } = dashboard() as { panels: { title: string; targets: { expr: string }[] }[] }
  // A pool is there beside PostgreSQL alone.
  for (const { title, targets } of panels)
    for (const { expr } of targets)
      for (const [name] of expr.matchAll(/\b(shulian|process|nodejs)_\w+/g))
        if (name !== 'shulian_database_connections')
          t.ok(told.has(name.replace(/_(bucket|count|sum)$/, '')), `${title}: ${name}`)
})

/** Names that a gateway with all its plugins tells. */
const namesOf = async (t: Test): Promise<Set<string>> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'shulian-metrics-'))
  const gateway = await openShulian(
    readConfig({ SHULIAN_DATA_DIR: dataDir, SHULIAN_PORT: '0', SHULIAN_LOG_LEVEL: 'silent' }),
  )
  t.teardown(async () => {
    await gateway.close()
    rmSync(dataDir, { recursive: true })
  })
  const probes = await gateway.buildProbes()
  const { body } = await probes.inject({ url: '/metrics' })
  await probes.close()
  return new Set([...body.matchAll(/^# TYPE (\w+) /gm)].map(([, name]) => name!))
}
