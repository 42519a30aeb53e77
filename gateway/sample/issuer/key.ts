import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'

export interface SigningKey {
  kid: string
  privateKey: CryptoKey
  publicJwk: JWK
}

/** An ES256 key (RFC 7518 §3.4), kept in `file` when one is given: tokens stay valid over a restart. */
export async function signingKey(file: string | undefined): Promise<SigningKey> {
  const jwk =
    file !== undefined && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as JWK) : await newKey()
  if (file !== undefined && !existsSync(file)) keep(file, jwk)
  const { d: _, ...shown } = jwk
  const kid = await calculateJwkThumbprint(shown)
  const privateKey = (await importJWK(jwk, 'ES256')) as CryptoKey
  return { kid, privateKey, publicJwk: { ...shown, kid, alg: 'ES256', use: 'sig' } }
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  return exportJWK(privateKey)
}

/** Of two that start at once the first one's key holds. */
function keep(file: string, jwk: JWK): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(jwk), { mode: 0o600, flag: 'wx' })
}
