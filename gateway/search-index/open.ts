import type { Config } from '../config.js'
import type { Log } from '../contracts/log.js'
import type { SearchIndex } from '../contracts/search-index.js'
import type { Databases } from '../database/databases.js'
import { createEmbeddedIndex } from './embedded.js'
import { leased } from './lease.js'
import { createMeilisearchIndex } from './meilisearch.js'
import { indexId } from './state.js'

/** The engine that the settings name: Meilisearch where it has an address, else the one in the gateway's own file. */
export const openSearchIndex = (
  { meili }: Pick<Config, 'meili'>,
  database: Databases,
  log: Log,
): SearchIndex =>
  leased(
    meili === undefined
      ? createEmbeddedIndex(database.file)
      : createMeilisearchIndex({ ...meili, id: () => indexId(database.kysely), log }),
    database.kysely,
  )
