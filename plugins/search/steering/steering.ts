import { fold } from '../../../standards/text/folding.js'
import { noSynonyms, type Synonym, type Synonyms } from '../plan/synonyms.js'
import type { BestBetRule, SaidRule, SynonymRule } from './rule.js'

/** The rules that stand, as a search asks for them. */
export interface Steering {
  synonyms: Synonyms
  /** By the folded query. */
  bestBets: ReadonlyMap<string, BestBetRule & { number: number }>
}

/** A search in which nobody said anything. */
export const unsteered = {
  steering: async (): Promise<Steering> => ({ synonyms: noSynonyms, bestBets: new Map() }),
  documents: async () => [],
}

/** A best bet whose last day is over stands, and does nothing. */
export const steeringOf = (said: readonly SaidRule[], now: Date): Steering => {
  const synonyms = new Map<string, Synonym[]>()
  const bestBets = new Map<string, BestBetRule & { number: number }>()
  for (const { number, rule } of said) {
    if (rule.kind === 'best-bet') {
      if (!isOver(rule, now)) bestBets.set(queryKey(rule.q), { ...rule, number })
      continue
    }
    for (const synonym of directionsOf(rule)) {
      const [first = ''] = synonym.from
      synonyms.set(first, [...(synonyms.get(first) ?? []), synonym])
    }
  }
  return { synonyms, bestBets }
}

/** Queries that fold to the same are one: simplified or traditional, in capitals, with other punctuation. */
export const queryKey = (q: string): string => fold(q).join(' ')

export const isOver = ({ until }: BestBetRule, now: Date): boolean =>
  until !== undefined && until < now.toISOString().slice(0, 10)

const directionsOf = ({ from, to, bothWays }: SynonymRule): Synonym[] => {
  const there = { from: fold(from), to: fold(to), of: from }
  return bothWays ? [there, { from: there.to, to: there.from, of: to }] : [there]
}
