import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { marc } from '../plugins/catalogue/testing.js'
import type { Gateway } from './gateway.js'
import { openShulian } from './main.js'
import { createAsking } from './openapi-testing.js'
import { certifySample } from './sample/certify.js'
import { sampleConsortium } from './sample/consortium.js'
import { startSampleUpstreams } from './sample/upstreams.js'

t.setTimeout(300_000)

/** The sample, read and certified: some of everything that an answer can hold. */
const openSample = async (t: { teardown(end: () => Promise<void> | void): void }) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'shulian-answers-'))
  t.teardown(() => rmSync(dataDir, { recursive: true, force: true }))
  const upstreams = await startSampleUpstreams({ dir: dataDir })
  t.teardown(upstreams.close)
  const gateway = await openShulian(
    {
      host: '127.0.0.1',
      port: 0,
      dataDir,
      egressAllow: upstreams.ports,
      logLevel: 'silent',
      language: 'en',
      consortium: null,
    },
    { consortium: sampleConsortium(upstreams) },
  )
  t.teardown(gateway.close)
  const app = await gateway.buildApp()
  t.teardown(() => app.close())
  await gateway.start(new AbortController().signal)
  const { signal } = new AbortController()
  for (const source of ['university/main', 'university/donations', 'public/main', 'publisher/main'])
    await gateway.services.catalogue.harvest(source, { signal })
  await gateway.jobs.caughtUp('run.ended', undefined, signal)
  await certifySample(gateway, signal, () => undefined)
  const reader = await upstreams.servers.issuer.token('reader-lin')
  return { app, gateway, tokens: { reader, operator: gateway.operatorToken } }
}

type Ask = Awaited<ReturnType<typeof createAsking>>['ask']

/** Deletions over the brake, by a person accepted, undone and refused. */
const askOfRuns = async (ask: Ask, { values }: { values: { id: string } }): Promise<void> => {
  const push = async (changes: object[]): Promise<{ values: { id: string } }> => {
    const at = { values, payload: { changes } }
    const { run } = (await ask(200, ['operator', 'POST', '/v1/sources/{id}/changes'], at)).json()
    return { values: { id: run } }
  }
  const ids = Array.from({ length: 8 }, (_, i) => `n${i}`)
  const bytes = (id: string) => Buffer.from(marc({ id, title: `Title ${id}` })).toString('base64')
  await push(ids.map((id) => ({ op: 'put', format: 'marc21', bytes: bytes(id) })))
  const removed = ids.slice(0, 4).map((sourceId) => ({ op: 'delete', sourceId }))
  const run = await push(removed)
  await ask(200, ['anyone', 'GET', '/v1/runs'], { query: '?held=true' })
  await ask(200, ['operator', 'GET', '/v1/runs/{id}/deletions'], { ...run, query: '?state=held' })
  await ask(200, ['operator', 'POST', '/v1/runs/{id}/accept'], run)
  await ask(200, ['anyone', 'GET', '/v1/runs/{id}'], run)
  await ask(200, ['operator', 'POST', '/v1/runs/{id}/undo'], run)
  await ask(409, ['operator', 'POST', '/v1/runs/{id}/undo'], run)
  await ask(409, ['operator', 'POST', '/v1/runs/{id}/cancel'], run)
  await ask(200, ['operator', 'POST', '/v1/runs/{id}/refuse'], await push([...removed].reverse()))
}

/** What is set aside: by cause, over time, as files; read again one by one, all, and as mended. */
const askOfQuarantine = async (ask: Ask): Promise<void> => {
  const { quarantine } = (await ask(200, ['operator', 'GET', '/v1/quarantine'])).json()
  const { number, source } = quarantine[0]
  const entry = { values: { number: String(number) } }
  await ask(200, ['operator', 'GET', '/v1/quarantine/{number}'], entry)
  const ofSource = { query: `?source=${encodeURIComponent(source)}` }
  await ask(200, ['anyone', 'GET', '/v1/quarantine/groups'])
  await ask(200, ['anyone', 'GET', '/v1/quarantine/history'], ofSource)
  await ask(200, ['operator', 'GET', '/v1/quarantine/export'], ofSource)
  await ask(200, ['anyone', 'GET', '/v1/quarantine/export.csv'], ofSource)
  await ask(200, ['operator', 'POST', '/v1/quarantine/{number}/retry'], entry)
  await ask(200, ['operator', 'POST', '/v1/quarantine/retry'], ofSource)
  const payload = Buffer.from(marc({ id: 'mended', title: 'Mended' }))
  await ask(200, ['operator', 'PUT', '/v1/quarantine/{number}'], { ...entry, payload })
}

