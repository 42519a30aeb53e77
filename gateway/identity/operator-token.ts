import { randomUUID } from 'node:crypto'
import { chmod, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createLocalJWKSet, type JWTPayload, jwtVerify } from 'jose'
import type { Keys } from './keys.js'
import { writePrivateFile } from './private-file.js'

const day = 86_400
const lifetime = 365 * day
const renewedBefore = 30 * day

/** What an operator's token says as issuer; no reader's issuer can have this name, theirs are web addresses. */
export const operatorIssuer = 'shulian'

interface Parts {
  keys: Keys
  now(): Date
}

/**
 * The operator's bearer token: one line in `operator.token` in the data folder. A new one is written when none
 * is there, when less than 30 days are left, or when it is not of the key that signs now.
 */
export const openOperatorToken = async ({
  dataDir,
  keys,
  now,
}: Parts & { dataDir: string }): Promise<string> => {
  const path = join(dataDir, 'operator.token')
  const kept = (await readFile(path, 'utf8').catch(() => '')).trim()
  if (await isFresh(kept, { keys, now })) {
    await chmod(path, 0o600)
    return kept
  }
  const token = await makeToken({ keys, now })
  await writePrivateFile(path, `${token}\n`, { replace: true })
  return token
}

/** The subject of an operator's token, signed by the present key. Throws jose's errors. */
export const createOperatorCheck = ({ keys, now }: Parts): ((token: string) => Promise<JWTPayload>) => {
  const present = createLocalJWKSet({ keys: keys.jwks.keys.filter(({ kid }) => kid === keys.signer.kid) })
  return async (token) => {
    const { payload } = await jwtVerify(token, present, {
      algorithms: ['ES256'],
      typ: 'operator+jwt',
      issuer: operatorIssuer,
      audience: 'shulian:operator',
      subject: 'operator',
      requiredClaims: ['exp', 'iat', 'jti'],
      currentDate: now(),
    })
    return payload
  }
}

const isFresh = async (token: string, parts: Parts): Promise<boolean> => {
  const payload = await createOperatorCheck(parts)(token).catch(() => null)
  return payload !== null && Number(payload.exp) - seconds(parts.now()) >= renewedBefore
}

const makeToken = ({ keys, now }: Parts): Promise<string> => {
  const iat = seconds(now())
  return keys.signer.sign(
    {
      iss: operatorIssuer,
      aud: 'shulian:operator',
      sub: 'operator',
      iat,
      exp: iat + lifetime,
      jti: randomUUID(),
    },
    { typ: 'operator+jwt' },
  )
}

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000)
