import type { FilterableRule } from './filterable.js'
import { Refusal } from './refusals.js'

export interface Settings {
  displayedAttributes: string[]
  searchableAttributes: string[]
  filterableAttributes: FilterableRule[]
  sortableAttributes: string[]
  rankingRules: string[]
  stopWords: string[]
  nonSeparatorTokens: string[]
  separatorTokens: string[]
  dictionary: string[]
  synonyms: Record<string, string[]>
  distinctAttribute: string | null
  proximityPrecision: string
  typoTolerance: object
  faceting: { maxValuesPerFacet: number; sortFacetValuesBy: object }
  pagination: { maxTotalHits: number }
  embedders: object
  searchCutoffMs: number | null
  localizedAttributes: object[] | null
  facetSearch: boolean
  prefixSearch: string
}

const rules = ['words', 'typo', 'proximity', 'attributeRank', 'sort', 'wordPosition', 'exactness']

export const defaults: Settings = {
  displayedAttributes: ['*'],
  searchableAttributes: ['*'],
  filterableAttributes: [],
  sortableAttributes: [],
  rankingRules: rules,
  stopWords: [],
  nonSeparatorTokens: [],
  separatorTokens: [],
  dictionary: [],
  synonyms: {},
  distinctAttribute: null,
  proximityPrecision: 'byWord',
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
    disableOnWords: [],
    disableOnAttributes: [],
    disableOnNumbers: false,
  },
  faceting: { maxValuesPerFacet: 100, sortFacetValuesBy: { '*': 'alpha' } },
  pagination: { maxTotalHits: 1_000 },
  embedders: {},
  searchCutoffMs: null,
  localizedAttributes: null,
  facetSearch: true,
  prefixSearch: 'indexingTime',
}

const others = ['foreignKeys', 'chat']

/** What is asked for, checked as far as the engine checks it at once. @throws Refusal */
export const settingsFrom = (given: Record<string, unknown>, current: Settings): Partial<Settings> => {
  for (const name of Object.keys(given)) {
    if (!(name in defaults) && !others.includes(name))
      throw new Refusal(
        400,
        'bad_request',
        `Unknown field \`${name}\`: expected one of ${Object.keys(defaults)
          .map((one) => `\`${one}\``)
          .join(', ')}`,
      )
  }
  for (const [at, rule] of ((given['rankingRules'] ?? []) as string[]).entries()) {
    if (![...rules, 'attribute'].includes(rule) && !/:(asc|desc)$/.test(rule))
      throw new Refusal(
        400,
        'invalid_settings_ranking_rules',
        `Invalid value at \`.rankingRules[${at}]\`: \`${rule}\` ranking rule is invalid.`,
      )
  }
  const sorted = given['sortableAttributes']
    ? { sortableAttributes: [...(given['sortableAttributes'] as string[])].sort() }
    : {}
  const merged = Object.fromEntries(
    (['typoTolerance', 'faceting', 'pagination'] as const)
      .filter((name) => name in given)
      .map((name) => [name, { ...current[name], ...(given[name] as object) }]),
  )
  return { ...(given as Partial<Settings>), ...sorted, ...merged }
}
