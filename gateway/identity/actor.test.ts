import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import t, { type Test } from 'tap'
import { silentLog } from '../contracts/log.js'
import { createEgress } from '../outbound/egress.js'
import { createOutbound } from '../outbound/outbound.js'
import { createAuthenticator, readerPseudonym } from './actor.js'
import { createIssuers } from './issuers.js'
import { openKeys } from './keys.js'
import { openOperatorToken } from './operator-token.js'
import { testIssuer } from './testing.js'

const now = () => new Date()
const opened = async (t: Test) => {
  const dataDir = mkdtempSync(`${tmpdir()}/shulian-`)
  const issuer = await testIssuer()
  const outbound = createOutbound({ egress: createEgress({ allow: ['127.0.0.0/8'] }), log: silentLog, now })
  t.teardown(async () => {
    await outbound.close()
    await issuer.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
  const keys = await openKeys({ dataDir })
  const issuers = createIssuers({
    issuers: [issuer.settings],
    outside: outbound.outside('issuers'),
    now,
    log: silentLog,
  })
  const { authenticate } = createAuthenticator({ keys, issuers, now })
  return { dataDir, keys, issuer, authenticate, operator: await openOperatorToken({ dataDir, keys, now }) }
}
const refused = { code: 'TOKEN_INVALID', status: 401 }
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const seconds = () => Math.floor(Date.now() / 1000)

t.test('without a header anybody asks', async (t) => {
  const { authenticate } = await opened(t)
  t.same(await authenticate(undefined), { kind: 'anonymous' })
})

t.test('the operator’s token makes the operator', async (t) => {
  const { authenticate, operator } = await opened(t)
  t.same(await authenticate(`Bearer ${operator}`), { kind: 'operator', subject: 'operator' })
  t.equal((await authenticate(`bearer ${operator}`)).kind, 'operator')
})

t.test(
  'a reader has the gateway’s own name, the same each time, that says nothing of the issuer’s',
  async (t) => {
    const { authenticate, issuer } = await opened(t)
    const lin = await authenticate(`Bearer ${await issuer.token('lin', { claims: { member: 'delft' } })}`)
    t.match(lin, { kind: 'reader', subject: /^u_[0-9a-f]{26}$/, member: 'delft' })
    t.same(await authenticate(`Bearer ${await issuer.token('lin')}`), { ...lin, member: null })
    t.notSame(await authenticate(`Bearer ${await issuer.token('wang')}`), { ...lin, member: null })
  },
)

t.test('issuer and subject cannot be shifted into each other', (t) => {
  const name = readerPseudonym(new Uint8Array(32))
  t.not(name('https://a', 'b|c'), name('https://a|b', 'c'))
  t.not(name('https://a', '"b'), name('https://a"', 'b'))
  t.end()
})

t.test('a header of another form is refused', async (t) => {
  const { authenticate, operator } = await opened(t)
  for (const header of [
    '',
    'Bearer',
    'Bearer ',
    `Basic ${operator}`,
    operator,
    `Bearer ${operator} x`,
    'Bearer a b',
    'Bearer 令牌',
  ])
    await t.rejects(authenticate(header), refused, header.slice(0, 20))
})

t.test('each mutation of a reader’s token is refused', async (t) => {
  const { authenticate, issuer } = await opened(t)
  const good = await issuer.token('lin')
  const [header = '', payload = '', signature = ''] = good.split('.')
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
  const stranger = await generateKeyPair('ES256', { extractable: true })
  const publicBytes = new TextEncoder().encode(JSON.stringify(issuer.publicJwk()))
  const kid = String(issuer.publicJwk().kid)
  const withClaims = (changes: object) => issuer.token('lin', { claims: changes })
  const mutations: Record<string, string> = {
    'alg none': `${encoded({ alg: 'none', typ: 'at+jwt' })}.${payload}.`,
    'alg None': `${encoded({ alg: 'None', typ: 'at+jwt', kid })}.${payload}.${signature}`,
    'HS256 with the public key as secret': await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid })
      .sign(publicBytes),
    'no exp': await withClaims({ exp: undefined }),
    'no iat': await withClaims({ iat: undefined }),
    'no aud': await withClaims({ aud: undefined }),
    'no iss': await withClaims({ iss: undefined }),
    'no sub': await withClaims({ sub: undefined }),
    'empty sub': await withClaims({ sub: '' }),
    'sub too long': await withClaims({ sub: 'x'.repeat(256) }),
    'exp as text': await withClaims({ exp: 'tomorrow' }),
    'not yet valid': await withClaims({ nbf: seconds() + 600 }),
    'wrong aud': await withClaims({ aud: 'another' }),
    'iss with a slash more': await withClaims({ iss: `${issuer.settings.issuer}/` }),
    'the operator’s issuer': await withClaims({ iss: 'shulian', aud: 'shulian:operator', sub: 'operator' }),
    'member that is no id': await withClaims({ member: '../etc' }),
    'wrong typ': await issuer.token('lin', { header: { typ: 'logout+jwt' } }),
    'the operator’s typ': await issuer.token('lin', { header: { typ: 'operator+jwt' } }),
    'no typ': await issuer.token('lin', { header: { typ: undefined } }),
    'foreign kid': await issuer.token('lin', { header: { kid: 'another' } }),
    'foreign key under a known kid': await new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid })
      .sign(stranger.privateKey),
    'its own key in the header': await new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', jwk: await exportJWK(stranger.publicKey) })
      .sign(stranger.privateKey),
    'unknown crit': `${encoded({ alg: 'ES256', typ: 'at+jwt', kid, crit: ['x'], x: 1 })}.${payload}.${signature}`,
    'payload tampered': `${header}.${encoded({ ...claims, sub: 'wang' })}.${signature}`,
    'signature cut': `${header}.${payload}.${signature.slice(0, -4)}`,
    'signature missing': `${header}.${payload}.`,
    'payload no object': `${header}.${Buffer.from('[]').toString('base64url')}.${signature}`,
    'two parts': `${header}.${payload}`,
    'no token': 'x',
  }
  for (const [name, token] of Object.entries(mutations))
    await t.rejects(authenticate(`Bearer ${token}`), refused, name)
  t.equal((await authenticate(`Bearer ${good}`)).kind, 'reader', 'and the token itself passes')
})

