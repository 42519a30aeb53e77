import { type Fields, folded } from './filter-language.js'
import { createKeys } from './keys.js'
import { indexNotFound, Refusal } from './refusals.js'
import { defaults, settingsFrom } from './settings.js'
import { createStoredIndex, type StoredIndex } from './stored-index.js'
import { createTaskQueue, type Task, type TaskFaults } from './task-queue.js'

export interface Faults extends TaskFaults {
  /** Documents whose text has this word are refused by their task, and their whole batch with them. */
  poison: string | null
  /** What it says of remotes, all of which it is not to ask. */
  rejected: string | null
}

export interface Remote {
  url: string
  searchApiKey: string | null
}

/** All that the stand-in holds. It lives in memory: a process that is killed comes back empty, unless its folder is replayed. */
export const createEngine = ({ key, faults }: { key: string; faults: Faults }) => {
  const indexes = new Map<string, StoredIndex>()
  const queue = createTaskQueue(faults)
  const network = {
    self: null as string | null,
    remotes: {} as Record<string, Remote>,
    shards: {},
    leader: null,
    version: crypto.randomUUID() as string,
  }

  const index = (uid: string): StoredIndex => {
    const found = indexes.get(uid)
    if (!found) throw indexNotFound(uid)
    return found
  }

  return {
    indexes,
    queue,
    faults,
    network,
    defaults,
    index,
    keys: createKeys(key),
    features: Object.fromEntries(featureNames.map((name) => [name, false])) as Record<string, boolean>,

    createIndex: ({ uid, primaryKey = null }: { uid: string; primaryKey?: string | null }) => {
      if (!/^[a-zA-Z0-9_-]{1,512}$/.test(uid))
        throw new Refusal(
          400,
          'invalid_index_uid',
          `Invalid value at \`.uid\`: \`${uid}\` is not a valid index uid.`,
        )
      return queue.add('indexCreation', uid, { primaryKey }, () => {
        if (indexes.has(uid))
          throw new Refusal(409, 'index_already_exists', `Index \`${uid}\` already exists.`)
        indexes.set(uid, createStoredIndex(uid, primaryKey))
        return {}
      })
    },

    deleteIndex: (uid: string) =>
      queue.add('indexDeletion', uid, { deletedDocuments: 0 }, () => {
        const deletedDocuments = index(uid).documents.size
        indexes.delete(uid)
        return { deletedDocuments }
      }),

    updateSettings: (uid: string, given: Record<string, unknown>) =>
      queue.add('settingsUpdate', uid, { ...given }, () => {
        const one = indexes.get(uid) ?? createStoredIndex(uid, null)
        indexes.set(uid, one)
        one.update(settingsFrom(given, one.settings))
        return {}
      }),

    addDocuments: (uid: string, documents: Fields[], merge: boolean) =>
      queue.add(
        'documentAdditionOrUpdate',
        uid,
        { receivedDocuments: documents.length, indexedDocuments: 0 },
        () => {
          const one = indexes.get(uid) ?? createStoredIndex(uid, 'id')
          if (faults.poison !== null) assertClean(documents, faults.poison)
          one.add(documents, { merge, key: one.primaryKey ?? 'id' })
          indexes.set(uid, one)
          return { indexedDocuments: documents.length }
        },
      ),

    clear: (uid: string) =>
      queue.add(
        'documentDeletion',
        uid,
        { providedIds: 0, deletedDocuments: 0, originalFilter: null },
        () => {
          const deletedDocuments = index(uid).documents.size
          index(uid).eraseAll()
          return { deletedDocuments }
        },
      ),

    swap: (swaps: { indexes: [string, string]; rename?: boolean }[]) => {
      for (const { indexes: pair } of swaps)
        if (pair[0] === pair[1])
          throw new Refusal(
            400,
            'invalid_swap_duplicate_index_found',
            `Indexes must be declared only once during a swap. \`${pair[0]}\` was specified several times.`,
          )
      return queue.add('indexSwap', null, { swaps: swaps.map((one) => ({ rename: false, ...one })) }, () => {
        for (const {
          indexes: [one, other],
        } of swaps) {
          const pair = [index(one), index(other)] as const
          indexes.set(one, Object.assign(pair[1], { uid: one }))
          indexes.set(other, Object.assign(pair[0], { uid: other }))
        }
        return {}
      })
    },

    stats: (uid: string) => {
      const { documents } = index(uid)
      const fieldDistribution: Record<string, number> = {}
      for (const document of documents.values())
        for (const name of Object.keys(document)) fieldDistribution[name] = (fieldDistribution[name] ?? 0) + 1
      return {
        numberOfDocuments: documents.size,
        rawDocumentDbSize: 0,
        avgDocumentSize: 0,
        isIndexing: false,
        numberOfEmbeddings: 0,
        numberOfEmbeddedDocuments: 0,
        fieldDistribution,
      }
    },

    facetSearch: (uid: string, { facetName, facetQuery }: { facetName: string; facetQuery: string }) => {
      const { filterable, documents } = index(uid)
      if (!filterable.get(facetName)?.facetSearch)
        throw new Refusal(
          400,
          'invalid_facet_search_facet_name',
          `Attribute \`${facetName}\` is not facet-searchable.`,
        )
      const counts = new Map<string, number>()
      for (const document of documents.values())
        for (const value of new Set([document[facetName] ?? []].flat().map(String)))
          if (folded(value).startsWith(folded(facetQuery))) counts.set(value, (counts.get(value) ?? 0) + 1)
      const most = index(uid).settings.faceting.maxValuesPerFacet
      const facetHits = [...counts]
        .map(([value, count]) => ({ value, count }))
        .sort((one, other) => other.count - one.count)
      return { facetHits: facetHits.slice(0, most), facetQuery, processingTimeMs: 0 }
    },

    listTasks: (query: URLSearchParams) => {
      const limit = Number(query.get('limit') ?? 20)
      const all = queue.tasks.filter(fitting(query)).toReversed()
      return {
        results: all.slice(0, limit),
        total: all.length,
        limit,
        from: all[0]?.uid ?? null,
        next: all[limit]?.uid ?? null,
      }
    },

    cancelTasks: (query: URLSearchParams) => {
      assertFiltered(query, 'cancel')
      const matched = queue.tasks.filter(fitting(query)).filter(({ status }) => status === 'enqueued')
      return queue.add(
        'taskCancelation',
        null,
        { matchedTasks: matched.length, canceledTasks: 0, originalFilter: `?${query}` },
        () => {
          for (const task of matched) if (task.status === 'enqueued') task.status = 'canceled'
          return { canceledTasks: matched.length }
        },
      )
    },

    deleteTasks: (query: URLSearchParams) => {
      assertFiltered(query, 'delete')
      const matched = queue.tasks
        .filter(fitting(query))
        .filter(({ status }) => ['succeeded', 'failed', 'canceled'].includes(status))
      return queue.add(
        'taskDeletion',
        null,
        { matchedTasks: matched.length, deletedTasks: null, originalFilter: `?${query}` },
        () => {
          for (const task of matched) queue.tasks.splice(queue.tasks.indexOf(task), 1)
          return { deletedTasks: matched.length }
        },
      )
    },

    joinNetwork: (given: { self?: string | null; remotes?: Record<string, Partial<Remote> | null> }) => {
      if (given.self !== undefined) network.self = given.self
      for (const [name, remote] of Object.entries(given.remotes ?? {})) {
        if (remote === null) delete network.remotes[name]
        else
          network.remotes[name] = {
            searchApiKey: null,
            writeApiKey: null,
            status: 'available',
            ...remote,
          } as unknown as Remote
      }
      return network
    },
  }
}

