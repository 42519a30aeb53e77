import { attributeOf, type Postings, positionOf, wordsOf } from './postings.js'

interface Term {
  words: string[]
  isPrefix: boolean
}

/** A query as the engine reads it: phrases in quotation marks, a hyphen before what is excluded, the last word goes on. */
const parse = (q: string): { terms: Term[]; excluded: Term[] } => {
  const parts = [...q.matchAll(/(?<minus>(?<!\S)-)?(?:"(?<phrase>[^"]*)"?|(?<word>[^\s"]+))/gu)]
  const terms: Term[] = []
  const excluded: Term[] = []
  for (const [at, { groups = {} }] of parts.entries()) {
    const words = wordsOf(groups['phrase'] ?? groups['word'] ?? '')
    if (words.length === 0) continue
    const into = groups['minus'] === undefined ? terms : excluded
    if (groups['phrase'] !== undefined) into.push({ words, isPrefix: false })
    else
      for (const [place, word] of words.entries())
        into.push({
          words: [word],
          isPrefix: at === parts.length - 1 && place === words.length - 1 && !/\s$/.test(q),
        })
  }
  return { terms: terms.slice(0, mostTerms), excluded }
}

/** Terms that stand behind so many are not read. */
const mostTerms = 10

export interface Matched {
  /** Null: every document, nothing ranks. */
  scores: Map<number, number> | null
  excluded: Set<number>
}

export interface MatchOptions {
  attributes: readonly number[] | null
  attributeCount: number
  strategy: 'all' | 'last' | 'frequency'
}

export const match = (postings: Postings, q: string, options: MatchOptions): Matched => {
  const { terms, excluded } = parse(q)
  const found = (term: Term) => within(findTerm(postings, term), options.attributes)
  const out = new Set(excluded.flatMap((term) => [...found(term).keys()]))
  if (terms.length === 0) return { scores: null, excluded: out }
  const each = terms.map(found)
  const scores = new Map<number, number>()
  const least = options.strategy === 'all' ? each.length : 1
  for (let count = each.length; count >= least; count--)
    for (const [document, score] of scored(terms, each.slice(0, count), options.attributeCount))
      if (!scores.has(document)) scores.set(document, (score * count) / each.length)
  return { scores, excluded: out }
}

const findTerm = (postings: Postings, { words, isPrefix }: Term): Map<number, number[]> =>
  isPrefix ? postings.beginning(words[0]!) : postings.phrase(words)

const within = (
  found: Map<number, number[]>,
  attributes: readonly number[] | null,
): Map<number, number[]> => {
  if (attributes === null) return found
  const kept = new Map<number, number[]>()
  for (const [document, places] of found) {
    const inside = places.filter((place) => attributes.includes(attributeOf(place)))
    if (inside.length > 0) kept.set(document, inside)
  }
  return kept
}

/** Documents with every term, better the nearer these stand, then the earlier the attribute, then the place in it. */
const scored = (
  terms: readonly Term[],
  each: readonly Map<number, number[]>[],
  attributeCount: number,
): Map<number, number> => {
  const [rarest, ...others] = each.toSorted((one, other) => one.size - other.size)
  const most = farthest * (each.length - 1) + 1
  const scores = new Map<number, number>()
  for (const document of rarest!.keys()) {
    if (!others.every((one) => one.has(document))) continue
    const places = each.map((one) => one.get(document)!)
    const best = places.map((some) => Math.min(...some))
    const attributes = best.reduce((sum, place) => sum + attributeOf(place), 0) / each.length
    const positions = best.reduce((sum, place) => sum + positionOf(place), 0) / each.length
    const inner = 0.9 * (1 - attributes / attributeCount) + 0.1 / (1 + positions / 10)
    scores.set(document, (most - 1 - distanceOf(terms, places) + inner) / most)
  }
  return scores
}

/** Steps that two neighbours of the query are apart at most: as far as this, in another order or another attribute. */
const farthest = 3

/** Each term is looked for behind the one before it: phrases are near in the order of the query alone. */
const distanceOf = (terms: readonly Term[], places: readonly number[][]): number => {
  let distance = 0
  for (let at = 1; at < places.length; at++) {
    const behind = new Set(places[at])
    const ends = places[at - 1]!.map((begin) => begin + terms[at - 1]!.words.length)
    const steps = [0, 1, 2].find((step) => ends.some((end) => behind.has(end + step)))
    distance += steps ?? farthest
  }
  return distance
}
