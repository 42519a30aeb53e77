import t, { type Test } from 'tap'
import { silentLog } from '../contracts/log.js'
import { createEgress } from '../outbound/egress.js'
import { createOutbound } from '../outbound/outbound.js'
import { createIssuers } from './issuers.js'
import { testIssuer } from './testing.js'

const opened = async (t: Test, allow = ['127.0.0.0/8']) => {
  const clock = { at: Date.now() }
  const now = () => new Date(clock.at)
  const issuer = await testIssuer()
  const outbound = createOutbound({ egress: createEgress({ allow }), log: silentLog, now })
  t.teardown(async () => {
    await outbound.close()
    await issuer.close()
  })
  const issuers = createIssuers({
    issuers: [issuer.settings],
    outside: outbound.outside('issuers'),
    now,
    log: silentLog,
  })
  return { issuer, issuers, pass: (seconds: number) => (clock.at += seconds * 1000), now }
}
const refused = { code: 'TOKEN_INVALID', status: 401 }

t.test('a reader of an accepted issuer is who the token says', async (t) => {
  const { issuer, issuers } = await opened(t)
  const token = await issuer.token('lin', { claims: { member: 'delft' } })
  t.same(await issuers.verify(token), { issuer: 'https://readers.example', subject: 'lin', member: 'delft' })
  const plain = await issuer.token('lin', { header: { typ: 'JWT' } })
  t.equal((await issuers.verify(plain)).member, null)
})

t.test('keys are fetched once for many tokens', async (t) => {
  const { issuer, issuers } = await opened(t)
  const token = await issuer.token('lin')
  await Promise.all(Array.from({ length: 50 }, () => issuers.verify(token)))
  t.equal(issuer.fetches(), 1)
})

t.test('10,000 unknown kids cost the issuer one call in 30 seconds', async (t) => {
  const { issuer, issuers, pass } = await opened(t)
  const good = await issuer.token('lin')
  await issuers.verify(good)
  pass(31)
  const [, payload, signature] = (await issuer.token('lin')).split('.')
  const flood = Array.from({ length: 10_000 }, (_, index) => {
    const header = Buffer.from(JSON.stringify({ alg: 'ES256', typ: 'at+jwt', kid: `x${index}` })).toString(
      'base64url',
    )
    return issuers.verify(`${header}.${payload}.${signature}`).catch(({ code }) => code)
  })
  t.same(new Set(await Promise.all(flood)), new Set(['TOKEN_INVALID']))
  t.equal(issuer.fetches(), 2)
  t.equal((await issuers.verify(good)).subject, 'lin', 'and good tokens pass meanwhile')
})

t.test('new keys are found when 30 seconds have passed, old ones refused then', async (t) => {
  const { issuer, issuers, pass, now } = await opened(t)
  const before = await issuer.token('lin')
  await issuers.verify(before)
  await issuer.rotate()
  pass(31)
  t.equal((await issuers.verify(await issuer.token('lin', { now: now() }))).subject, 'lin')
  await t.rejects(issuers.verify(before), refused)
})

t.test('keys of an issuer that is down serve for 24 hours and no longer', async (t) => {
  const { issuer, issuers, pass, now } = await opened(t)
  await issuers.verify(await issuer.token('lin'))
  issuer.answer({ status: 503 })
  pass(23 * 3600)
  t.equal((await issuers.verify(await issuer.token('lin', { now: now() }))).subject, 'lin')
  pass(2 * 3600)
  const token = await issuer.token('lin', { now: now() })
  await t.rejects(issuers.verify(token), { ...refused, message: /cannot be had now/ })
  issuer.answer(null)
  pass(31)
  t.equal((await issuers.verify(token)).subject, 'lin', 'and it comes back by itself')
})

t.test('an answer that is not a key set, or longer than 64 KiB, is no key set', async (t) => {
  for (const body of ['<html>', '{}', JSON.stringify({ keys: [], padding: 'x'.repeat(65_536) })]) {
    const { issuer, issuers } = await opened(t)
    issuer.answer({ body })
    await t.rejects(issuers.verify(await issuer.token('lin')), refused)
  }
})

t.test(
  'adapter or JWKS URL: SSRF, DNS rebinding: keys at an address that the egress rules close are never asked for',
  async (t) => {
    const { issuer, issuers } = await opened(t, [])
    await t.rejects(issuers.verify(await issuer.token('lin')), refused)
    t.equal(issuer.fetches(), 0)
  },
)

t.test('another issuer’s token is refused without a call', async (t) => {
  const { issuer, issuers } = await opened(t)
  const token = await issuer.token('lin', { claims: { iss: 'https://elsewhere.example' } })
  await t.rejects(issuers.verify(token), { ...refused, message: /does not know/ })
  t.equal(issuer.fetches(), 0)
})
