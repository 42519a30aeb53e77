import type { Link, Word } from '../../standards/matching/components.js'
import { type CatalogueTransaction, inLists } from './tables.js'

/** What hangs together with some records, however far: the whole that works are made of. */
export interface Reach {
  ids: string[]
  links: (Link & { cut: string | null })[]
  /** The newest first. */
  words: Word[]
}

/** Follows every link and every word of a librarian from these records on, those included that are not followed today. */
export const reachOf = async (transaction: CatalogueTransaction, from: Iterable<string>): Promise<Reach> => {
  const seen = new Set<string>()
  const links = new Map<string, Reach['links'][number]>()
  const words = new Map<string, Word & { number: number }>()
  let frontier = [...new Set(from)]
  while (frontier.length > 0) {
    for (const id of frontier) seen.add(id)
    const found = await linksAt(transaction, frontier)
    const said = await wordsAt(transaction, frontier)
    for (const link of found) links.set(`${link.a} ${link.b}`, link)
    for (const word of said) words.set(`${word.number} ${word.a} ${word.b}`, word)
    frontier = [...new Set([...found, ...said].flatMap(({ a, b }) => [a, b]))].filter((id) => !seen.has(id))
  }
  const newestFirst = [...words.values()].sort((one, other) => other.number - one.number)
  return { ids: [...seen], links: [...links.values()], words: newestFirst }
}

const linksAt = async (transaction: CatalogueTransaction, ids: string[]): Promise<Reach['links']> => {
  const links = transaction
    .selectFrom('catalogueEdge')
    .select(['a', 'b', 'outcome', 'score', 'cut'])
    .where('outcome', '!=', 'grey')
  const from = await inLists(ids, (list) => links.where('a', 'in', list).execute())
  // A work of many records has most of its links at both ends: once is enough.
  const to = await inLists(ids, (list) => links.where('b', 'in', list).where('a', 'not in', list).execute())
  return [...from, ...to] as Reach['links']
}

/** Which of these records a librarian has said something of. */
export const wordsAt = async (
  transaction: CatalogueTransaction,
  ids: string[],
): Promise<(Word & { number: number })[]> => {
  const at = (end: 'a' | 'b') =>
    inLists(ids, (list) =>
      transaction
        .selectFrom('catalogueWordPair')
        .innerJoin('catalogueWord', 'number', 'word')
        .select(['number', 'says', 'a', 'b'])
        .where(end, 'in', list)
        .where('undoneAt', 'is', null)
        .execute(),
    )
  return [...(await at('a')), ...(await at('b'))]
}
