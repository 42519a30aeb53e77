import type { SearchQuery, SearchResult } from '../../contracts/search-index.js'
import { find } from './find.js'
import { matchOf } from './match.js'
import type { Sqlite } from './sqlite.js'

/** It needs nothing but the file: no facets, which are counted in memory, and no glance, which knows the spellings. */
export const isTextSearch = ({ facets, over }: SearchQuery): boolean =>
  facets.length === 0 && over === undefined

/**
 * Total and page, all of one state of the file.
 * @throws ShulianError CURSOR_INVALID (400)
 */
export const searchText = (reader: Sqlite, query: SearchQuery): SearchResult =>
  reader.inSnapshot(() => ({ facets: {}, ...find(reader, matchOf(reader, query), query) }))
