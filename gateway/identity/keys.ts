import { hkdfSync, randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CompactSign, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { ShulianError } from '../contracts/errors.js'
import { writePrivateFile } from './private-file.js'

/** Signs in the gateway's name. */
export interface Signer {
  alg: 'ES256'
  /** RFC 7638 thumbprint of the public key. */
  kid: string
  /** Compact JWS of a JSON payload; `alg` and `kid` of the header are the signer's own. */
  sign(payload: object, header?: { typ?: string; [name: string]: unknown }): Promise<string>
}

export interface Keys {
  signer: Signer
  /** Public keys, the present one first, then the retired: what they signed can still be verified. */
  jwks: { keys: JWK[] }
  /** 32 bytes for one purpose; the same as long as the data folder lives, unrelated to those of other purposes. */
  secret(purpose: string): Uint8Array
}

const Kept = Type.Object(
  {
    secret: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }),
    keys: Type.Array(
      Type.Object({
        kid: Type.String(),
        retiredAt: Type.Optional(Type.String()),
        jwk: Type.Record(Type.String(), Type.Unknown()),
      }),
      { minItems: 1 },
    ),
  },
  { additionalProperties: false },
)
type Kept = Static<typeof Kept>
type KeptKey = Kept['keys'][number]
const keptCheck = Compile(Kept)

/**
 * The gateway's own keys: `keys.json` in the data folder, made on first use. Processes that start at once agree
 * on one file. A file that cannot be read is never replaced: every reader's pseudonym hangs on it.
 * @throws ShulianError KEYS_UNUSABLE
 */
export const openKeys = async ({ dataDir }: { dataDir: string }): Promise<Keys> => {
  const path = join(dataDir, 'keys.json')
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  await chmod(dataDir, 0o700)
  const kept = (await readKept(path)) ?? (await makeKept(path))
  await chmod(path, 0o600)
  return toKeys(kept, path)
}

/** A new key signs from now on; the private half of the old one is forgotten, its public half stays in `jwks`. */
export const rotateKeys = async ({ dataDir, now }: { dataDir: string; now(): Date }): Promise<Keys> => {
  await openKeys({ dataDir })
  const path = join(dataDir, 'keys.json')
  const kept = (await readKept(path)) as Kept
  const retiredAt = now().toISOString()
  const retired = kept.keys.map(({ kid, jwk, ...key }) => ({ kid, jwk: publicHalf(jwk), retiredAt, ...key }))
  const next: Kept = { secret: kept.secret, keys: [await makeKey(), ...retired] }
  await writePrivateFile(path, JSON.stringify(next, null, 2), { replace: true })
  return toKeys(next, path)
}

const readKept = async (path: string): Promise<Kept | null> => {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null
    throw unusable(path, cause)
  })
  if (text === null) return null
  const kept = parsed(text, path)
  if (!keptCheck.Check(kept)) throw unusable(path)
  return kept
}

const parsed = (text: string, path: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw unusable(path, cause)
  }
}

const makeKept = async (path: string): Promise<Kept> => {
  const made: Kept = { secret: randomBytes(32).toString('base64url'), keys: [await makeKey()] }
  await writePrivateFile(path, JSON.stringify(made, null, 2), { replace: false })
  return (await readKept(path)) ?? made
}

const makeKey = async (): Promise<KeptKey> => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = await exportJWK(privateKey)
  return { kid: await calculateJwkThumbprint(jwk), jwk: { ...jwk } }
}

const toKeys = async ({ secret, keys }: Kept, path: string): Promise<Keys> => {
  const current = keys.find(({ retiredAt }) => retiredAt === undefined)
  if (!current) throw unusable(path)
  const privateKey = await importJWK(current.jwk as JWK, 'ES256').catch((cause) => {
    throw unusable(path, cause)
  })
  const root = Buffer.from(secret, 'base64url')
  return {
    signer: {
      alg: 'ES256',
      kid: current.kid,
      sign: (payload, header = {}) =>
        new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
          .setProtectedHeader({ ...header, alg: 'ES256', kid: current.kid })
          .sign(privateKey),
    },
    jwks: {
      keys: keys.map(({ kid, jwk }) => ({ ...publicHalf(jwk), kid, alg: 'ES256', use: 'sig' }) as JWK),
    },
    secret: (purpose) => new Uint8Array(hkdfSync('sha256', root, '', `shulian:${purpose}`, 32)),
  }
}

const publicHalf = ({ kty, crv, x, y }: KeptKey['jwk']): KeptKey['jwk'] => ({ kty, crv, x, y })

const unusable = (path: string, cause?: unknown) =>
  new ShulianError(
    'KEYS_UNUSABLE',
    `The gateway's keys in ${path} cannot be read. Put back the file of the last backup; without it readers lose their profiles.`,
    { status: 503, cause },
  )
