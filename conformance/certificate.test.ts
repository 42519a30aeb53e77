import { CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose'
import t from 'tap'
import {
  CERTIFICATE_TYPE,
  type MintOptions,
  mintCertificate,
  type Signer,
  verifyCertificate,
} from './certificate.js'
import { digestOf } from './jcs.js'
import { goodAddress, goodRepository, outsideTo } from './mutants/good-repository.js'
import type { ConformanceReport } from './report.js'
import { runSuite } from './runner.js'
import { oaiPmh } from './suites/oai-pmh.js'

const day = 86_400_000
const now = new Date('2026-01-01T00:00:00Z')

const makeKey = async (kid: string) => {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  const sign = (payload: object, header: object = {}) =>
    new CompactSign(Buffer.from(JSON.stringify(payload)))
      .setProtectedHeader({ ...header, alg: 'ES256', kid })
      .sign(privateKey)
  const signer: Signer = { alg: 'ES256', kid, sign }
  const jwk: JWK = { ...(await exportJWK(publicKey)), kid, alg: 'ES256' }
  return { signer, privateKey, jwks: { keys: [jwk] } }
}

const report: ConformanceReport = await runSuite(
  oaiPmh,
  { kind: 'source', location: goodAddress, source: 'example/main' },
  { outside: outsideTo(goodRepository), signal: new AbortController().signal, now: () => now },
)
const key = await makeKey('k1')
const options = (more: Partial<MintOptions> = {}): MintOptions => ({
  signer: key.signer,
  now,
  issuer: 'https://consortium.example.org',
  assurance: 'A2',
  runner: { name: 'shulian', version: '0.1.0' },
  adapter: { name: 'oai-pmh', version: '1.0.0' },
  ...more,
})
const { jws, claims } = await mintCertificate(report, options())
const verify = (token: string, at = now, jwks = key.jwks) => verifyCertificate(token, jwks, { now: at })
const signed = (payload: object, header: object = { typ: CERTIFICATE_TYPE }) =>
  key.signer.sign(payload, { ...header })

t.test('a certificate tells what was proved, and the digest of its report', async (t) => {
  t.match(await verify(jws), {
    iss: 'https://consortium.example.org',
    sub: 'example/main',
    trust_mark_type: 'https://consortium.example.org/conformance/oai-pmh/L2',
    conformance: {
      level: 'L2',
      assurance: 'A2',
      standard: { id: 'oai-pmh', version: '2.0' },
      run: { id: report.run.id },
    },
  })
  t.equal(claims.conformance.report.sha256, digestOf(report))
  t.same(claims.conformance.coverage, report.coverage)
})

t.test('a gateway without a public address issues as a URN', async (t) => {
  const { jws } = await mintCertificate(report, options({ issuer: 'urn:shulian:k1' }))
  t.match(await verify(jws), {
    iss: 'urn:shulian:k1',
    trust_mark_type: 'urn:shulian:k1/conformance/oai-pmh/L2',
  })
})

t.test('it lives 365 days at most', async (t) => {
  t.equal(claims.exp - claims.iat, 365 * 86_400)
  const { claims: longer } = await mintCertificate(report, options({ days: 4000 }))
  t.equal(longer.exp - longer.iat, 365 * 86_400)
  await verify(jws, new Date(now.getTime() + 365 * day - 1000))
  await t.rejects(verify(jws, new Date(now.getTime() + 365 * day)), { code: 'CERTIFICATE_EXPIRED' })
})

t.test('one that says it lives longer is refused', async (t) => {
  await t.rejects(verify(await signed({ ...claims, exp: claims.exp + 1 })), { code: 'CERTIFICATE_INVALID' })
})

t.test('it is not valid before its time', async (t) => {
  await t.rejects(verify(jws, new Date(now.getTime() - 1000)), { code: 'CERTIFICATE_INVALID' })
})

t.test('nothing proved, nothing minted', async (t) => {
  const none = { ...report.coverage.must, passed: 0, inapplicable: report.coverage.must.total }
  const empty = { ...report, coverage: { ...report.coverage, must: none } }
  await t.rejects(mintCertificate(empty, options()), { code: 'CERTIFICATE_WITHOUT_COVERAGE' })
  const total = { ...none, total: 0, inapplicable: 0 }
  await t.rejects(mintCertificate({ ...report, coverage: { ...report.coverage, must: total } }, options()), {
    code: 'CERTIFICATE_WITHOUT_COVERAGE',
  })
})

t.test('a signed certificate without coverage is refused too', async (t) => {
  const must = { ...claims.conformance.coverage.must, passed: 0 }
  const empty = {
    ...claims,
    conformance: { ...claims.conformance, coverage: { ...claims.conformance.coverage, must } },
  }
  await t.rejects(verify(await signed(empty)), { code: 'CERTIFICATE_WITHOUT_COVERAGE' })
})

t.test('no other verdict earns one', async (t) => {
  for (const verdict of ['not-conformant', 'incomplete', 'infrastructure'] as const)
    await t.rejects(mintCertificate({ ...report, verdict }, options()), {
      code: 'CERTIFICATE_NOT_EARNED',
      status: 409,
    })
})

t.test('a changed claim is found out', async (t) => {
  const [header, , signature] = jws.split('.')
  const other = Buffer.from(JSON.stringify({ ...claims, sub: 'other/main' })).toString('base64url')
  await t.rejects(verify([header, other, signature].join('.')), { code: 'CERTIFICATE_TAMPERED' })
})

t.test('a key that is not known is said to be unknown', async (t) => {
  const stranger = await makeKey('k2')
  await t.rejects(verify(jws, now, stranger.jwks), { code: 'CERTIFICATE_UNKNOWN_KEY' })
})

t.test('another key under the same id does not pass', async (t) => {
  const impostor = await makeKey('k1')
  await t.rejects(verify(jws, now, impostor.jwks), { code: 'CERTIFICATE_TAMPERED' })
})

t.test('only ES256, only this type, only with a key id', async (t) => {
  const unsigned = [
    Buffer.from(JSON.stringify({ alg: 'none', typ: CERTIFICATE_TYPE })).toString('base64url'),
    jws.split('.')[1],
    '',
  ].join('.')
  await t.rejects(verify(unsigned), { code: 'CERTIFICATE_INVALID' })
  const hmac = await new CompactSign(Buffer.from(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'HS256', typ: CERTIFICATE_TYPE, kid: 'k1' })
    .sign(Buffer.alloc(32, 1))
  await t.rejects(verify(hmac), { code: 'CERTIFICATE_INVALID' })
  await t.rejects(verify(await signed(claims, { typ: 'JWT' })), { code: 'CERTIFICATE_INVALID' })
  const nameless = await new CompactSign(Buffer.from(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'ES256', typ: CERTIFICATE_TYPE })
    .sign(key.privateKey)
  await t.rejects(verify(nameless), { code: 'CERTIFICATE_INVALID' })
})

t.test('a claim that is missing, or junk, is no certificate', async (t) => {
  for (const name of ['exp', 'sub', 'jti', 'status', 'conformance'])
    await t.rejects(
      verify(await signed({ ...claims, [name]: undefined })),
      { code: 'CERTIFICATE_INVALID' },
      name,
    )
  for (const junk of ['', 'junk', 'a.b.c', `${jws}.x`])
    await t.rejects(verify(junk), { code: 'CERTIFICATE_INVALID' }, junk)
})

t.test('white space around a certificate in a file does no harm', async (t) => {
  t.equal((await verify(`\n${jws}\n`)).jti, claims.jti)
})