/** What was given up, and one of it tried again. */
const askOfJobs = async (ask: Ask, { database }: Gateway): Promise<void> => {
  const dead = { topic: 'letter', payload: '{}', state: 'dead', attempts: 3, error: 'it failed' }
  await database.kysely
    .insertInto('outbox')
    .values({ ...dead, runAt: 0, createdAt: 0 })
    .execute()
  const { deadJobs } = (await ask(200, ['operator', 'GET', '/v1/jobs'])).json()
  const job = { values: { id: deadJobs[0].id } }
  await ask(200, ['operator', 'POST', '/v1/jobs/{id}/redrive'], job)
  await ask(404, ['operator', 'POST', '/v1/jobs/{id}/redrive'], job)
}

/** What the records of a source are like: the latest report, those before, and as tables. */
const askOfQuality = async (ask: Ask): Promise<void> => {
  const ofSource = { values: { id: 'university/main' } }
  const latest = await ask(200, ['anyone', 'GET', '/v1/sources/{id}/quality'], ofSource)
  const { report } = latest.json()
  await ask(200, ['anyone', 'GET', '/v1/sources/{id}/quality'], { ...ofSource, query: `?run=${report.run}` })
  await ask(200, ['anyone', 'GET', '/v1/sources/{id}/quality/history'], ofSource)
  await ask(200, ['anyone', 'GET', '/v1/sources/{id}/quality.csv'], ofSource)
  const { rule } = report.mend[0]
  await ask(200, ['anyone', 'GET', '/v1/sources/{id}/quality.csv'], { ...ofSource, query: `?rule=${rule}` })
}

/** A synonym and a best bet: seen before they are said, said, used, taken back, and refused. */
const askOfRules = async (ask: Ask, work: string): Promise<void> => {
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
  const synonym = { kind: 'synonym', from: '电脑', to: '计算机', bothWays: true }
  const bestBet = { kind: 'best-bet', q: '红楼', works: [work], note: '课程用书', until }
  for (const rule of [synonym, bestBet])
    for (const preview of [true, false])
      await ask(200, ['operator', 'POST', '/v1/search/rules'], { payload: { rule, preview } })
  await ask(409, ['operator', 'POST', '/v1/search/rules'], { payload: { rule: synonym } })
  const nowhere = { ...bestBet, q: '三国', works: ['w_none'] }
  await ask(422, ['operator', 'POST', '/v1/search/rules'], { payload: { rule: nowhere } })
  for (const query of ['?q=红楼&explain=true', '?q=电脑&explain=true'])
    await ask(200, ['anyone', 'GET', '/v1/search'], { query })
  for (const number of ['1', '2']) {
    const undo = { values: { number }, payload: {} }
    await ask(200, ['operator', 'POST', '/v1/search/rules/{number}/undo'], undo)
    await ask(404, ['operator', 'POST', '/v1/search/rules/{number}/undo'], undo)
  }
  for (const query of ['', '?state=undone'])
    await ask(200, ['operator', 'GET', '/v1/search/rules'], { query })
}

/** Agents and subjects of the sample, with their works and evidence. */
const askOfAgents = async (ask: Ask, { jobs }: Gateway): Promise<void> => {
  while ((await jobs.counts('graph.works')).waiting > 0) await jobs.caughtUp('graph.works')
  const listed = await ask(200, ['anyone', 'GET', '/v1/agents'], { query: '?limit=100' })
  await ask(200, ['anyone', 'GET', '/v1/agents'], { query: '?q=鲁迅&limit=1' })
  await ask(400, ['anyone', 'GET', '/v1/agents'], { query: '?cursor=no' })
  for (const { id } of listed.json().agents) {
    await ask(200, ['anyone', 'GET', '/v1/agents/{id}'], { values: { id }, query: '?limit=1' })
    await ask(200, ['anyone', 'GET', '/v1/agents/{id}/why'], { values: { id } })
  }
  const { subjects } = (await ask(200, ['anyone', 'GET', '/v1/subjects'], { query: '?limit=100' })).json()
  for (const { id } of subjects)
    await ask(200, ['anyone', 'GET', '/v1/subjects/{id}'], { values: { id }, query: '?limit=1' })
}

