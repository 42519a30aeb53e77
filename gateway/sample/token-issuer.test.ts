import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import t, { type Test } from 'tap'
import { startTokenIssuer, type TokenIssuerOptions } from './token-issuer.js'

const started = async (t: Test, options: TokenIssuerOptions = {}) => {
  const issuer = await startTokenIssuer(options)
  t.teardown(issuer.close)
  const verify = (token: string) =>
    jwtVerify(token, createRemoteJWKSet(new URL(`${issuer.url}/jwks.json`)), {
      issuer: issuer.url,
      audience: 'shulian',
      typ: 'at+jwt',
    })
  const signIn = (form: Record<string, string>) =>
    fetch(`${issuer.url}/sign-in`, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' })
  return { issuer, verify, signIn }
}

t.test('a script gets a token for a reader', async (t) => {
  const { issuer, verify } = await started(t)
  const response = await fetch(`${issuer.url}/token`, {
    method: 'POST',
    body: JSON.stringify({ reader: 'reader-lin' }),
  })
  const { token } = (await response.json()) as { token: string }
  const { payload, protectedHeader } = await verify(token)
  t.match(payload, { sub: 'reader-lin', member: 'university', jti: String })
  t.equal((payload.exp ?? 0) - (payload.iat ?? 0), 3600)
  t.match(protectedHeader, { alg: 'ES256', typ: 'at+jwt', kid: String })
})

t.test('a reader of no member has no such claim', async (t) => {
  const { issuer, verify } = await started(t)
  t.notOk('member' in (await verify(await issuer.token('reader-wang'))).payload)
})

t.test('a reader nobody knows gets nothing', async (t) => {
  const { issuer, signIn } = await started(t)
  for (const body of ['{"reader":"x"}', '{}', 'no json', ''])
    t.equal((await fetch(`${issuer.url}/token`, { method: 'POST', body })).status, 400, body)
  t.equal((await signIn({ reader: 'x', return_to: 'http://127.0.0.1:1/' })).status, 400)
})

t.test('the page has a button for each reader, and sends back with the token in the fragment', async (t) => {
  const { issuer, verify, signIn } = await started(t)
  const back = 'http://localhost:8080/profile?lang=zh'
  const page = await fetch(`${issuer.url}/sign-in?return_to=${encodeURIComponent(back)}`)
  const html = await page.text()
  t.equal(html.match(/<button /g)?.length, 3)
  t.match(html, '林晓雨')
  t.match(page.headers.get('content-security-policy'), /form-action 'self' http:\/\/localhost:8080/)
  const sent = await signIn({ reader: 'reader-chen', return_to: back })
  t.equal(sent.status, 303)
  const [address, token = ''] = (sent.headers.get('location') ?? '').split('#token=')
  t.equal(address, back)
  t.match((await verify(token)).payload, { sub: 'reader-chen', member: 'public' })
})

t.test('a token is sent to the loopback and to listed origins only', async (t) => {
  const { issuer, signIn } = await started(t, { allowReturn: ['https://books.example'] })
  const refused = [
    'https://evil.example/',
    'javascript:alert(1)',
    'http://127.0.0.1.evil.example/',
    'http://localhost@evil.example/',
    '//evil.example',
    '',
    'http://user:x@127.0.0.1/',
    'https://books.example.evil.example/',
    'http://books.example/',
  ]
  for (const address of refused) {
    t.equal((await signIn({ reader: 'reader-lin', return_to: address })).status, 400, address)
    t.equal((await fetch(`${issuer.url}/sign-in?return_to=${encodeURIComponent(address)}`)).status, 400)
  }
  for (const address of ['http://127.0.0.1:9/', 'http://[::1]:9/x', 'https://books.example/back'])
    t.equal((await signIn({ reader: 'reader-lin', return_to: address })).status, 303, address)
})

t.test('an address of return cannot break out of the page', async (t) => {
  const { issuer } = await started(t)
  const html = await (
    await fetch(
      `${issuer.url}/sign-in?return_to=${encodeURIComponent('http://localhost/"><script>x</script>')}`,
    )
  ).text()
  t.notMatch(html, /<script/)
})

t.test('with a key file tokens outlive a restart', async (t) => {
  const keyFile = join(t.testdir(), 'keys', 'issuer.json')
  const { issuer } = await started(t, { keyFile })
  const keys = await (await fetch(`${issuer.url}/jwks.json`)).json()
  t.ok(existsSync(keyFile))
  if (process.platform !== 'win32') t.equal(statSync(keyFile).mode & 0o777, 0o600)
  const again = await started(t, { keyFile })
  t.same(await (await fetch(`${again.issuer.url}/jwks.json`)).json(), keys)
  t.notMatch(keys, { keys: [{ d: String }] }, 'the private part is not published')
})

t.test('its addresses are where discovery looks for them', async (t) => {
  const { issuer } = await started(t)
  t.match(await (await fetch(`${issuer.url}/.well-known/openid-configuration`)).json(), {
    issuer: issuer.url,
    jwks_uri: `${issuer.url}/jwks.json`,
  })
  t.equal((await fetch(`${issuer.url}/elsewhere`)).status, 404)
})
