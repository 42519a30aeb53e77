/**
 * An engine that finds works. Everything a reader would call language (folding, cutting, synonyms) happens above
 * it: documents and queries arrive as tokens already folded the same way. An engine matches, ranks, counts.
 */
export interface SearchIndex {
  /**
   * Whether versions are compared and written in one step. Else two processes may pass each other between the two, and an
   * older document stay: whoever wrote looks again at what the catalogue says. Whoever removed does so in either case, since
   * a removal has no version.
   */
  readonly isAtomic: boolean
  /** Calls that write which are worth while at once: an engine that keeps writes in a queue does those that wait there together. */
  readonly writesAtOnce: number
  /**
   * Idempotent. A document whose version is lower than the stored one is ignored. When it resolves every other document
   * can be found, but those that the engine will not have: they are told, and the rest is not kept from the index.
   * @param gone what is removed with it: of works that became one a reader finds neither all nor none, where the engine can
   */
  upsert(documents: SearchDocument[], gone?: string[]): Promise<Refused[]>
  remove(ids: string[]): Promise<void>
  search(query: SearchQuery): Promise<SearchResult>
  /**
   * Tokens of these fields that begin in one of these ways, each once, most frequent first, counted in the field that has it most: for
   * near spellings.
   */
  complete(
    fields: readonly CompletedField[],
    beginnings: readonly string[],
    limit: number,
  ): Promise<{ token: string; count: number }[]>
  /**
   * For each of these, whether no document has it in any field: a word, words side by side, a beginning. A plan learns from one such
   * question which of its searches would find nothing. That something is missing is certain; what is gone may be told as there.
   */
  missing(terms: readonly Omit<TextTerm, 'field'>[]): Promise<boolean[]>
  /** Documents whose `titleKey` begins so, in its order: for completions. */
  titled(beginning: string, limit: number): Promise<{ id: string; stored: unknown }[]>
  /** Which documents it holds, in id order after `after`: for reconciling. */
  list(after: string | null, limit: number): Promise<{ id: string; version: number }[]>
  count(): Promise<number>
  /** Empties it. */
  clear(): Promise<void>
  /** Whether it must be built anew: it is of another version's settings, or a build was cut off and left something. */
  isOutdated(): Promise<boolean>
  /**
   * A second index beside this one, empty or as an interrupted build left it, to be filled and then put in its place.
   * Whatever is written here meanwhile is written there too. @throws ShulianError SEARCH_BUILD_UNDERWAY (409)
   */
  beside(call: { signal: AbortSignal }): Promise<Building>
  close(): Promise<void>
}

/** An index that is being built. */
export interface Building
  extends Pick<SearchIndex, 'isAtomic' | 'writesAtOnce' | 'upsert' | 'remove' | 'search' | 'list' | 'count'> {
  /** Once it is filled, before `swap`: what makes it quick to search, and may take long. @throws the reason of the signal of `beside` */
  finish(): Promise<void>
  /** From now on it is the one that is searched; the old one goes. No search fails meanwhile. */
  swap(): Promise<void>
  /** It goes, and what is searched stays. */
  drop(): Promise<void>
  /** Lets go of it; neither swapped nor dropped, it waits for whoever goes on with it. */
  close(): Promise<void>
}

/**
 * Searchable text by weight of place, strongest first; then `sounds`, how title and names are read. Its tokens stand
 * in no other field, and a term that names it holds no others.
 */
export const textFields = [
  'title',
  'alternative',
  'agents',
  'subjects',
  'identifiers',
  'other',
  'sounds',
] as const
export type TextField = (typeof textFields)[number]

/** Fields whose tokens are completed. */
export type CompletedField = 'title' | 'agents'

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
  /** The whole title folded: whoever asks for all of it wants this work. */
  titleKey: string
  /** Compared character by character: where the title stands in the order of each sort by title. */
  titleOrder: { title: string; 'title-stroke': string }
  /** When the work was last changed, epoch milliseconds: a tie-breaker. */
  updatedAt: number
  /** Returned with a hit as it is. */
  stored: unknown
}

/** A document that an engine will not have, in its own words. */
export interface Refused {
  id: string
  code: string
  reason: string
}

/** One condition on text: all tokens in one field side by side (phrase), or one token, or its beginnings. */
export interface TextTerm {
  tokens: string[]
  /** Only here, or in one of these; anywhere when left out. */
  field?: TextField | readonly TextField[]
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
  /** Other ways to be a hit: every term of one of them. What is a hit in several ways ranks higher, and counts once. */
  otherwise?: TextTerm[][]
  /** None may match. */
  none: TextTerm[]
  filter?: Filter
  /**
   * Counted over the whole result. `year` gives years as words. A facet is counted without what the filter chooses
   * in it (the filter, or a part of its outermost `and`, that is an `in`, a range of years, or an `or` of those, of
   * this field alone): the other values are still there to be chosen, and say what they would give.
   */
  facets: (FacetField | 'year')[]
  /** Values per facet. Those that are chosen are among them, or follow, also where nothing is left of them. */
  facetLimit: number
  /** Of these fields only these values, every one that occurs, whatever the limit. */
  facetValues?: Partial<Record<FacetField, string[]>>
  sort: 'relevance' | 'newest' | 'oldest' | 'title' | 'title-stroke'
  limit: number
  offset: number
  /** From the hit before; exclusive with offset. Ignored when its sort differs: SearchCursorInvalid. */
  cursor?: string
  /** Totals are exact up to here. */
  exactUpTo: number
  /**
   * Only the latest so many hits are looked at, in no order of worth: they are the result, and the facets are theirs. For
   * answers while somebody types, which are worth nothing when they come late: where hundreds of words begin so, hits of the most
   * frequent ones may stand for all.
   */
  over?: number
}

export interface SearchResult {
  total: number
  totalIsExact: boolean
  hits: { id: string; score: number; stored: unknown }[]
  /** For the next page; absent at the end. */
  cursor?: string
  facets: Partial<Record<FacetField | 'year', { value: string; count: number }[]>>
  /** Each year that occurs, rising, none cut off; when `year` is among the facets. */
  years?: { year: number; count: number }[]
  /** Parts of the index that did not answer: what they hold is neither found nor counted. */
  away?: { part: string; reason: string }[]
}
