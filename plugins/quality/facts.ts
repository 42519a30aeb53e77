import { createHash } from 'node:crypto'
import type { StoredPage } from '../../gateway/contracts/index.js'
import type { Description } from '../../standards/record/v1-draft.js'
import { completeness, isAsked, yearOf } from '../../standards/rules/completeness.js'
import { type Breach, breachesOf } from '../../standards/rules/record-breaches.js'
import { foldWords } from '../../standards/text/folding.js'
import type { QualityTables } from './tables.js'

export type Facts = Omit<QualityTables['qualityFacts'], 'source'>
export type StoredRecord = StoredPage['records'][number]

/** What the quality of a source is counted from: everything of one record, in a row. */
export const factsOf = (record: StoredRecord): { facts: Facts; breaches: Breach[] } => {
  const { id, version, kind, description } = record
  const breaches = breachesOf(record)
  const isBib = kind === 'bib'
  return {
    breaches,
    facts: {
      recordId: id,
      version,
      kind,
      present: isBib ? bits((one) => one.isPresent(description)) : 0,
      asked: isBib ? bits((one) => isAsked(one, description, record.format)) : 0,
      type: isBib ? description.type : kind,
      language: description.languages[0]?.code ?? null,
      year: yearOf(description.dates) ?? null,
      rules: breaches.length > 0 ? `|${breaches.map(({ rule }) => rule).join('|')}|` : '',
      number: isBib ? numberOf(description) : null,
      likeness: isBib ? likenessOf(description) : null,
    },
  }
}

const bits = (test: (one: (typeof completeness)[number]) => boolean): number =>
  completeness.reduce((sum, one, at) => sum + (test(one) ? 2 ** at : 0), 0)

export const rulesOf = ({ rules }: Pick<Facts, 'rules'>): string[] =>
  rules.split('|').filter((rule) => rule !== '')

/** The first number that a record is known by everywhere. */
const numberOf = ({ identifiers }: Description): number | null => {
  const found = identifiers.find(
    ({ scheme, valid, cancelled }) => valid && !cancelled && (scheme === 'isbn' || scheme === 'issn'),
  )
  return found ? digest(found.value) : null
}

/** Title with its part, first name, year, edition, type and carrier: what blank says is unknown, and compares with nothing. */
const likenessOf = (description: Description): number | null => {
  const { titles, agents, dates, edition = '', extent = '', type, publication } = description
  const [title] = titles
  const [name] = agents[0]?.names ?? []
  const year = yearOf(dates)
  if (!title || !name || year === undefined) return null
  const words = [title.value, title.subtitle, title.part?.number, title.part?.name, name.value]
  const folded = foldWords(words.filter(Boolean).join(' ')).join(' ')
  const publisher = publication[0]?.publisher ?? ''
  return digest(JSON.stringify([folded, year, edition, extent, type, publisher]))
}

/** 48 bits: exact in a number, and of a million records one pair in half a thousand meets by chance. */
const digest = (text: string): number => createHash('sha256').update(text).digest().readUIntBE(0, 6)
