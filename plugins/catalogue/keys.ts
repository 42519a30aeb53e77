import type { Description, Title } from '../../standards/record/v1-draft.js'
import { titleKey } from '../../standards/text/title-key.js'

/** What may bring two records together. An identifier is evidence, not a verdict: its title must agree. */
export interface MatchKey {
  kind: 'isbn' | 'issn' | 'doi'
  value: string
  /** Title key of the record, compared when the values meet. */
  title: string
}

const schemes = new Set(['isbn', 'issn', 'doi'])
export const keysOf = (description: Description): MatchKey[] => {
  const evidence = description.identifiers.filter(
    ({ scheme, valid, cancelled }) => schemes.has(scheme) && valid && !cancelled,
  )
  const title = evidence.length === 0 ? '' : titlesForMatching(description.titles)
  if (title === '') return []
  const keys = new Map<string, MatchKey>()
  for (const { scheme, value } of evidence)
    keys.set(`${scheme}:${value}`, { kind: scheme as MatchKey['kind'], value, title })
  return [...keys.values()]
}

/** Each title of the record that a colleague may have taken as the title proper; pinyin is not one. */
const titlesForMatching = (titles: Title[]): string => {
  const keys = titles
    .filter(({ kind }) => kind !== 'pinyin')
    .map(({ value, part }) => titleKey([value, part?.number, part?.name].filter(Boolean).join(' ')))
  return [...new Set(keys.filter(Boolean))].slice(0, 8).join('\n')
}

/** Two title keys agree when one of the titles of each is the same, or one goes on where the other ends. */
export const titlesAgree = (one: string, other: string): { agreed: true; on: string } | { agreed: false } => {
  for (const a of one.split('\n')) {
    for (const b of other.split('\n')) {
      if (a === b || continues(a, b) || continues(b, a))
        return { agreed: true, on: a.length < b.length ? a : b }
    }
  }
  return { agreed: false }
}

/** What follows a title when the rest names a volume, a part or a sequel: another thing than the title alone. */
const volume =
  /^\s*(第|卷|册|冊|集|辑|编|部|篇|上|下|中|续|补|之[一二三四五六七八九十]|[一二三四五六七八九十]+(卷|册|集|辑|编|部|篇|$)|[0-9ivx]+\b|(v|vol|vols|volume|volumes|pt|part|parts|bd|band|teil|t|tome|tomo|no|nr|book|supplement|suppl|index)\b)/u

/** `selfish gene` goes on as `selfish gene 30th anniversary edition`; volumes of a set do not agree with each other. */
const continues = (short: string, long: string): boolean => {
  if (short.length < 4 || !long.startsWith(short)) return false
  const rest = long.slice(short.length)
  const isBoundary = rest.startsWith(' ') || /\p{Script=Han}/u.test(short)
  return isBoundary && !volume.test(rest)
}
