import t, { type Test } from 'tap'
import { type Member, type Services, ShulianError } from '../../gateway/contracts/index.js'
import { testKernel } from '../../gateway/testing.js'
import { members } from '../members/index.js'
import {
  createStandards,
  type RecordedReport,
  type StandardsService,
  standards,
  type VerifiedClaims,
} from './index.js'

const suite = {
  id: 'iso2709',
  version: '1.0.0',
  standard: {
    id: 'iso2709',
    version: '2008',
    title: { en: 'Records', zh: '记录' },
    url: 'https://example.org',
  },
  requirements: { must: 27, should: 1, may: 0 },
}

/** Stands in for a signature: the claims in JSON, and a word at the end that must be right. */
const sign = (claims: VerifiedClaims, word = 'signed'): string => `${JSON.stringify(claims)}.${word}`
const verify = async (certificate: string, { now }: { now: Date }): Promise<VerifiedClaims> => {
  const at = certificate.lastIndexOf('.')
  if (certificate.slice(at + 1) !== 'signed')
    throw new ShulianError('CERTIFICATE_TAMPERED', 'Changed.', { status: 422 })
  const claims = JSON.parse(certificate.slice(0, at)) as VerifiedClaims
  if (claims.exp * 1000 <= now.getTime())
    throw new ShulianError('CERTIFICATE_EXPIRED', 'Expired.', { status: 409 })
  return claims
}

const day = 86_400_000
const begin = Date.parse('2026-01-01T00:00:00.000Z')

/** A gateway with one member `delft`, on trial, with the source `delft/main`. */
const setUp = async (t: Test) => {
  const clock = { time: begin }
  const kernel = await testKernel({
    plugins: [members, createStandards({ suites: [suite], verify })],
    adapters: [
      {
        kind: 'nothing',
        summary: 'Reads nothing.',
        capabilities: [],
        options: { type: 'object' } as never,
        connect: () => ({ probe: async () => ({ name: 'nothing', protocol: 'none' }) }),
      },
    ],
    now: () => new Date(clock.time),
  })
  t.teardown(() => kernel.close())
  const list: Services['members'] = kernel.services.members
  await list.add({ id: 'delft', name: 'Delft', type: 'library' })
  await list.addSource({ member: 'delft', name: 'main', adapter: 'nothing', options: {} })
  const service = kernel.services.standards as StandardsService
  const get = async (url: string, authorization?: string) =>
    (await kernel.app.inject({ url, headers: authorization ? { authorization } : {} })).json()
  return { ...kernel, clock, members: list, service, get, bearer: `Bearer ${kernel.operator}` }
}

const reportOf = (id: string, more: Partial<RecordedReport> = {}): RecordedReport => ({
  standard: { id: 'iso2709', version: '2008' },
  suite: { id: 'iso2709', version: '1.0.0' },
  target: { source: 'delft/main' },
  verdict: 'conformant',
  level: { asked: 'L2', reached: 'L2' },
  run: { id, start: new Date(begin).toISOString(), end: new Date(begin).toISOString() },
  ...more,
})

const claimsOf = (run: string, more: Partial<VerifiedClaims> = {}): VerifiedClaims => ({
  sub: 'delft/main',
  jti: `j-${run}`,
  iat: begin / 1000,
  exp: (begin + 365 * day) / 1000,
  conformance: { level: 'L1', suite: { id: 'iso2709' }, run: { id: run } },
  ...more,
})

t.test('a member on trial becomes active with a certificate, and not without', async (t) => {
  const { app, service, bearer } = await setUp(t)
  const post = (stage: string, authorization = bearer) =>
    app.inject({
      method: 'POST',
      url: '/v1/members/delft/stage',
      headers: { authorization },
      payload: { stage },
    })

  const refused = await post('active')
  t.equal(refused.statusCode, 409)
  t.match(refused.headers['content-type'], 'application/problem+json')
  t.equal(refused.json().code, 'CERTIFICATE_REQUIRED')

  await service.record(reportOf('c_1'), sign(claimsOf('c_1')))
  const accepted = await post('active')
  t.equal(accepted.statusCode, 200)
  t.same(accepted.json(), { id: 'delft', stage: 'active' })
})

