import type { TextTerm } from '../../contracts/search-index.js'
import type { Match, Way } from './match.js'
import { wholeTitle } from './ranked.js'
import type { Sqlite } from './sqlite.js'

export interface Scored {
  doc: number
  score: number
}

/** What a way to be a hit is worth where all its words are in the title, in another place that names the work, or anywhere. */
const worth = { title: 40, strong: 10, anywhere: 1 }

/**
 * All hits in order, where they are `most` at most: else undefined, as soon as that is known. bm25 asks for each phrase how many
 * documents have it, which reads the whole list of each common word a second time; so few hits are told apart by where the words stand.
 */
export const fewOf = (sqlite: Sqlite, match: Match, most: number): Scored[] | undefined => {
  const found = new Map<number, Way[]>()
  for (const way of match.ways) {
    const docs = docsOf(sqlite, way.all, most + 1)
    for (const doc of docs) found.set(doc, [...(found.get(doc) ?? []), way])
    if (docs.length > most || found.size > most) return undefined
  }
  if (found.size < 2) return [...found.keys()].map((doc) => ({ doc, score: worth.title }))
  return inOrder(sqlite, match, found, most)
}

const docsOf = (sqlite: Sqlite, match: string, limit: number): number[] =>
  sqlite
    .rows<{ doc: number }>(
      'select rowid as doc from search_text where search_text match ? limit ?',
      match,
      limit,
    )
    .map(({ doc }) => doc)

interface Row {
  doc: number
  id: string
  updated_at: number
  title_key: string
}

const inOrder = (
  sqlite: Sqlite,
  { titleKeys }: Match,
  found: ReadonlyMap<number, readonly Way[]>,
  most: number,
): Scored[] => {
  const rows = sqlite.rows<Row>(
    'select doc, id, updated_at, title_key from search_document where doc in (select value from json_each(?))',
    JSON.stringify([...found.keys()]),
  )
  const strong = new Map<Way, Set<number>>()
  const isStrong = (way: Way, doc: number): boolean => {
    if (!strong.has(way)) strong.set(way, new Set(docsOf(sqlite, way.strong, most)))
    return strong.get(way)!.has(doc)
  }
  const scoreOf = ({ doc, title_key: key }: Row): number =>
    found
      .get(doc)!
      .map((way) =>
        isTitled(way.terms, key) ? worth.title : isStrong(way, doc) ? worth.strong : worth.anywhere,
      )
      .reduce((sum, one) => sum + one, titleKeys.includes(key) ? wholeTitle : 0)
  return rows
    .map((row) => ({ ...row, score: scoreOf(row) }))
    .sort(
      (one, other) =>
        other.score - one.score || other.updated_at - one.updated_at || (one.id < other.id ? -1 : 1),
    )
}

/** What sounds so is a title or a name. */
const isTitled = (terms: readonly TextTerm[], key: string): boolean =>
  terms.every(
    ({ tokens, field, prefix }) =>
      field === 'sounds' || ` ${key} `.includes(prefix ? ` ${tokens.join(' ')}` : ` ${tokens.join(' ')} `),
  )
