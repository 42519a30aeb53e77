import { ddcCaptions, lccCaptions } from './ddc-lcc.js'
import { type ClassRow, classRows } from './table.js'

export type Scheme = 'clc' | 'ddc' | 'lcc'
/** As SKOS says it: the other class is nearly the same, holds more, or holds less. */
export type Relation = 'close' | 'broader' | 'narrower'

export interface ClassLink {
  scheme: Scheme
  number: string
  relation: Relation
  reason: string
}

const rowsByClc = new Map(classRows.map((row) => [row.clc, row]))

export const isScheme = (scheme: string): scheme is Scheme => ['clc', 'ddc', 'lcc'].includes(scheme)

/**
 * The class that a number stands in, as deep as a catalogue of many libraries can rely on: 中图法 up to the point
 * (TP391.1/23 is TP391), DDC the three digits, LCC the letters with their number up to the cutter (QA76.73).
 */
export const classNumber = (scheme: string, value: string): string | undefined => {
  if (!isScheme(scheme)) return undefined
  const form = {
    clc: /^(?:DF|T[A-Z]|[A-Z])\d{0,5}/,
    ddc: /^\d{3}/,
    lcc: /^[A-Z]{1,3}(?:\d{1,4}(?:\.\d{1,4})?)?/,
  }[scheme]
  return form.exec(
    value
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s[\]{}/']/g, ''),
  )?.[0]
}

/** In Chinese and English where the tables name it. */
export const captionOf = (scheme: Scheme, number: string): { zh?: string; en?: string } => {
  if (scheme === 'clc') {
    const row = rowsByClc.get(number)
    return row ? { zh: row.zh, en: row.en } : {}
  }
  const en = (scheme === 'ddc' ? ddcCaptions : lccCaptions)[number]
  return en === undefined ? {} : { en }
}

/** The nearest class above it that the tables name; undefined for a top class. */
export const broaderClass = (scheme: Scheme, number: string): string | undefined => {
  const above = scheme === 'ddc' ? [`${number.slice(0, 2)}0`, `${number[0]}00`] : shorter(number)
  return above.find((one) => one !== number && isNamed(scheme, one))
}

/** TP391 → TP39, TP3, TP, T. */
const shorter = (number: string): string[] =>
  Array.from({ length: number.length - 1 }, (_, at) => number.slice(0, number.length - 1 - at))

const isNamed = (scheme: Scheme, number: string): boolean => captionOf(scheme, number).en !== undefined

/** Classes right under it that the tables name. */
export const narrowerClasses = (scheme: Scheme, number: string): string[] => {
  const all = { clc: [...rowsByClc.keys()], ddc: Object.keys(ddcCaptions), lcc: Object.keys(lccCaptions) }[
    scheme
  ]
  return all.filter((one) => broaderClass(scheme, one) === number)
}

const relations = { '=': 'close', '<': 'broader', '>': 'narrower' } as const
const inverse: Record<Relation, Relation> = { close: 'close', broader: 'narrower', narrower: 'broader' }

/**
 * What the tables set beside a class in the other schemes. A number that they do not name is looked up by the nearest class
 * above it, whose counterparts then hold more.
 */
export const linksOf = (scheme: Scheme, number: string): ClassLink[] => {
  const named =
    isNamed(scheme, number) && rowsWith(scheme, number).length > 0 ? number : nearestWithRow(scheme, number)
  if (named === undefined) return []
  const links = rowsWith(scheme, named).flatMap((row) => linksOfRow(scheme, named, row))
  return named === number
    ? links
    : links.map((link) => ({ ...link, relation: 'broader', reason: `${named}: ${link.reason}` }))
}

const nearestWithRow = (scheme: Scheme, number: string): string | undefined => {
  for (let above = broaderClass(scheme, number); above !== undefined; above = broaderClass(scheme, above))
    if (rowsWith(scheme, above).length > 0) return above
  return undefined
}

const rowsWith = (scheme: Scheme, number: string): readonly ClassRow[] =>
  scheme === 'clc'
    ? [rowsByClc.get(number)].filter((row) => row !== undefined)
    : classRows.filter((row) => row[scheme].some(([, one]) => one === number))

const linksOfRow = (scheme: Scheme, number: string, row: ClassRow): ClassLink[] => {
  if (scheme === 'clc')
    return (['ddc', 'lcc'] as const).flatMap((other) =>
      row[other].map(([sign, one]) => ({
        scheme: other,
        number: one,
        relation: relations[sign],
        reason: row.reason,
      })),
    )
  const own = row[scheme].find(([, one]) => one === number)
  return own
    ? [{ scheme: 'clc', number: row.clc, relation: inverse[relations[own[0]]], reason: row.reason }]
    : []
}
