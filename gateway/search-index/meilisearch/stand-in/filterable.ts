/** What may be asked of an attribute, beside whether it is equal to something. */
export interface Features {
  facetSearch: boolean
  comparison: boolean
}

/** As it is set: a name alone allows everything, a rule what it names. */
export type FilterableRule =
  | string
  | {
      attributePatterns: string[]
      features?: { facetSearch?: boolean; filter?: { comparison?: boolean } }
    }

export type Filterable = ReadonlyMap<string, Features>

/** By attribute: the first rule that names one decides. Patterns with a star are not read here. */
export const filterableBy = (rules: readonly FilterableRule[]): Filterable => {
  const found = new Map<string, Features>()
  for (const rule of rules)
    for (const name of typeof rule === 'string' ? [rule] : rule.attributePatterns)
      if (!found.has(name)) found.set(name, featuresOf(rule))
  return found
}

const featuresOf = (rule: FilterableRule): Features => {
  if (typeof rule === 'string') return { facetSearch: true, comparison: true }
  const { facetSearch = false, filter = {} } = rule.features ?? {}
  return { facetSearch, comparison: filter.comparison ?? false }
}