t.test('addresses in a header are never called', async (t) => {
  const { authenticate, issuer } = await opened(t)
  let calls = 0
  const bait = createServer((_request, response) => {
    calls += 1
    response.end('{}')
  })
  await new Promise<void>((resolve) => bait.listen(0, '127.0.0.1', resolve))
  t.teardown(() => bait.close())
  const address = `http://127.0.0.1:${(bait.address() as AddressInfo).port}/jwks.json`
  const stranger = await generateKeyPair('ES256')
  for (const name of ['jku', 'x5u']) {
    const token = await new SignJWT({ iss: issuer.settings.issuer, aud: 'shulian', sub: 'lin' })
      .setIssuedAt()
      .setExpirationTime('1h')
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'bait', [name]: address })
      .sign(stranger.privateKey)
    await t.rejects(authenticate(`Bearer ${token}`), refused, name)
  }
  t.equal(calls, 0)
})

t.test('an expired token is told so; half a minute of clock difference is forgiven', async (t) => {
  const { authenticate, issuer } = await opened(t)
  const late = await issuer.token('lin', { claims: { exp: seconds() - 31 } })
  await t.rejects(authenticate(`Bearer ${late}`), { ...refused, message: /expired/ })
  t.equal(
    (await authenticate(`Bearer ${await issuer.token('lin', { claims: { exp: seconds() - 20 } })}`)).kind,
    'reader',
  )
})

t.test('a token longer than 8 KiB is refused unread', async (t) => {
  const { authenticate, issuer } = await opened(t)
  const token = await issuer.token('lin', { claims: { padding: 'x'.repeat(8 * 1024) } })
  await t.rejects(authenticate(`Bearer ${token}`), { ...refused, message: /longer/ })
  t.equal(issuer.fetches(), 0)
})

t.test('another thing that the gateway signed is not the operator', async (t) => {
  const { authenticate, keys } = await opened(t)
  const claims = {
    iss: 'shulian',
    aud: 'shulian:operator',
    sub: 'operator',
    iat: seconds(),
    exp: seconds() + 60,
    jti: 'x',
  }
  await authenticate(`Bearer ${await keys.signer.sign(claims, { typ: 'operator+jwt' })}`)
  const others: [object, Record<string, unknown>][] = [
    [claims, { typ: 'certificate+jwt' }],
    [{ ...claims, aud: 'shulian' }, { typ: 'operator+jwt' }],
    [{ ...claims, sub: 'lin' }, { typ: 'operator+jwt' }],
    [{ ...claims, exp: undefined }, { typ: 'operator+jwt' }],
    [{ ...claims, exp: seconds() - 1 }, { typ: 'operator+jwt' }],
  ]
  for (const [payload, header] of others)
    await t.rejects(authenticate(`Bearer ${await keys.signer.sign(payload, header)}`), refused)
})
