import type { SearchResult } from '../../../gateway/contracts/index.js'
import { titleKey, withoutArticle } from '../../../standards/text/title-key.js'
import type { StoredWork } from '../documents.js'
import { comparedAs, type Features, type Form, featuresOf } from './features.js'
import { champion, type Weights } from './weights.js'

type Hit = SearchResult['hits'][number]

export interface Ranked extends Hit {
  features: Partial<Features>
}

/** The best first; editions of one work behind the best of them. */
export const rank = (hits: readonly Hit[], forms: readonly Form[], weights: Weights = champion): Ranked[] => {
  const most = Math.max(...hits.map(({ score }) => score), Number.MIN_VALUE)
  const scored = hits.map((hit): Titled => {
    const work = hit.stored as StoredWork
    const own = signalsOf(work, Math.max(0, hit.score) / most)
    const alone = sumOf(own, weights)
    const compared = comparedAs(work)
    let best: { score: number; words: Partial<Features> } | undefined
    const take = (words: Partial<Features>): void => {
      const score = sumOf(words, weights, alone)
      if (best === undefined || score > best.score) best = { score, words }
    }
    for (const form of forms) for (const words of compare(form, compared)) take(words)
    // Beside the words, what the hit is worth without any.
    take({})
    const title = withoutArticle(compared.title).join(' ')
    const { id, stored } = hit
    return { title, ranked: { id, score: best!.score, stored, features: Object.assign(own, best!.words) } }
  })
  return editionsTogether(scored.sort((one, other) => other.ranked.score - one.ranked.score))
}

interface Titled {
  ranked: Ranked
  /** Editions have the same. */
  title: string
}

/** In the spellings of others only where its own has not all words side by side. */
const compare = (form: Form, hit: ReturnType<typeof comparedAs>): Partial<Features>[] => {
  const own = featuresOf(form, hit.by(form.by))
  if (form.by !== 'writing' || own.together === 1) return [own]
  return [own, ...hit.otherwise().map((one) => featuresOf(form, one))]
}

const sumOf = (features: Partial<Features>, weights: Weights, before = 0): number => {
  let sum = before
  for (const name in features)
    sum += (features[name as keyof Features] as number) * weights[name as keyof Weights]
  return sum
}

const signalsOf = ({ holdings, year }: StoredWork, engine: number): Partial<Features> => ({
  holdings: Math.min(1, Math.log10(Math.max(1, new Set(holdings.map(({ member }) => member)).size)) / 2),
  recency: year === null ? 0 : Math.min(1, Math.max(0, (year - 1950) / 80)),
  engine,
})

const editionsTogether = (hits: readonly Titled[]): Ranked[] => {
  const times = new Map<string, number>()
  for (const { title } of hits) times.set(title, (times.get(title) ?? 0) + 1)
  const groups = new Map<string, Ranked[]>()
  for (const { title, ranked } of hits) {
    // Who made them tells only works of one title apart.
    const key = times.get(title) === 1 ? title : `${title}|${makerKey(ranked)}`
    const group = groups.get(key)
    if (group) group.push(ranked)
    else groups.set(key, [ranked])
  }
  return [...groups.values()].flat()
}

const makerKey = ({ stored }: Ranked): string => titleKey((stored as StoredWork).agents[0] ?? '')
