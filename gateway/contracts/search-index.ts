/**
 * An engine that finds works. Everything a reader would call language (folding, cutting, synonyms) happens above
 * it: documents and queries arrive as tokens already folded the same way. An engine matches, ranks, counts.
 */
export interface SearchIndex {
  /** Idempotent. A document whose version is lower than the stored one is ignored. */
  upsert(documents: SearchDocument[]): Promise<void>
  remove(ids: string[]): Promise<void>
  search(query: SearchQuery): Promise<SearchResult>
  /** Tokens of a field that begin so, most frequent first: for completions. */
  complete(field: TextField, prefix: string, limit: number): Promise<{ token: string; count: number }[]>
  /** Which documents it holds, in id order after `after`: for reconciling. */
  list(after: string | null, limit: number): Promise<{ id: string; version: number }[]>
  count(): Promise<number>
  /** Empties it. */
  clear(): Promise<void>
  close(): Promise<void>
}

/** Searchable text by weight of place, strongest first. */
export const textFields = ['title', 'alternative', 'agents', 'subjects', 'identifiers', 'other'] as const
export type TextField = (typeof textFields)[number]

/** Values that filter and are counted. `year` is a number, the others are words. */
export const facetFields = ['type', 'member', 'language', 'subject', 'agent', 'access', 'class'] as const
export type FacetField = (typeof facetFields)[number]

export interface SearchDocument {
  id: string
  version: number
  /** Folded tokens separated by blanks. */
  text: Record<TextField, string>
  facets: Record<FacetField, string[]>
  year: number | null
  /** Folded title for sorting. */
  titleKey: string
  /** When the work was last changed, epoch milliseconds: a tie-breaker. */
  updatedAt: number
  /** Returned with a hit as it is. */
  stored: unknown
}

/** One condition on text: all tokens in one field side by side (phrase), or one token, or its beginnings. */
export interface TextTerm {
  tokens: string[]
  /** Only here; anywhere when left out. */
  field?: TextField
  /** The last token may go on. */
  prefix?: boolean
}

export type Filter =
  | { and: Filter[] }
  | { or: Filter[] }
  | { not: Filter }
  | { field: FacetField; in: string[] }
  | { field: 'year'; from?: number; to?: number }

export interface SearchQuery {
  /** Every one must match; none means every document. */
  all: TextTerm[]
  /** None may match. */
  none: TextTerm[]
  filter?: Filter
  /** Counted over the whole result. `year` gives years as words. */
  facets: (FacetField | 'year')[]
  /** Values per facet. */
  facetLimit: number
  sort: 'relevance' | 'newest' | 'oldest' | 'title'
  limit: number
  offset: number
  /** From the hit before; exclusive with offset. Ignored when its sort differs: SearchCursorInvalid. */
  cursor?: string
  /** Totals are exact up to here. */
  exactUpTo: number
}

export interface SearchResult {
  total: number
  totalIsExact: boolean
  hits: { id: string; score: number; stored: unknown }[]
  /** For the next page; absent at the end. */
  cursor?: string
  facets: Partial<Record<FacetField | 'year', { value: string; count: number }[]>>
}