/** Works that a librarian joins and parts; what the rules leave open. */
const askOfMatches = async (ask: Ask, ofMember: { values: { id: string } }): Promise<void> => {
  const changes = ['a time', 'time'].map((time, id) => ({
    op: 'put',
    format: 'marc21',
    bytes: Buffer.from(
      marc({ id: `m${id}`, title: `On the duty of civil disobedience in ${time} of war` }),
    ).toString('base64'),
  }))
  await ask(200, ['operator', 'POST', '/v1/sources/{id}/changes'], { ...ofMember, payload: { changes } })
  for (const query of ['', '?state=cut', '?state=decided'])
    await ask(200, ['operator', 'GET', '/v1/matches'], { query })
  await ask(200, ['operator', 'GET', '/v1/matches/counts'])
  const { matches } = (await ask(200, ['operator', 'GET', '/v1/matches'])).json()
  const { id, a, records } = matches.find((match: { records: { sourceId: string }[] }) =>
    match.records.every(({ sourceId }) => /^m[01]$/.test(sourceId)),
  )
  const works: string[] = records.map(({ work }: { work: string }) => work)
  await ask(200, ['operator', 'POST', '/v1/matches/{id}'], { values: { id }, payload: { says: 'apart' } })
  const ofWork = { values: { id: works[0] as string } }
  const merge = { ...ofWork, payload: { works: works.slice(1) } }
  await ask(200, ['operator', 'POST', '/v1/works/{id}/merge'], merge)
  await ask(200, ['operator', 'POST', '/v1/works/{id}/split'], { ...ofWork, payload: { records: [a] } })
  await ask(200, ['anyone', 'GET', '/v1/works/{id}/why'], ofWork)
  await ask(200, ['operator', 'POST', '/v1/works/{id}/undo'], { ...ofWork, payload: { preview: true } })
}

