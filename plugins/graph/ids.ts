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

/** 48 bits: they find candidates, and the texts are compared afterwards. */
export const clueNumberOf = (clue: string): number => Number.parseInt(hashOf([clue]).slice(0, 12), 16)

export const digestOf = (...parts: unknown[]): string => idOf('digest', ...parts)
