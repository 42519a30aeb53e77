import type { SearchResult } from '../../../gateway/contracts/index.js'
import { titleKey } from '../../../standards/text/title-key.js'
import type { StoredWork } from '../documents.js'
import { comparedBy, type Features, type Form, featuresOf } from './features.js'
import { champion, type Weights } from './weights.js'

type Hit = SearchResult['hits'][number]

export interface Ranked extends Hit {
  features: Partial<Features>
}

/** The best first; editions of one work behind the best of them. */
export const rank = (hits: readonly Hit[], forms: readonly Form[], weights: Weights = champion): Ranked[] => {
  const best = Math.max(...hits.map(({ score }) => score), Number.MIN_VALUE)
  const scored = hits.map((hit): Ranked => {
    const work = hit.stored as StoredWork
    const engine = Math.max(0, hit.score) / best
    const own = { ...signalsOf(work), engine }
    const words = forms.map((form) => featuresOf(form, comparedBy(form.by, work)))
    const features = [...words, {}]
      .map((one) => ({ ...own, ...one }))
      .reduce((one, other) => (sumOf(other, weights) > sumOf(one, weights) ? other : one))
    return { ...hit, score: sumOf(features, weights), features }
  })
  return editionsTogether(scored.sort((one, other) => other.score - one.score))
}

const sumOf = (features: Partial<Features>, weights: Weights): number =>
  Object.entries(features).reduce((sum, [name, value]) => sum + value * weights[name as keyof Weights], 0)

const signalsOf = ({ holdings, year }: StoredWork): Partial<Features> => ({
  holdings: Math.min(1, Math.log10(Math.max(1, new Set(holdings.map(({ member }) => member)).size)) / 2),
  recency: year === null ? 0 : Math.min(1, Math.max(0, (year - 1950) / 80)),
})

const editionsTogether = (hits: readonly Ranked[]): Ranked[] => {
  const groups = new Map<string, Ranked[]>()
  for (const hit of hits) {
    const { title, agents } = hit.stored as StoredWork
    const key = `${titleKey(title)}|${titleKey(agents[0] ?? '')}`
    const group = groups.get(key)
    if (group) group.push(hit)
    else groups.set(key, [hit])
  }
  return [...groups.values()].flat()
}
