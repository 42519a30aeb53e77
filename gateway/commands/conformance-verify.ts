import { readFileSync } from 'node:fs'
import type { JSONWebKeySet } from 'jose'
import type { Parts } from './conformance-parts.js'
import { needed, readWords, Usage } from './conformance-words.js'

/** `conformance verify`: offline. @throws ShulianError of verifying, Usage for files that cannot be read */
export const verify = async (args: string[], { io, texts, open }: Parts): Promise<number> => {
  const { values, positionals } = readWords('verify', args, { jwks: { type: 'string' } }, 1)
  const given = needed(positionals[0], 'CERTIFICATE')
  const jws = /^[\w-]+\.[\w-]+\.[\w-]+$/.test(given) && given.length > 300 ? given : fileText(given)
  const jwks = values.jwks === undefined ? (await open()).jwks : keySet(values.jwks)
  const claims = await texts.conformance.verifyCertificate(jws, jwks, { now: texts.now() })
  const { sub, iss, exp, conformance } = claims
  const until = new Date(exp * 1000).toISOString()
  if (io.json) io.stdout(JSON.stringify({ event: 'valid', claims }))
  else
    io.stdout(`Valid until ${until}: ${sub}, ${conformance.suite.id} ${conformance.level}, issued by ${iss}`)
  return 0
}

const fileText = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new Usage(`${path}: expected a file that can be read.`)
  }
}

const keySet = (path: string): JSONWebKeySet => {
  try {
    const value: unknown = JSON.parse(fileText(path))
    if (typeof value === 'object' && value !== null && Array.isArray((value as JSONWebKeySet).keys))
      return value as JSONWebKeySet
  } catch (error) {
    if (error instanceof Usage) throw error
  }
  throw new Usage(`${path}: expected a JSON Web Key Set: {"keys":[…]}.`)
}
