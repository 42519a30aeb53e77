import type { TextTerm } from '../../contracts/search-index.js'
import type { Match, Way } from './match.js'
import { type Scored, wholeTitle } from './ranked.js'
import type { Sqlite } from './sqlite.js'

export interface Placed extends Scored {
  id: string
  updatedAt: number
}

/** What a way to be a hit is worth where all its words are in the title, in another place that names the work, or anywhere. */
const worth = { title: 40, strong: 10, anywhere: 1 }
/** How much of the title they are, on top: of two titles with the words the shorter one is likelier meant. */
const coverage = 9

/** Results of so many hits are ordered here, whole, whatever page is asked for. */
export const mostFew = 500

/**
 * All hits in order, where they are few: else undefined, as soon as that is known. bm25 asks for each phrase how many documents have it,
 * which reads the whole list of each common word a second time; so few hits are told apart by where the words stand.
 */
export const fewOf = (sqlite: Sqlite, match: Match): Placed[] | undefined => {
  const found = new Map<number, Way[]>()
  for (const way of match.ways) {
    const docs = docsOf(sqlite, way.all, mostFew + 1)
    for (const doc of docs) found.set(doc, [...(found.get(doc) ?? []), way])
    if (docs.length > mostFew || found.size > mostFew) return undefined
  }
  return found.size === 0 ? [] : inOrder(sqlite, match, found)
}

/** In one piece: a row at a time costs ten times as much on its way out of SQLite. */
const docsOf = (sqlite: Sqlite, match: string, limit: number): number[] => {
  const docs = sqlite.text(
    'select group_concat(doc) from (select rowid as doc from search_text where search_text match ? limit ?)',
    match,
    limit,
  )
  return docs === null ? [] : docs.split(',').map(Number)
}

interface Row {
  doc: number
  id: string
  updatedAt: number
  titleKey: string
}

const rowsOf = (sqlite: Sqlite, docs: readonly number[]): Row[] => {
  const rows = sqlite.text(
    `select json_group_array(json_object('doc', doc, 'id', id, 'updatedAt', updated_at, 'titleKey', title_key))
     from search_document where doc in (select value from json_each(?))`,
    JSON.stringify(docs),
  )
  return JSON.parse(rows ?? '[]') as Row[]
}

const inOrder = (
  sqlite: Sqlite,
  { titleKeys }: Match,
  found: ReadonlyMap<number, readonly Way[]>,
): Placed[] => {
  const rows = rowsOf(sqlite, [...found.keys()])
  const strong = new Map<Way, Set<number>>()
  const isStrong = (way: Way, doc: number): boolean => {
    if (!strong.has(way)) strong.set(way, new Set(docsOf(sqlite, way.strong(), mostFew)))
    return strong.get(way)!.has(doc)
  }
  const scoreOf = ({ doc, titleKey: key }: Row): number =>
    found
      .get(doc)!
      .map((way) =>
        isTitled(way.terms, key)
          ? worth.title + coverage * shareOf(way.terms, key)
          : isStrong(way, doc)
            ? worth.strong
            : worth.anywhere,
      )
      .reduce((sum, one) => sum + one, titleKeys.includes(key) ? wholeTitle : 0)
  return rows
    .map((row) => ({ ...row, score: scoreOf(row) }))
    .sort(
      (one, other) =>
        other.score - one.score || other.updatedAt - one.updatedAt || (one.id < other.id ? -1 : 1),
    )
}

/** What sounds so is a title or a name. */
const isTitled = (terms: readonly TextTerm[], key: string): boolean =>
  terms.every(
    ({ tokens, field, prefix }) =>
      field === 'sounds' || ` ${key} `.includes(prefix ? ` ${tokens.join(' ')}` : ` ${tokens.join(' ')} `),
  )

const shareOf = (terms: readonly TextTerm[], key: string): number =>
  Math.min(1, terms.reduce((sum, { tokens }) => sum + tokens.length, 0) / key.split(' ').length)
