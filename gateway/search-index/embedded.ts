import { hearOthers } from '../contracts/hear-others.js'
import type { SearchIndex, SearchQuery, SearchResult } from '../contracts/search-index.js'
import { createBeside, openBeside, putInPlace } from './fts5/beside.js'
import { createColumns } from './fts5/columns.js'
import { complete, titled } from './fts5/complete.js'
import { countFacets } from './fts5/facets.js'
import { find } from './fts5/find.js'
import { glance } from './fts5/glance.js'
import { matchOf } from './fts5/match.js'
import { createMerging, mergeSegments } from './fts5/merging.js'
import { missingOf } from './fts5/possible.js'
import { openReadingThread } from './fts5/reading-thread.js'
import { dropTables, ensureSchema } from './fts5/schema.js'
import { shareReading } from './fts5/shared-reading.js'
import { createSpelling } from './fts5/spelling.js'
import { createSqlite, type RawSqlite, type Sqlite } from './fts5/sqlite.js'
import { isTextSearch, searchText } from './fts5/text-search.js'
import { clear, remove, replace } from './fts5/write.js'

/** Where the embedded engine lives: the gateway's own SQLite file. */
export interface EmbeddedParts {
  /** The connection that writes. */
  raw: RawSqlite
  /** A connection that only reads; `raw` when left out. */
  reader?: RawSqlite
  /** The file of both: where many readers search at once, a thread of its own opens it too. */
  path?: string
  /**
   * Whoever else writes through `raw`. With it a write waits for their transaction and has one of its own: one
   * that is undone never takes the index with it. So never await a write of the index inside a transaction of
   * theirs: it would wait for itself. Without it a write inside an open transaction becomes part of that.
   */
  kysely?: { transaction(): { execute(work: () => Promise<void>): Promise<unknown> } }
}

const isGlance = (query: SearchQuery): query is SearchQuery & { over: number } => query.over !== undefined

/**
 * The search engine that needs no server: SQLite's FTS5. Several processes may share the file: all that a
 * query rests on is read in one snapshot, and what is kept in memory follows a counter in the file.
 */
export const createEmbeddedIndex = (parts: EmbeddedParts): SearchIndex => {
  const raw = createSqlite(parts.raw)
  ensureSchema(raw)
  const reader = parts.reader ? createSqlite(parts.reader) : raw
  const besideLive = createBeside(raw, parts.raw)
  const writeStep = writing(parts, raw)
  const merging = createMerging(raw, writeStep)
  const write = (steps: () => Iterable<void>) => merging.whileWriting(() => writeStep(steps))
  const { path } = parts
  const here = (query: SearchQuery) => searchText(reader, query)
  const shared =
    path === undefined ? undefined : shareReading(here, (onEnd) => openReadingThread(path, onEnd))

  return {
    ...reads(reader, shared?.search),
    isAtomic: true,
    writesAtOnce: 1,
    upsert: async (documents, gone = []) => {
      if (documents.length + gone.length > 0)
        await write(() => onBoth((one) => replace(one, documents, gone)))
      return []
    },
    remove: async (ids) => {
      if (ids.length > 0) await write(() => onBoth((one) => [remove(one, ids)]))
    },
    clear: () => write(() => [clear(raw)]),
    isOutdated: async () => besideLive() !== undefined,
    beside: async ({ signal }) => {
      let opened: ReturnType<typeof openBeside> | undefined
      await write(() => {
        opened = openBeside(raw, parts.raw, Date.now())
        return []
      })
      const { build, next } = opened!
      return {
        ...reads(next),
        isAtomic: true,
        writesAtOnce: 1,
        upsert: async (documents, gone = []) => {
          if (documents.length + gone.length > 0) await write(() => replace(next, documents, gone))
          return []
        },
        remove: async (ids) => {
          if (ids.length > 0) await write(() => [remove(next, ids)])
        },
        finish: async () => {
          await mergeSegments(next, write, () => !signal.aborted)
          signal.throwIfAborted()
        },
        swap: () => write(() => [putInPlace(raw, next, build)]),
        drop: () => write(() => [dropTables(next)]),
        close: async () => undefined,
      }
    },
    close: async () => {
      await merging.close()
      await shared?.close()
    },
  }

  /** What is written while an index is built is written there in the same transaction. */
  function* onBoth(steps: (one: Sqlite) => Iterable<void>): Iterable<void> {
    yield* steps(raw)
    const next = besideLive()
    if (next) yield* steps(next)
  }
}

type Reads = Pick<SearchIndex, 'search' | 'complete' | 'missing' | 'titled' | 'list' | 'count'>

const reads = (
  reader: Sqlite,
  searchTexts = async (query: SearchQuery): Promise<SearchResult> => searchText(reader, query),
): Reads => {
  const columns = createColumns(reader)
  const spelling = createSpelling(reader)
  return {
    search: async (query) => {
      if (isTextSearch(query)) return searchTexts(query)
      if (query.facets.length > 0) await columns.load()
      return reader.inSnapshot(() => {
        if (isGlance(query)) return glance(reader, { columns, spelling }, query)
        const counted = countFacets(reader, columns, query)
        return { ...counted, ...find(reader, matchOf(reader, query), query, counted.total) }
      })
    },
    complete: async (...given) => complete(reader, ...given),
    missing: async (terms) => reader.inSnapshot(() => missingOf(reader, terms)),
    titled: async (beginning, limit) => titled(reader, beginning, limit),
    list: async (after, limit) =>
      reader.rows<{ id: string; version: number }>(
        'select id, version from search_document where id > ? order by id limit ?',
        after ?? '',
        limit,
      ),
    count: async () => reader.number('select count(*) from search_document'),
  }
}

const writing =
  ({ kysely }: EmbeddedParts, raw: Sqlite) =>
  async (steps: () => Iterable<void>): Promise<void> => {
    if (!kysely) return raw.inTransaction(() => void [...steps()])
    await kysely.transaction().execute(async () => {
      for (const _step of steps()) await hearOthers()
    })
  }
