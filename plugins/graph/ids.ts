import { createHash } from 'node:crypto'
import type { Mention } from '../../standards/agents/mentions.js'

const hashOf = (parts: unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex')

/** 80 bits in base 36. */
const idOf = (...parts: unknown[]): string =>
  BigInt(`0x${hashOf(parts).slice(0, 20)}`)
    .toString(36)
    .padStart(16, '0')

/** A name that says enough is one wherever it stands; any other is the name in its record. */
export const nameIdOf = ({ known, isSufficient }: Mention, recordId: string): string =>
  isSufficient ? idOf('name', known) : idOf('name', known, recordId)

export const mentionIdOf = (name: string, recordId: string): string => idOf('mention', name, recordId)

/** An agent is named after the smallest of its names, as a work after its smallest record. */
export const agentIdOf = (smallestName: string): string => `a_${idOf('agent', smallestName)}`

/** A subject is its words, or its number in its scheme. */
export const subjectIdOf = (kind: string, scheme: string, key: string): string =>
  `s_${idOf('subject', kind, scheme, key)}`

/**
 * 53 bits, mixed without cryptography (cyrb53), since every clue is numbered again and again: they find candidates, and the
 * texts are compared afterwards.
 */
export const clueNumberOf = (clue: string): number => {
  let [high, low] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < clue.length; at++) {
    const code = clue.charCodeAt(at)
    high = Math.imul(high ^ code, 2_654_435_761)
    low = Math.imul(low ^ code, 1_597_334_677)
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909)
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0)
}

export const digestOf = (...parts: unknown[]): string => idOf('digest', ...parts)
