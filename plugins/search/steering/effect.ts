import type { SearchAnswer, SearchHit } from '../../../gateway/contracts/index.js'
import type { Rule, SaidRule } from './rule.js'
import type { Steering } from './steering.js'

/** Hits that are set side by side. */
const shown = 10

export interface Placed {
  id: string
  title: string
  agents: string[]
  year: number | null
  /** Its place on the other side; null: not among the first there. */
  other: number | null
  synonymOf?: string[]
  isBestBet?: true
}

interface Side {
  total: number
  hits: Placed[]
}

/** What a search gives, as it was and as it becomes. */
export interface Effect {
  q: string
  before: Side
  after: Side
}

export interface Saying {
  by: string
  /** Only say what would come of it. */
  preview: boolean
  /** The query in which that is shown. */
  q?: string
}

export interface Said {
  rule?: SaidRule
  effects: Effect[]
}

export type SearchWith = (
  steering: Steering,
  request: { q: string; limit: number; explain: true },
) => Promise<SearchAnswer>

/** The queries in which a rule shows what it does: those that were asked about, or its own. */
export const queriesOf = (rule: Rule, q: string | undefined): string[] => {
  if (q !== undefined && q.trim() !== '') return [q]
  if (rule.kind === 'best-bet') return [rule.q]
  return rule.bothWays ? [rule.from, rule.to] : [rule.from]
}

export const effectOf = async (
  searchWith: SearchWith,
  q: string,
  { before, after }: { before: Steering; after: Steering },
): Promise<Effect> => {
  const ask = (steering: Steering) => searchWith(steering, { q, limit: shown, explain: true })
  const [was, becomes] = [await ask(before), await ask(after)]
  const [one, other] = [listOf(was), listOf(becomes)]
  return {
    q,
    before: { total: was.total, hits: one.map((hit) => placed(hit, was, other)) },
    after: { total: becomes.total, hits: other.map((hit) => placed(hit, becomes, one)) },
  }
}

const listOf = ({ bestBet, hits }: SearchAnswer): SearchHit[] =>
  [...(bestBet?.hits ?? []), ...hits].slice(0, shown)

const placed = (hit: SearchHit, answer: SearchAnswer, others: readonly SearchHit[]): Placed => {
  const at = others.findIndex(({ id }) => id === hit.id)
  return {
    id: hit.id,
    title: hit.title,
    agents: hit.agents.slice(0, 3),
    year: hit.year,
    other: at < 0 ? null : at + 1,
    ...(hit.why?.synonymOf && { synonymOf: hit.why.synonymOf }),
    ...(answer.bestBet?.hits.includes(hit) && { isBestBet: true as const }),
  }
}
