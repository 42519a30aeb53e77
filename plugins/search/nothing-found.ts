import type { Filter, SearchHelp, SearchIndex } from '../../gateway/contracts/index.js'
import { nearestQuery } from './did-you-mean.js'
import { type Count, partly, withoutPrefix } from './less-words.js'
import type { Vocabulary } from './plan/vocabulary.js'

export interface Seeking {
  index: SearchIndex
  vocabulary: Vocabulary
  count: Count
}

/** Words and filters that are left out in turn: more would be a search each. */
const mostTried = 6

/**
 * Why nothing was found, and what to try next: each way that is proposed finds something. In this order: a filter
 * that removes all, a slip, the name of a field, a word that nobody has, words that nobody has together, a part of them,
 * another script; and always the members whose works cannot be found now, first where one of them was chosen.
 */
export const helpFor = async (
  seeking: Seeking,
  { q, filter, away }: { q: string; filter: Filter | undefined; away: readonly string[] },
): Promise<SearchHelp[]> => {
  const members = away.slice(0, mostTried).map((member): SearchHelp => ({ reason: 'member', member }))
  const isChosen = away.some((member) => isNamed(member, filter))
  const other = await otherWays(seeking, q, filter)
  return isChosen ? [...members, ...other] : [...other, ...members]
}

const isNamed = (member: string, filter: Filter | undefined): boolean =>
  filter !== undefined &&
  ('and' in filter
    ? filter.and.some((part) => isNamed(member, part))
    : 'field' in filter && filter.field === 'member' && filter.in.includes(member))

const otherWays = async (seeking: Seeking, q: string, filter: Filter | undefined): Promise<SearchHelp[]> => {
  const filters = filter === undefined ? [] : await withoutFilters(seeking, q, filter)
  if (filters.length > 0) return filters
  const here = await withinWords(seeking, q, filter)
  if (here.length > 0) return here
  const anywhere = filter === undefined ? [] : await withinWords(seeking, q, undefined)
  if (anywhere.length > 0) return anywhere.map((one) => ({ ...one, withoutFilters: true }))
  const script = scriptOf(q)
  return script === undefined ? [] : [{ reason: 'script', script }]
}

const withinWords = async (
  seeking: Seeking,
  q: string,
  filter: Filter | undefined,
): Promise<SearchHelp[]> => {
  const spelling = await corrected(seeking, q, filter)
  const prefix = await withoutPrefix(seeking.count, q, filter)
  const words = q.split(/\s+/u).filter(Boolean)
  const others =
    words.length > 1 && words.length <= mostTried ? await withoutWords(seeking, words, filter) : []
  const help = [...(spelling ? [spelling] : []), ...prefix, ...others]
  return help.length > 0 ? help : partly(seeking.count, q, { filter, fewestWords: mostTried + 1 })
}

/** What finds something instead; undefined when nothing like it does. */
export const corrected = async (
  { index, vocabulary, count }: Seeking,
  q: string,
  filter?: Filter,
): Promise<(SearchHelp & { q: string }) | undefined> => {
  const proposed = await nearestQuery(index, vocabulary, q)
  const total = proposed === undefined ? 0 : await count(proposed, filter)
  return proposed === undefined || total === 0 ? undefined : { reason: 'spelling', q: proposed, total }
}

const withoutFilters = async ({ count }: Seeking, q: string, filter: Filter): Promise<SearchHelp[]> => {
  const all = await count(q, undefined)
  if (all === 0) return []
  const parts = 'and' in filter ? filter.and : [filter]
  const help: SearchHelp[] = []
  for (const [at, part] of parts.slice(0, mostTried).entries()) {
    const field = fieldOf(part)
    if (field === undefined || parts.length === 1) continue
    const total = await count(q, { and: parts.filter((_, other) => other !== at) })
    if (total > 0) help.push({ reason: 'filter', field, total })
  }
  return [...help, { reason: 'filters', total: all }]
}

const fieldOf = (filter: Filter): string | undefined => {
  if ('field' in filter) return filter.field
  return 'or' in filter && filter.or[0] !== undefined ? fieldOf(filter.or[0]) : undefined
}

const withoutWords = async (
  { count }: Seeking,
  words: readonly string[],
  filter: Filter | undefined,
): Promise<SearchHelp[]> => {
  const help: SearchHelp[] = []
  for (const [at, word] of words.entries()) {
    const q = words.filter((_, other) => other !== at).join(' ')
    const total = await count(q, filter)
    if (total === 0) continue
    const isUnknown = (await count(word, filter)) === 0
    help.push({ reason: isUnknown ? 'word' : 'together', word, q, total })
  }
  const unknown = help.filter(({ reason }) => reason === 'word')
  return unknown.length > 0 ? unknown : help
}

const scripts = [
  'Hani',
  'Latn',
  'Cyrl',
  'Arab',
  'Hang',
  'Hira',
  'Kana',
  'Grek',
  'Hebr',
  'Thai',
  'Deva',
  'Tibt',
  'Mong',
]

/** ISO 15924 code of the script of most letters. */
const scriptOf = (text: string): string | undefined => {
  const counts = scripts.map((script) => ({
    script,
    count: text.match(new RegExp(`\\p{sc=${script}}`, 'gu'))?.length ?? 0,
  }))
  const most = counts.sort((one, other) => other.count - one.count)[0]!
  return most.count > 0 ? most.script : undefined
}
