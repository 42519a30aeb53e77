import type { FacetField, Filter, SearchQuery, SearchResult } from '../../contracts/search-index.js'
import { type Condition, partFilter } from '../fts5/conditions.js'
import { facetAttribute } from './documents.js'
import { mostValues } from './settings.js'
import { readValue } from './words.js'

type Facet = FacetField | 'year'
type Counted = { value: string; count: number }[]
export type Distribution = Record<string, Record<string, number>>

/** Facets that are counted over one result. */
export interface Count {
  facets: Facet[]
  filter?: Filter
}

/** The hits' own result counts what nothing is chosen in; each of the others is counted without what is chosen in it. */
export const countsOf = (query: SearchQuery): { own: Facet[]; others: Count[]; chosen: Condition[] } => {
  const { conditions, rest } = partFilter(query)
  const isChosen = (facet: Facet) => conditions.some(({ field }) => field === facet)
  return {
    own: query.facets.filter((facet) => !isChosen(facet)),
    others: conditions.map((one) => ({
      facets: [one.field],
      filter: {
        and: [...(rest ? [rest] : []), ...conditions.filter((other) => other !== one).map(filterFor)],
      },
    })),
    chosen: conditions,
  }
}

const filterFor = ({ field, values, years }: Condition): Filter => ({
  or: [
    ...(field === 'year' ? [] : [{ field, in: values }]),
    ...years.map(({ from, to }) => ({ field: 'year' as const, from, to })),
  ],
})

export const countedIn = (distribution: Distribution | undefined, facet: Facet): Counted =>
  Object.entries(distribution?.[facetAttribute(facet)] ?? {}).map(([value, count]) => ({
    value: readValue(value),
    count,
  }))

/** Values that must be told and may lie beyond what the engine lists. */
export const missingOf = (
  query: SearchQuery,
  facet: Facet,
  counted: Counted,
  chosen: readonly Condition[],
): string[] => {
  if (facet === 'year' || counted.length < mostValues) return []
  const listed = new Set(counted.map(({ value }) => value))
  const wanted = [...(query.facetValues?.[facet] ?? []), ...valuesChosen(facet, chosen)]
  return [...new Set(wanted)].filter((value) => !listed.has(value))
}

const valuesChosen = (facet: Facet, chosen: readonly Condition[]): string[] =>
  chosen.find(({ field }) => field === facet)?.values ?? []

/** By count, then by value; what is chosen and not among the first follows them. */
export const facetOf = (
  query: SearchQuery,
  facet: Facet,
  counted: Counted,
  chosen: readonly Condition[],
): Counted => {
  if (facet === 'year')
    return counted.sort((one, other) => Number(other.value) - Number(one.value)).slice(0, query.facetLimit)
  const only = query.facetValues?.[facet]
  const values = valuesChosen(facet, chosen)
  const told = new Set(only && [...only, ...values])
  const sorted = counted
    .filter(({ value, count }) => count > 0 && (only === undefined || told.has(value)))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
  const first = only ? sorted : sorted.slice(0, query.facetLimit)
  const listed = new Set(first.map(({ value }) => value))
  const counts = new Map(counted.map(({ value, count }) => [value, count]))
  const others = [...new Set(values)].filter((value) => !listed.has(value))
  return [...first, ...others.map((value) => ({ value, count: counts.get(value) ?? 0 }))]
}

export const yearsOf = (counted: Counted): NonNullable<SearchResult['years']> =>
  counted
    .map(({ value, count }) => ({ year: Number(value), count }))
    .sort((one, other) => one.year - other.year)
