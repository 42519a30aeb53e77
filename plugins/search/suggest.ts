import type { SearchIndex, TextTerm } from '../../gateway/contracts/index.js'
import { nearestQuery } from './did-you-mean.js'
import type { StoredWork } from './documents.js'
import { escapeHtml, highlight } from './highlight.js'
import { parseQuery } from './query.js'

export interface Suggestions {
  /** What the typed text may become; `highlight` is HTML with what was typed marked. */
  completions: { kind: 'title' | 'agent'; text: string; highlight: string }[]
  didYouMean?: string
}

/** Titles that fit what was typed so far, then names. @throws ShulianError QUERY_TOO_LONG (400) */
export const suggest = async (index: SearchIndex, text: string, limit: number): Promise<Suggestions> => {
  const { all } = parseQuery(text, { typing: true })
  if (all.length === 0) return { completions: [] }
  const titles = (await find(index, all, limit)).map(({ title }) => title)
  const named = await find(
    index,
    all.map((term) => ({ ...term, field: 'agents' as const })),
    limit,
  )
  const names = named.flatMap(({ agents }) => agents).filter((name) => highlight(name, all) !== undefined)
  const completions = [...entries('title', titles, all), ...entries('agent', names, all)].slice(0, limit)
  if (completions.length > 0) return { completions }
  const didYouMean = await nearestQuery(index, text)
  return { completions, ...(didYouMean !== undefined && { didYouMean }) }
}

const find = async (index: SearchIndex, all: TextTerm[], limit: number): Promise<StoredWork[]> => {
  const { hits } = await index.search({
    all,
    none: [],
    facets: [],
    facetLimit: 0,
    sort: 'relevance',
    limit,
    offset: 0,
    exactUpTo: 0,
  })
  return hits.map(({ stored }) => stored as StoredWork)
}

const entries = (kind: 'title' | 'agent', texts: string[], terms: TextTerm[]): Suggestions['completions'] =>
  [...new Set(texts)].map((text) => ({ kind, text, highlight: highlight(text, terms) ?? escapeHtml(text) }))
