import { createHash, hash, randomBytes } from 'node:crypto'
import type { MatchingKey } from '../../standards/matching/comparison.js'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** 26 characters of Crockford's base 32: 130 bits of the hash. */
const base32 = (bytes: Uint8Array): string => {
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet[(value >>> bits) & 31]
    }
    value &= (1 << bits) - 1
  }
  return text.slice(0, 26)
}

const hashOf = (...parts: string[]): Buffer => hash('sha256', `${parts.join('\0')}\0`, 'buffer')

/** Derived from identity alone, so a record keeps its id over every harvest. */
export const recordIdOf = (source: string, sourceId: string): string =>
  `r_${base32(hashOf('record', source, sourceId))}`

/** A work is named after the smallest of its records' ids: the order of arrival does not matter. */
export const workIdOf = (smallestRecordId: string): string => `w_${base32(hashOf('work', smallestRecordId))}`

/** Two 32-bit hashes side by side as 52 bits: for what is only looked up, at a tenth of the price of a digest. */
const lookupNumber = (kind: string, value: string): number => {
  const text = `${kind} ${value}`
  let one = 0x9e3779b1
  let two = 0x85ebca6b
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    one = Math.imul(one ^ unit, 0x01000193)
    two = Math.imul(two ^ unit, 0x5bd1e995) ^ (two >>> 15)
  }
  one = Math.imul(one ^ (one >>> 16), 0x2c1b3c6d)
  two = Math.imul(two ^ (two >>> 13), 0x297a2d39)
  return ((one ^ (one >>> 15)) >>> 0) * 2 ** 20 + ((two ^ (two >>> 16)) >>> 12)
}

/**
 * How many different descriptions a block may have that is evidence still. A title may be that of very many (Report); a number
 * should be of one thing, or of its description; of what nobody chose to tell works apart by, few that are no copies say that it
 * does not.
 */
const caps = [
  { kinds: [], cap: 1_000 },
  { kinds: ['id', 'number'], cap: 60 },
  { kinds: ['agent-pages', 'agent-ending'], cap: 12 },
] as const

/** That many share one of these is nothing that a person could mend. */
export const sharedByChance: readonly string[] = caps[2].kinds

/**
 * Where candidates meet; its last two bits say which cap is its. Two keys that share one by chance bring together a pair that
 * is then found to be different.
 */
export const blockOf = ({ kind, value }: MatchingKey): number =>
  Math.floor(lookupNumber(kind, value) / 2) * 4 +
  Math.max(
    0,
    caps.findIndex(({ kinds }) => (kinds as readonly string[]).includes(kind)),
  )

/** A block of more joins nothing. */
export const capOf = (block: number): number => caps[block % 4]?.cap ?? 0

/** What copies share, never 0. */
export const copyNumberOf = (text: string): number => lookupNumber('copy', text) || 1

/** Of all that decides what a change comes to: the same again, from the same source, changes nothing. */
export const fingerprintOf = (change: {
  kind?: string
  format?: string
  sourceId?: string
  bytes: Uint8Array
}): string =>
  createHash('sha256')
    .update(JSON.stringify([change.kind ?? null, change.format ?? null, change.sourceId ?? null]))
    .update(change.bytes)
    .digest('base64url')

export const contentHash = (bytes: Uint8Array): string => hash('sha256', bytes, 'base64url')

/** For a record without an identifier of its own: the same content is the same record. */
export const derivedSourceId = (bytes: Uint8Array): string => `content:${base32(hashOf(normalised(bytes)))}`

/** White space and what a writer changes without meaning it (the record's length, times) stay out as far as bytes can tell. */
const normalised = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/^\d{5}/, '')
    .replace(/\s+/g, ' ')

export const newRunId = (now: Date): string =>
  `run_${now.getTime().toString(36)}${randomBytes(5).toString('hex')}`
