import { type FacetField, type Filter, facetFields, type SearchQuery } from '../../contracts/search-index.js'

/** What a filter chooses in one facet: values of a field, or ranges of years. */
export interface Condition {
  field: FacetField | 'year'
  values: string[]
  years: { from?: number; to?: number }[]
}

/**
 * Parts the filter into what is chosen in the facets that are counted, and the rest. A facet that is chosen in
 * twice must fulfil both: that is no choice among its values, and stays in the rest.
 */
export const partFilter = ({
  filter,
  facets,
}: Pick<SearchQuery, 'filter' | 'facets'>): { conditions: Condition[]; rest?: Filter } => {
  if (filter === undefined) return { conditions: [] }
  const parts = 'and' in filter ? filter.and : [filter]
  const choices = parts.map((part) => choiceOf(part))
  const isCounted = (choice: Condition | undefined): choice is Condition =>
    choice !== undefined &&
    facets.includes(choice.field) &&
    choices.filter((other) => other?.field === choice.field).length === 1
  const rest = parts.filter((_, at) => !isCounted(choices[at]))
  return { conditions: choices.filter(isCounted), ...(rest.length > 0 && { rest: { and: rest } }) }
}

const choiceOf = (filter: Filter): Condition | undefined => {
  if ('or' in filter) return unionOf(filter.or.map(choiceOf))
  if (!('field' in filter)) return undefined
  if ('in' in filter) return { field: filter.field, values: filter.in, years: [] }
  return { field: 'year', values: [], years: [{ from: filter.from, to: filter.to }] }
}

const unionOf = (choices: (Condition | undefined)[]): Condition | undefined => {
  const [first, ...others] = choices
  if (first === undefined || others.some((other) => other?.field !== first.field)) return undefined
  const all = choices as Condition[]
  return {
    field: first.field,
    values: all.flatMap(({ values }) => values),
    years: all.flatMap(({ years }) => years),
  }
}

/** Years stand beside the facet fields as one more. */
export const yearField = facetFields.length

export const fieldNumber = (field: FacetField | 'year'): number =>
  field === 'year' ? yearField : facetFields.indexOf(field)
