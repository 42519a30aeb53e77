import { createHash } from 'node:crypto'
import { facetFields, textFields } from '../../contracts/search-index.js'
import { facetAttribute, wordFields, wordsAttribute } from './documents.js'

/** Values of a facet that one answer counts. Every year of a library's books is among so many. */
export const mostValues = 1_000
/** Hits that can be paged through; totals are exact up to here. */
export const mostHits = 1_000_000

/**
 * A list of all values that begin with what is typed: the engine writes it anew with each batch in which one of them is new, and
 * ids, titles and places in orders are as many as works. So only words that completions are made of have one.
 */
const filterable = (attributes: readonly string[], { facetSearch }: { facetSearch: boolean }) => ({
  attributePatterns: attributes,
  features: { facetSearch, filter: { equality: true, comparison: true } },
})

/**
 * The index's settings, as code. Words are folded, cut and forgiven above the engine: it matches them as they are.
 * Attributes in order of weight; of equal hits the latest change first.
 */
export const settings = {
  searchableAttributes: [...textFields],
  displayedAttributes: ['*'],
  filterableAttributes: [
    filterable(
      [
        'id',
        'year',
        'title_key',
        'title_order',
        'stroke_order',
        'updated',
        ...facetFields.map(facetAttribute),
      ],
      { facetSearch: false },
    ),
    filterable(wordFields.map(wordsAttribute), { facetSearch: true }),
  ],
  sortableAttributes: ['id', 'year', 'title_key', 'title_order', 'stroke_order', 'updated', 'added'],
  rankingRules: ['sort', 'words', 'proximity', 'attributeRank', 'wordPosition', 'updated:desc'],
  typoTolerance: { enabled: false },
  faceting: { maxValuesPerFacet: mostValues, sortFacetValuesBy: { '*': 'count' } },
  pagination: { maxTotalHits: mostHits },
} as const

/** Says which settings and which form of documents an index has. */
export const digest = createHash('sha256')
  .update(JSON.stringify([3, settings]))
  .digest('hex')
  .slice(0, 16)

/**
 * The label travels with the index when it is swapped. It stands among the synonyms, under a word that no text has: there the
 * engine keeps what it is given, as it was given.
 */
const labelWord = '0qlabel'

export interface Label {
  digest: string
  /** The build that filled it; `first` for the index that was there from the beginning. */
  build: string
}

export const labelled = ({ digest, build }: Label) => ({
  ...settings,
  synonyms: { [labelWord]: [digest, build] },
})

export const labelIn = (synonyms: unknown): Label | null => {
  const found = (synonyms as Record<string, string[]> | null)?.[labelWord]
  return found?.length === 2 ? { digest: found[0]!, build: found[1]! } : null
}
