import { hasHan } from '../crosswalks/scripts.js'
import type { Agent } from '../record/v1-draft.js'

/** A name in its parts; bodies and names that are not turned have only `literal`. */
export interface Person {
  literal: string
  family?: string
  given?: string
  /** Jr, III */
  suffix?: string
}

const suffixes = /^(?:jr|sr|i{1,3}|iv)\.?$/i

/** `Peebles, Peyton Z., Jr` → family, given, suffix. Chinese names and bodies stay whole. */
export function personOf(agent: Agent): Person {
  const literal = (agent.names.find(({ kind }) => kind === 'original') ?? agent.names[0])?.value ?? ''
  if (agent.type !== 'person' || !literal.includes(',')) return { literal }
  const [family = '', ...rest] = literal.split(',').map((part) => part.trim())
  const suffix = rest.find((part) => suffixes.test(part))
  const given = rest.find((part) => part !== suffix && part !== '')
  return {
    literal,
    family,
    ...(given && { given: given.replace(/\s*\([^)]*\)/g, '').trim() }),
    ...(suffix && { suffix }),
  }
}

/**
 * `Jean-Luc` → `J L`, 2025: `J-L`. Han given names stay. Initials have no points (GB/T 7714—2015 8.1.1, —2025 7.1.1).
 */
export function initials(given: string, keepHyphen: boolean): string {
  if (hasHan(given)) return given
  return given
    .split(/[\s.]+/)
    .filter(Boolean)
    .map((part) =>
      part
        .split('-')
        .filter(Boolean)
        .map(first)
        .join(keepHyphen ? '-' : ' '),
    )
    .join(' ')
}

/** Small words of a name (de, van) stay as they are. */
const first = (part: string): string => (/^\p{Ll}/u.test(part) ? part : (part[0] ?? '').toUpperCase())