const featureNames =
  'metrics logsRoute editDocumentsByFunction containsFilter dynamicSearchRules network getTaskDocumentsRoute taskQueueCompactionRoute compositeEmbedders chatCompletions multimodal foreignKeys disableDocumentsFetchQueue legacySearch renderRoute'.split(
    ' ',
  )

export type Engine = ReturnType<typeof createEngine>

const fitting =
  (query: URLSearchParams) =>
  ({ uid, status, type, indexUid, finishedAt }: Task): boolean => {
    const isIn = (name: string, value: string | null) =>
      query
        .get(name)
        ?.split(',')
        .includes(value ?? '') ?? true
    return (
      isIn('uids', String(uid)) &&
      isIn('statuses', status) &&
      isIn('types', type) &&
      isIn('indexUids', indexUid) &&
      isBefore(finishedAt, query.get('beforeFinishedAt'))
    )
  }

const isBefore = (time: string | null, limit: string | null): boolean =>
  limit === null || (time !== null && Date.parse(time) < Date.parse(limit))

const assertFiltered = (query: URLSearchParams, what: string): void => {
  if (query.size === 0)
    throw new Refusal(
      400,
      'missing_task_filters',
      `Query parameters to filter the tasks to ${what} are missing. Available query parameters are: \`uids\`, \`indexUids\`, \`statuses\`, \`types\`, \`canceledBy\`, \`beforeEnqueuedAt\`, \`afterEnqueuedAt\`, \`beforeStartedAt\`, \`afterStartedAt\`, \`beforeFinishedAt\`, \`afterFinishedAt\`.`,
    )
}

const assertClean = (documents: readonly Fields[], poison: string): void => {
  const bad = documents.find((one) => JSON.stringify(one).includes(poison))
  if (bad)
    throw new Refusal(400, 'invalid_document_fields', `Document \`${String(bad['id'])}\` cannot be indexed.`)
}
