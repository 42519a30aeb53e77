import type { Filter, SearchHelp } from '../../gateway/contracts/index.js'
import { fieldPrefixes } from './plan/field-prefixes.js'

/** How many works a reader finds by these words, within the filter. */
export type Count = (q: string, filter: Filter | undefined) => Promise<number>

const known = [...fieldPrefixes.keys()].join('|')
/** The name of a field and its colon; or any word with a colon that goes on at once, which may be meant as one. */
const prefix = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?<name>${known})\\s?[:：]\\s*|(?<strange>\\p{L}{2,20})[:：])(?=\\S)`,
  'giu',
)

/** The same words, wherever they stand, where they were asked for in one field. */
export const withoutPrefix = async (
  count: Count,
  q: string,
  filter: Filter | undefined,
): Promise<SearchHelp[]> => {
  const names = [...q.matchAll(prefix)].map(({ groups }) => groups?.['name'] ?? groups?.['strange'] ?? '')
  const [word] = names
  if (word === undefined) return []
  const bare = q.replace(prefix, ' ').trim().replace(/\s+/gu, ' ')
  const total = bare === '' ? 0 : await count(bare, filter)
  return total > 0 ? [{ reason: 'prefix', word, q: bare, total }] : []
}

/** Parts of what was asked that are tried, the longest first: as much of it, at its beginning or its end. */
const shares = [3 / 4, 1 / 2, 1 / 3]
/** Fewer Han characters are a word, not a part. */
const fewestHan = 2

/** The longest part of a long query that anybody has: words of many, characters of a run of Han. */
export const partly = async (
  count: Count,
  q: string,
  { filter, fewestWords }: { filter: Filter | undefined; fewestWords: number },
): Promise<SearchHelp[]> => {
  for (const part of partsOf(q.trim(), fewestWords)) {
    const total = await count(part, filter)
    if (total > 0) return [{ reason: 'part', q: part, total }]
  }
  return []
}

const partsOf = (q: string, fewestWords: number): string[] => {
  const words = q.split(/\s+/u).filter(Boolean)
  const isRun = words.length === 1 && /^\p{sc=Han}+$/u.test(q)
  if (!isRun && words.length < fewestWords) return []
  const [units, between, fewest] = isRun ? [[...q], '', fewestHan] : [words, ' ', 1]
  const sizes = [...new Set(shares.map((share) => Math.floor(units.length * share)))]
  return sizes
    .filter((size) => size >= fewest && size < units.length)
    .flatMap((size) => [units.slice(0, size), units.slice(-size)].map((part) => part.join(between)))
}
