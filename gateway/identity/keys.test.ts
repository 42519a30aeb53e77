import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compactVerify, createLocalJWKSet, decodeProtectedHeader } from 'jose'
import t from 'tap'
import { openKeys, rotateKeys } from './keys.js'

const now = () => new Date('2026-03-02T08:00:00Z')
const folder = (t: { teardown(end: () => void): void }) => {
  const path = mkdtempSync(join(tmpdir(), 'shulian-'))
  t.teardown(() => rmSync(path, { recursive: true, force: true }))
  return join(path, 'data')
}
const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)

t.test('keys are made on first use and are the same afterwards', async (t) => {
  const dataDir = folder(t)
  const [first, second] = [await openKeys({ dataDir }), await openKeys({ dataDir })]
  t.equal(second.signer.kid, first.signer.kid)
  t.same(second.secret('reader'), first.secret('reader'))
  t.same(second.jwks, first.jwks)
})

t.test('nobody else can read them', async (t) => {
  const dataDir = folder(t)
  await openKeys({ dataDir })
  t.equal(mode(dataDir), '700')
  t.equal(mode(join(dataDir, 'keys.json')), '600')
  t.same(readdirSync(dataDir), ['keys.json'], 'no draft is left')
})

t.test('processes that start at once agree', async (t) => {
  const dataDir = folder(t)
  const opened = await Promise.all(Array.from({ length: 8 }, () => openKeys({ dataDir })))
  t.equal(new Set(opened.map(({ signer }) => signer.kid)).size, 1)
})

t.test('a signature is verified with the published keys, which hold nothing private', async (t) => {
  const { signer, jwks } = await openKeys({ dataDir: folder(t) })
  const jws = await signer.sign({ level: 'L1' }, { typ: 'certificate+jwt' })
  t.same(decodeProtectedHeader(jws), { alg: 'ES256', kid: signer.kid, typ: 'certificate+jwt' })
  const { payload } = await compactVerify(jws, createLocalJWKSet(jwks))
  t.same(JSON.parse(new TextDecoder().decode(payload)), { level: 'L1' })
  t.notMatch(JSON.stringify(jwks), /"d"/)
  t.match(signer.kid, /^[A-Za-z0-9_-]{43}$/, 'a SHA-256 thumbprint')
})

t.test('the header cannot take over alg or kid', async (t) => {
  const { signer } = await openKeys({ dataDir: folder(t) })
  const jws = await signer.sign({}, { alg: 'none', kid: 'x' })
  t.same(decodeProtectedHeader(jws), { alg: 'ES256', kid: signer.kid })
})

t.test('after a rotation another key signs and what the old one signed still verifies', async (t) => {
  const dataDir = folder(t)
  const before = await openKeys({ dataDir })
  const jws = await before.signer.sign({ level: 'L1' })
  await rotateKeys({ dataDir, now })
  const after = await openKeys({ dataDir })
  t.not(after.signer.kid, before.signer.kid)
  t.same(
    after.jwks.keys.map(({ kid }) => kid),
    [after.signer.kid, before.signer.kid],
  )
  await compactVerify(jws, createLocalJWKSet(after.jwks))
  t.same(after.secret('reader'), before.secret('reader'), 'pseudonyms stay')
  const kept = JSON.parse(readFileSync(join(dataDir, 'keys.json'), 'utf8'))
  t.match(kept.keys[1], {
    kid: before.signer.kid,
    retiredAt: '2026-03-02T08:00:00.000Z',
    jwk: { d: undefined },
  })
})

t.test('each purpose has a secret of its own', async (t) => {
  const { secret } = await openKeys({ dataDir: folder(t) })
  t.equal(secret('reader').length, 32)
  t.notSame(secret('reader'), secret('export'))
})

t.test('a damaged file is never replaced', async (t) => {
  const dataDir = folder(t)
  await openKeys({ dataDir })
  const path = join(dataDir, 'keys.json')
  for (const text of ['', '{', '{}', '{"secret":"short","keys":[]}']) {
    writeFileSync(path, text)
    await t.rejects(openKeys({ dataDir }), { code: 'KEYS_UNUSABLE', message: /backup/ })
    t.equal(readFileSync(path, 'utf8'), text)
  }
})
