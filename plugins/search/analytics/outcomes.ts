import { createHmac, randomBytes } from 'node:crypto'
import type { Measure } from './tables.js'

/** How a search ended, as the page tells it: without who asked, and without what was asked before or after. */
export interface Outcome {
  q: string
  total: number
  /** The next query, when nothing was opened before it. */
  to?: string
  outcome: 'opened' | 'rephrased' | 'abandoned'
  language: string
}

export interface Counted {
  week: string
  measure: Measure
  query: string
  following: string
  audience: string
}

/** Nothing that fewer have asked is written down, or shown. */
export const fewestAskers = 10
/** Beyond it the oldest are forgotten: a flood of made-up words takes no more memory than this. */
const mostPending = 50_000

/**
 * Counts in memory until so many have asked; only then a count may be written. Askers are told apart by a keyed hash of
 * their address whose key lives in this process for a week and is never written: what is forgotten cannot be told again.
 */
export const createOutcomes = (write: (counts: ReadonlyMap<string, number>) => Promise<void>) => {
  let week = ''
  let key = randomBytes(32)
  const pending = new Map<string, { askers: Set<string>; count: number }>()
  const known = new Set<string>()
  let ready = new Map<string, number>()

  const turn = (now: Date) => {
    if (weekOf(now) === week) return
    week = weekOf(now)
    key = randomBytes(32)
    pending.clear()
    known.clear()
  }

  const count = (one: Counted, asker: string) => {
    const name = JSON.stringify(one)
    if (known.has(name)) return void ready.set(name, (ready.get(name) ?? 0) + 1)
    const entry = pending.get(name) ?? { askers: new Set(), count: 0 }
    entry.askers.add(asker)
    entry.count++
    pending.delete(name)
    if (entry.askers.size >= fewestAskers) {
      known.add(name)
      ready.set(name, entry.count)
      return
    }
    pending.set(name, entry)
    if (pending.size > mostPending) pending.delete(pending.keys().next().value as string)
  }

  return {
    record: (outcome: Outcome, address: string, now: Date): void => {
      turn(now)
      const asker = createHmac('sha256', key).update(address).digest('base64url').slice(0, 12)
      for (const one of countsOf(outcome, week)) count(one, asker)
    },
    /** Writes what has become many; what could not be written is kept for the next time. */
    flush: async (): Promise<void> => {
      if (ready.size === 0) return
      const counts = ready
      ready = new Map()
      try {
        await write(counts)
      } catch (error) {
        for (const [name, count] of counts) ready.set(name, (ready.get(name) ?? 0) + count)
        throw error
      }
    },
  }
}

const countsOf = ({ q, to, total, outcome, language }: Outcome, week: string): Counted[] => {
  const query = normal(q)
  if (query === '') return []
  const measures: Measure[] = ['asked']
  if (total === 0) measures.push('none')
  if (outcome !== 'opened') measures.push(outcome)
  const audience = `${language} ${scriptOf(query)}`
  return measures.flatMap((measure) => [
    { week, measure, query, following: measure === 'rephrased' ? normal(to ?? '') : '', audience: '' },
    { week, measure, query: '', following: '', audience },
  ])
}

export const normal = (text: string): string =>
  text.normalize('NFKC').toLowerCase().trim().replace(/\s+/gu, ' ')

export const scripts = ['Hani', 'Latn', 'Zzzz', 'Zyyy'] as const
export type Script = (typeof scripts)[number]

/** ISO 15924; Zzzz any other, Zyyy where it has no letters. */
export const scriptOf = (text: string): Script => {
  if (/\p{sc=Han}/u.test(text)) return 'Hani'
  if (/\p{sc=Latin}/u.test(text)) return 'Latn'
  return /\p{L}/u.test(text) ? 'Zzzz' : 'Zyyy'
}

/** The Monday of its week, in UTC. */
export const weekOf = (now: Date): string => {
  const day = new Date(now)
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7))
  return day.toISOString().slice(0, 10)
}
