import { completeness } from '../../standards/rules/completeness.js'
import type { Breach } from '../../standards/rules/record-breaches.js'
import { type Facts, rulesOf } from './facts.js'

/** A record that shows what is meant. */
export interface Sample {
  recordId: string
  sourceId: string
  got?: string
}

interface Counted {
  n: number
  samples: Sample[]
}

/** Sums over the records of a source: they follow each record that comes, changes or goes. */
export interface Tally {
  kinds: Record<string, number>
  types: Record<string, number>
  languages: Record<string, number>
  /** By decade: `198` stands for 1980 to 1989. */
  decades: Record<string, number>
  /** For each field of `completeness`. */
  present: number[]
  asked: number[]
  numbered: number
  rules: Record<string, Counted>
  missing: Record<string, Counted>
}

export const emptyTally = (): Tally => ({
  kinds: {},
  types: {},
  languages: {},
  decades: {},
  present: completeness.map(() => 0),
  asked: completeness.map(() => 0),
  numbered: 0,
  rules: {},
  missing: {},
})

const mostSamples = 10
/** Codes that come from data are hostile: beyond so many different ones, the rest is counted together. */
const mostDifferent = 400

export const addFacts = (tally: Tally, facts: Facts, sourceId: string, breaches: readonly Breach[]): void => {
  count(tally, facts, 1)
  for (const { rule, finding } of breaches) {
    const { got } = finding
    add(tally.rules, rule, {
      recordId: facts.recordId,
      sourceId,
      ...(got !== undefined && { got: got.slice(0, 80) }),
    })
  }
  for (const code of missingOf(facts)) add(tally.missing, code, { recordId: facts.recordId, sourceId })
}

export const takeFacts = (tally: Tally, facts: Facts): void => {
  count(tally, facts, -1)
  for (const rule of rulesOf(facts)) take(tally.rules, rule, facts.recordId)
  for (const code of missingOf(facts)) take(tally.missing, code, facts.recordId)
}

const count = (
  tally: Tally,
  { kind, type, language, year, present, asked, number }: Facts,
  by: 1 | -1,
): void => {
  change(tally.kinds, kind, by)
  if (kind !== 'bib') return
  change(tally.types, type, by)
  change(tally.languages, language ?? '', by)
  change(tally.decades, year === null ? '' : String(Math.floor(year / 10)), by)
  if (number !== null) tally.numbered += by
  completeness.forEach((_, at) => {
    if (!hasBit(asked, at)) return
    tally.asked[at] = (tally.asked[at] ?? 0) + by
    if (hasBit(present, at)) tally.present[at] = (tally.present[at] ?? 0) + by
  })
}

const hasBit = (bits: number, at: number): boolean => Math.floor(bits / 2 ** at) % 2 === 1

/** Codes of what is asked of a record and not there. */
export const missingOf = ({ asked, present }: Pick<Facts, 'asked' | 'present'>): string[] =>
  completeness.flatMap(({ code }, at) =>
    code !== undefined && hasBit(asked, at) && !hasBit(present, at) ? [code] : [],
  )

const other = '*'

const change = (counts: Record<string, number>, value: string, by: 1 | -1): void => {
  const isNew = !Object.hasOwn(counts, value)
  const key = isNew && (by === -1 || Object.keys(counts).length >= mostDifferent) ? other : value
  const sum = (counts[key] ?? 0) + by
  if (sum > 0) counts[key] = sum
  else delete counts[key]
}

const add = (counts: Record<string, Counted>, key: string, sample: Sample): void => {
  counts[key] ??= { n: 0, samples: [] }
  counts[key].n++
  if (counts[key].samples.length < mostSamples) counts[key].samples.push(sample)
}

const take = (counts: Record<string, Counted>, key: string, recordId: string): void => {
  const counted = counts[key]
  if (!counted) return
  counted.n--
  counted.samples = counted.samples.filter((sample) => sample.recordId !== recordId)
  if (counted.n <= 0) delete counts[key]
}