t.test('only the operator moves members', async (t) => {
  const { app } = await setUp(t)
  const answer = await app.inject({
    method: 'POST',
    url: '/v1/members/delft/stage',
    payload: { stage: 'left' },
  })
  t.equal(answer.statusCode, 401)
})

t.test('a suspension takes no certificate, the way back does', async (t) => {
  const { members, service } = await setUp(t)
  t.match(await service.setStage('delft', 'suspended'), { stage: 'suspended' } as Partial<Member>)
  await t.rejects(service.setStage('delft', 'active'), { code: 'CERTIFICATE_REQUIRED' })
  t.equal((await members.get('delft')).stage, 'suspended')
})

t.test('a certificate counts for its level and those below', async (t) => {
  const { service } = await setUp(t)
  t.equal(await service.isCertified('delft', 'L1'), false)
  await service.record(reportOf('c_1'), sign(claimsOf('c_1')))
  t.equal(await service.isCertified('delft', 'L1'), true)
  t.equal(await service.isCertified('delft', 'L2'), false)
})

t.test('an expired certificate counts no more', async (t) => {
  const { service, clock, get } = await setUp(t)
  await service.record(reportOf('c_1'), sign(claimsOf('c_1', { exp: (begin + 10 * day) / 1000 })))
  clock.time = begin + 10 * day
  t.equal(await service.isCertified('delft', 'L1'), false)
  t.match(await get('/v1/conformance/certificates'), { certificates: [{ standing: 'expired' }] })
})

t.test('a source that was not tried again for 120 days is suspended, until it is', async (t) => {
  const { service, clock, get } = await setUp(t)
  await service.record(reportOf('c_1'), sign(claimsOf('c_1')))
  clock.time = begin + 121 * day
  t.equal(await service.isCertified('delft', 'L1'), false)
  t.match(await get('/v1/conformance/certificates'), { certificates: [{ standing: 'suspended' }] })
  const at = new Date(clock.time).toISOString()
  await service.record(reportOf('c_2', { run: { id: 'c_2', start: at, end: at } }))
  t.equal(await service.isCertified('delft', 'L1'), true)
})

t.test('a certificate that was changed in the database counts no more', async (t) => {
  const { service, gateway, get } = await setUp(t)
  await service.record(reportOf('c_1'), sign(claimsOf('c_1')))
  const table = gateway.database.kysely.updateTable('standardsCertificate' as never)
  await table.set({ level: 'L2' } as never).execute()
  t.equal(await service.isCertified('delft', 'L2'), false)
  t.match(await get('/v1/conformance/certificates'), { certificates: [{ standing: 'invalid' }] })
})

t.test('a certificate of another run, source or forger is not kept', async (t) => {
  const { service, get } = await setUp(t)
  await t.rejects(service.record(reportOf('c_1'), sign(claimsOf('c_2'))), { code: 'CERTIFICATE_MISMATCH' })
  await t.rejects(service.record(reportOf('c_1'), sign(claimsOf('c_1', { sub: 'other/main' }))), {
    code: 'CERTIFICATE_MISMATCH',
  })
  await t.rejects(service.record(reportOf('c_1'), sign(claimsOf('c_1'), 'forged')), {
    code: 'CERTIFICATE_TAMPERED',
  })
  await t.rejects(service.record(reportOf('c_1', { target: { source: 'delft/none' } })), {
    code: 'SOURCE_UNKNOWN',
  })
  t.same(await get('/v1/conformance/certificates'), { certificates: [] })
  t.same(await get('/v1/conformance/runs'), { runs: [] })
})

