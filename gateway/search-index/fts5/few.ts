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
  // The first way alone finds too many where any does.
  for (const ways of [match.ways.slice(0, 1), match.ways.slice(1)]) {
    const all = docsOfEach(
      sqlite,
      ways.map((way) => way.all),
      mostFew + 1,
    )
    for (const [at, docs] of all.entries()) {
      for (const doc of docs) {
        const before = found.get(doc)
        if (before) before.push(ways[at]!)
        else found.set(doc, [ways[at]!])
      }
      if (docs.length > mostFew || found.size > mostFew) return undefined
    }
  }
  return found.size === 0 ? [] : inOrder(sqlite, match, found)
}

/** For each match its documents, in one question and one piece: each of them costs more than most of these matches. */
const docsOfEach = (sqlite: Sqlite, matches: readonly string[], limit: number): number[][] => {
  if (matches.length === 0) return []
  const docs = sqlite.text(
    `select json_group_object(key,
       (select group_concat(doc) from (select rowid as doc from search_text where search_text match value limit ?)))
     from json_each(?)`,
    limit,
    JSON.stringify(matches),
  )
  const byPlace = JSON.parse(docs!) as Record<string, string | null>
  return matches.map((_, at) => byPlace[at]?.split(',').map(Number) ?? [])
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
  const untitled = new Set<Way>()
  for (const { doc, titleKey: key } of rows)
    for (const way of found.get(doc)!) if (!untitled.has(way) && !isTitled(way.terms, key)) untitled.add(way)
  const strong = strongOf(sqlite, [...untitled])
  const worthOf = (way: Way, { doc, titleKey: key }: Row): number => {
    if (isTitled(way.terms, key)) return worth.title + coverage * shareOf(way.terms, key)
    return strong.get(way)!.has(doc) ? worth.strong : worth.anywhere
  }
  const scoreOf = (row: Row): number =>
    found
      .get(row.doc)!
      .reduce((sum, way) => sum + worthOf(way, row), titleKeys.includes(row.titleKey) ? wholeTitle : 0)
  return rows
    .map((row) => ({ ...row, score: scoreOf(row) }))
    .sort(
      (one, other) =>
        other.score - one.score || other.updatedAt - one.updatedAt || (one.id < other.id ? -1 : 1),
    )
}

const strongOf = (sqlite: Sqlite, ways: readonly Way[]): ReadonlyMap<Way, ReadonlySet<number>> => {
  const all = docsOfEach(
    sqlite,
    ways.map((way) => way.strong()),
    mostFew,
  )
  return new Map(ways.map((way, at) => [way, new Set(all[at])]))
}

/** What sounds so is a title or a name. */
const isTitled = (terms: readonly TextTerm[], key: string): boolean =>
  terms.every(
    ({ tokens, field, prefix }) =>
      field === 'sounds' || ` ${key} `.includes(prefix ? ` ${tokens.join(' ')}` : ` ${tokens.join(' ')} `),
  )

const shareOf = (terms: readonly TextTerm[], key: string): number =>
  Math.min(1, terms.reduce((sum, { tokens }) => sum + tokens.length, 0) / key.split(' ').length)
