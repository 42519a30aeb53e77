import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import t from 'tap'
import { openKeys, rotateKeys } from './keys.js'
import { createOperatorCheck, openOperatorToken } from './operator-token.js'

const start = new Date('2026-03-02T08:00:00Z')
const daysLater = (days: number) => () => new Date(start.getTime() + days * 86_400_000)
const opened = async (t: { teardown(end: () => void): void }) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'shulian-'))
  t.teardown(() => rmSync(dataDir, { recursive: true, force: true }))
  return {
    dataDir,
    path: join(dataDir, 'operator.token'),
    keys: await openKeys({ dataDir }),
    now: () => start,
  }
}

t.test('the token is one line that only its owner reads', async (t) => {
  const parts = await opened(t)
  const token = await openOperatorToken(parts)
  t.equal(readFileSync(parts.path, 'utf8'), `${token}\n`)
  t.equal((statSync(parts.path).mode & 0o777).toString(8), '600')
  t.same(
    readdirSync(parts.dataDir).filter((name) => name.includes('operator')),
    ['operator.token'],
  )
})

t.test('it is good for a year and says what it is', async (t) => {
  const parts = await opened(t)
  const token = await openOperatorToken(parts)
  t.match(decodeProtectedHeader(token), { alg: 'ES256', typ: 'operator+jwt', kid: parts.keys.signer.kid })
  const { iss, aud, sub, iat, exp, jti } = decodeJwt(token)
  t.match(
    { iss, aud, sub, jti },
    { iss: 'shulian', aud: 'shulian:operator', sub: 'operator', jti: /^[0-9a-f-]{36}$/ },
  )
  t.equal(Number(exp) - Number(iat), 365 * 86_400)
})

t.test('it stays until less than 30 days are left', async (t) => {
  const parts = await opened(t)
  const token = await openOperatorToken(parts)
  t.equal(await openOperatorToken({ ...parts, now: daysLater(334) }), token)
  const renewed = await openOperatorToken({ ...parts, now: daysLater(336) })
  t.not(renewed, token)
  t.equal(readFileSync(parts.path, 'utf8'), `${renewed}\n`)
})

t.test('a file that holds something else is written anew', async (t) => {
  const parts = await opened(t)
  for (const text of ['', 'not a token', await parts.keys.signer.sign({ sub: 'operator' })]) {
    writeFileSync(parts.path, text)
    const token = await openOperatorToken(parts)
    t.equal((await createOperatorCheck(parts)(token)).sub, 'operator')
  }
})

t.test('a token of a retired key is refused and replaced', async (t) => {
  const parts = await opened(t)
  const token = await openOperatorToken(parts)
  const keys = await rotateKeys(parts)
  await t.rejects(createOperatorCheck({ ...parts, keys })(token))
  t.not(await openOperatorToken({ ...parts, keys }), token)
})