t.test('the same run recorded twice is one', async (t) => {
  const { service, get } = await setUp(t)
  for (let i = 0; i < 2; i++) await service.record(reportOf('c_1'), sign(claimsOf('c_1')))
  t.equal((await get('/v1/conformance/certificates')).certificates.length, 1)
  t.equal((await get('/v1/conformance/runs')).runs.length, 1)
})

t.test('runs come in pages, newest first, none twice', async (t) => {
  const { service, get } = await setUp(t)
  const at = (n: number) => new Date(begin + Math.floor(n / 2) * 1000).toISOString()
  for (let n = 0; n < 7; n++)
    await service.record(reportOf(`c_${n}`, { run: { id: `c_${n}`, start: at(n), end: at(n) } }))
  const seen: string[] = []
  for (let cursor = ''; ; ) {
    const page = await get(`/v1/conformance/runs?limit=2${cursor && `&cursor=${cursor}`}`)
    seen.push(...page.runs.map(({ id }: { id: string }) => id))
    if (page.cursor === undefined) break
    cursor = page.cursor
  }
  t.same(seen, ['c_6', 'c_5', 'c_4', 'c_3', 'c_2', 'c_1', 'c_0'])
  t.match(await get('/v1/conformance/runs?cursor=junk'), { code: 'CURSOR_INVALID', status: 400 })
})

t.test('a run is shown whole; one on a file of the operator’s only to the operator', async (t) => {
  const { service, get, bearer } = await setUp(t)
  await service.record(reportOf('c_1'))
  await service.record(reportOf('c_2', { target: {} }))
  t.match(await get('/v1/conformance/runs/c_1'), { run: { member: 'delft' }, report: { run: { id: 'c_1' } } })
  t.match(await get('/v1/conformance/runs/c_2'), { status: 404, code: 'RUN_UNKNOWN' })
  t.match(await get('/v1/conformance/runs/c_2', bearer), { run: { member: null } })
  t.equal((await get('/v1/conformance/runs')).runs.length, 1)
  t.equal((await get('/v1/conformance/runs', bearer)).runs.length, 2)
})

t.test('the matrix shows what each member has proved', async (t) => {
  const { service, members, get } = await setUp(t)
  await members.add({ id: 'leiden', name: 'Leiden', type: 'library' })
  await service.record(reportOf('c_1'), sign(claimsOf('c_1')))
  t.match(await get('/v1/conformance/matrix'), {
    suites: ['iso2709'],
    members: [
      {
        member: 'delft',
        stage: 'trial',
        suites: [{ suite: 'iso2709', level: 'L1', lastRun: { id: 'c_1', verdict: 'conformant' } }],
      },
      { member: 'leiden', suites: [{ suite: 'iso2709', level: null, expiresAt: null, lastRun: null }] },
    ],
  })
  const first = await get('/v1/conformance/matrix?limit=1')
  const second = await get(`/v1/conformance/matrix?limit=1&cursor=${first.cursor}`)
  t.same(
    [first, second].map(({ members }) => members[0].member),
    ['delft', 'leiden'],
  )
  t.equal(second.cursor, undefined)
})

t.test('the standards are listed with links that lead to them', async (t) => {
  const { get } = await setUp(t)
  const { schemas, suites } = await get('/v1/standards')
  t.match(suites, [{ id: 'iso2709', requirements: { must: 27 } }])
  t.ok(schemas.length >= 4)
  for (const { href, id } of schemas) t.equal((await get(href)).$id, id)
  t.match(await get('/v1/standards/constructor'), { status: 404, code: 'SCHEMA_UNKNOWN' })
})

t.test('a gateway without keys to check with certifies nobody', async (t) => {
  const kernel = await testKernel({ plugins: [members, standards] })
  t.teardown(() => kernel.close())
  await kernel.services.members.add({ id: 'delft', name: 'Delft', type: 'library' })
  t.equal(await kernel.services.standards.isCertified('delft', 'L1'), false)
})