t.test('what is answered is what the document says', async (t) => {
  const sample = await openSample(t)
  const { ask, asked, calls } = await createAsking(t, sample)

  const plain = [
    '/healthz',
    '/readyz',
    '/metrics',
    '/.well-known/jwks.json',
    '/v1/members',
    '/v1/adapters',
    '/v1/services',
    '/v1/runs',
    '/v1/quarantine',
    '/v1/conformance/certificates',
    '/v1/conformance/matrix',
  ]
  for (const path of plain) await ask(200, ['anyone', 'GET', path])
  for (const id of ['university', 'public'])
    await ask(200, ['anyone', 'GET', '/v1/members/{id}'], { values: { id } })
  const { schemas } = (await ask(200, ['anyone', 'GET', '/v1/standards'])).json()
  for (const { name } of schemas)
    await ask(200, ['anyone', 'GET', '/v1/standards/{name}'], { values: { name } })
  const { runs } = (await ask(200, ['anyone', 'GET', '/v1/conformance/runs'])).json()
  await ask(200, ['anyone', 'GET', '/v1/conformance/runs/{id}'], { values: { id: runs[0].id } })

  const works: { id: string; holdings: { recordId: string }[] }[] = []
  const facets = '?limit=100&facets=type,member,language,subject,agent,access,class,year'
  for (const sort of ['relevance', 'newest', 'oldest', 'title', 'title-stroke']) {
    const found = await ask(200, ['anyone', 'GET', '/v1/search'], { query: `${facets}&sort=${sort}` })
    works.push(...found.json().hits)
  }
  for (const query of ['?q=中国&cursor=*', '?q=lirbary', '?limit=0', '?type=book&type=map&year=..1990'])
    await ask(200, ['anyone', 'GET', '/v1/search'], { query })
  for (const query of ['?q=中', '?q=lirbary', '']) await ask(200, ['anyone', 'GET', '/v1/suggest'], { query })
  const ended = { q: '红楼', total: 0, outcome: 'rephrased', to: '红楼梦', language: 'zh' }
  await ask(204, ['anyone', 'POST', '/v1/search/outcomes'], { payload: ended })
  await ask(200, ['operator', 'GET', '/v1/search/analytics'], { query: '?weeks=1' })
  await ask(200, ['operator', 'GET', '/v1/search/analytics.csv'], { query: '?weeks=1&script=Hani' })
  await askOfRules(ask, works[0]!.id)
  const filter = { and: [{ field: 'year', from: 1900 }, { not: { field: 'type', in: ['map'] } }] }
  await ask(200, ['anyone', 'POST', '/v1/search'], { payload: { filter, facets: ['year'] } })

  for (const { id, holdings } of works.filter((_, place) => place % 4 === 0)) {
    await ask(200, ['anyone', 'GET', '/v1/works/{id}'], { values: { id } })
    await ask(200, ['anyone', 'GET', '/v1/works/{id}/why'], { values: { id } })
    for (const { recordId } of holdings) {
      const record = { values: { id: recordId } }
      await ask(200, ['anyone', 'GET', '/v1/records/{id}'], record)
      await ask(200, ['anyone', 'GET', '/v1/records/{id}/provenance'], record)
      await ask(200, ['anyone', 'GET', '/v1/records/{id}/raw'], record)
    }
  }
  for (const { id } of works.slice(0, 10)) {
    await ask(200, ['anyone', 'GET', '/v1/works/{id}/availability'], { values: { id } })
    for (const style of ['gbt7714-2015', 'gbt7714-2025', 'bibtex', 'ris', 'csl-json'])
      await ask(200, ['anyone', 'GET', '/v1/works/{id}/citation'], {
        values: { id },
        query: `?style=${style}`,
      })
  }

  const consent = { purpose: 'personalisation', granted: true, textVersion: '1' }
  await ask(200, ['reader', 'PUT', '/v1/me/consent'], { payload: consent })
  await ask(200, ['reader', 'GET', '/v1/me/consent'])
  const object = { record: works[0]?.holdings[0]?.recordId }
  const event = { id: 'event-0001', type: 'view', at: new Date().toISOString(), object }
  const events = [{ ...event, purpose: 'personalisation' }, { id: 'short' }]
  await ask(200, ['reader', 'POST', '/v1/events'], { payload: { events } })
  await ask(200, ['reader', 'GET', '/v1/me/profile'])
  for (const path of ['/v1/me/profile/{kind}/{value}', '/v1/me/profile/{kind}'])
    for (const method of ['DELETE', 'PUT'])
      await ask(200, ['reader', method, path], { values: { kind: 'subject', value: '唐诗' } })

  const question = { kind: 'question', text: '有电子版吗？', work: works[0]?.id, language: 'zh-Hans' }
  const asking = await ask(201, ['reader', 'POST', '/v1/feedback'], { payload: question })
  const values = { id: asking.json().case.id }
  await ask(200, ['operator', 'POST', '/v1/cases/{id}/reply'], { values, payload: { text: '有。' } })
  const passed = { moderation: 'passed' }
  await ask(200, ['operator', 'POST', '/v1/cases/{id}/moderation'], { values, payload: passed })
  const fault = { kind: 'fault', text: '打不开' }
  const need = await ask(201, ['reader', 'POST', '/v1/feedback'], { payload: fault })
  const next = { values: { id: need.json().case.id }, payload: { state: 'understood' } }
  await ask(200, ['operator', 'POST', '/v1/cases/{id}/state'], next)
  await ask(409, ['operator', 'POST', '/v1/cases/{id}/state'], next)
  await ask(200, ['reader', 'POST', '/v1/cases/{id}/withdraw'], { values: next.values })
  for (const who of ['anyone', 'reader', 'operator'] as const) {
    await ask(200, [who, 'GET', '/v1/cases'], { query: '?limit=1' })
    await ask(200, [who, 'GET', '/v1/cases/{id}'], { values })
  }
  const { messages } = (await ask(200, ['reader', 'GET', '/v1/me/inbox'])).json()
  await ask(200, ['reader', 'POST', '/v1/me/inbox/{id}/read'], { values: { id: messages[0].id } })
  await ask(200, ['reader', 'GET', '/v1/me/export'])
  await ask(202, ['reader', 'DELETE', '/v1/me'])

  await askOfAgents(ask, sample.gateway)
  await askOfQuarantine(ask)
  await askOfQuality(ask)
  const member = { id: 'new', type: 'other', name: 'New', contacts: [{ email: 'a@new.example' }] }
  await ask(201, ['operator', 'POST', '/v1/members'], { payload: member })
  await ask(409, ['operator', 'POST', '/v1/members'], { payload: member })
  const ofNew = { values: { id: 'new' } }
  const source = { name: 'main', adapter: 'kbart', options: { path: '/nowhere.txt' }, everySeconds: null }
  await ask(201, ['operator', 'POST', '/v1/members/{id}/sources'], { ...ofNew, payload: source })
  const unknown = { ...source, name: 'other', adapter: 'telepathy' }
  await ask(422, ['operator', 'POST', '/v1/members/{id}/sources'], { ...ofNew, payload: unknown })
  await ask(409, ['operator', 'POST', '/v1/members/{id}/stage'], { ...ofNew, payload: { stage: 'active' } })
  const changes = [
    { op: 'delete', sourceId: 'nothing' },
    { op: 'put', format: 'marc21', bytes: 'AAAA' },
  ]
  await ask(200, ['operator', 'POST', '/v1/sources/{id}/changes'], { ...ofNew, payload: { changes } })
  await askOfMatches(ask, ofNew)
  await askOfRuns(ask, ofNew)
  const suspended = { ...ofNew, payload: { stage: 'suspended' } }
  await ask(200, ['operator', 'POST', '/v1/members/{id}/stage'], suspended)
  await ask(200, ['anyone', 'GET', '/v1/search'], { query: '?limit=1' })

  await askOfJobs(ask, sample.gateway)

  const missing = calls.map((call) => call.join(' ')).filter((call) => !asked.has(call))
  t.same(missing, [], 'a new call needs a line above')
})
