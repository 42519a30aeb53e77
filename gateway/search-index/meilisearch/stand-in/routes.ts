import type { IncomingHttpHeaders } from 'node:http'
import { deleteDocuments, documentsFrom, fetchDocuments } from './documents.js'
import type { Engine } from './engine.js'
import { assertFederated, type FederatedQuery, type Federation, multiSearch } from './federated.js'
import type { Rights } from './keys.js'
import { searchNetwork } from './network.js'
import { Refusal } from './refusals.js'
import { answer, type Query } from './search.js'
import { settingsFrom } from './settings.js'

export interface Call {
  parts: string[]
  query: URLSearchParams
  headers: IncomingHttpHeaders
  body: string
  rights: Rights
}

type Route = (engine: Engine, call: Call) => unknown

export interface Answered {
  status: number
  body: unknown
}

/** `METHOD path`, where `*` is one part. Any other path is unknown. */
const routes: Record<string, Route> = {
  'GET version': () => ({
    commitSha: 'stand-in',
    commitDate: new Date().toISOString(),
    pkgVersion: '1.50.0',
  }),
  'GET stats': (engine) => ({
    databaseSize: 0,
    usedDatabaseSize: 0,
    lastUpdate: null,
    indexes: Object.fromEntries(
      [...engine.indexes].map(([uid, { documents }]) => [uid, { numberOfDocuments: documents.size }]),
    ),
  }),
  'GET indexes': (engine, { query }) => {
    const limit = Number(query.get('limit') ?? 20)
    const all = [...engine.indexes.values()].map(toIndex)
    return { results: all.slice(0, limit), offset: 0, limit, total: all.length }
  },
  'POST indexes': (engine, { body }) => accepted(engine.createIndex(JSON.parse(body) as { uid: string })),
  'GET indexes/*': (engine, { parts }) => toIndex(engine.index(parts[1]!)),
  'DELETE indexes/*': (engine, { parts }) => accepted(engine.deleteIndex(parts[1]!)),
  'GET indexes/*/stats': (engine, { parts }) => engine.stats(parts[1]!),
  'GET indexes/*/settings': (engine, { parts }) => engine.index(parts[1]!).settings,
  'GET indexes/*/settings/*': (engine, { parts }) => {
    const name = parts[3]!.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    return engine.index(parts[1]!).settings[name as 'synonyms']
  },
  'PATCH indexes/*/settings': (engine, { parts, body }) => {
    const given = JSON.parse(body) as Record<string, unknown>
    settingsFrom(given, engine.indexes.get(parts[1]!)?.settings ?? engine.defaults)
    return accepted(engine.updateSettings(parts[1]!, given))
  },
  'POST indexes/*/documents': (engine, call) =>
    accepted(engine.addDocuments(call.parts[1]!, documentsFrom(call), false)),
  'PUT indexes/*/documents': (engine, call) =>
    accepted(engine.addDocuments(call.parts[1]!, documentsFrom(call), true)),
  'DELETE indexes/*/documents': (engine, { parts }) => accepted(engine.clear(parts[1]!)),
  'POST indexes/*/documents/fetch': (engine, { parts, body }) =>
    fetchDocuments(engine.index(parts[1]!), JSON.parse(body) as object),
  'POST indexes/*/documents/delete-batch': (engine, { parts, body }) =>
    accepted(deleteDocuments(engine, parts[1]!, { ids: JSON.parse(body) as string[] })),
  'POST indexes/*/documents/delete': (engine, { parts, body }) =>
    accepted(deleteDocuments(engine, parts[1]!, JSON.parse(body) as { filter: string })),
  'GET indexes/*/documents/*': (engine, { parts }) => {
    const found = engine.index(parts[1]!).get(parts[3]!)
    if (!found) throw new Refusal(404, 'document_not_found', `Document \`${parts[3]}\` not found.`)
    return found
  },
  'DELETE indexes/*/documents/*': (engine, { parts }) =>
    accepted(deleteDocuments(engine, parts[1]!, { ids: [parts[3]!] })),
  'POST indexes/*/search': (engine, { parts, body, rights }) =>
    searchOne(engine, parts[1]!, JSON.parse(body) as Query, rights),
  'GET indexes/*/search': (engine, { parts, query, rights }) => {
    const { facets, limit, ...rest } = Object.fromEntries(query)
    return searchOne(
      engine,
      parts[1]!,
      { ...rest, ...(facets && { facets: facets.split(',') }), ...(limit && { limit: Number(limit) }) },
      rights,
    )
  },
  'POST indexes/*/facet-search': (engine, { parts, body, rights }) => {
    rights.mayUse(parts[1]!)
    return engine.facetSearch(parts[1]!, JSON.parse(body) as { facetName: string; facetQuery: string })
  },
  'POST indexes/*/similar': () => {
    throw new Refusal(400, 'bad_request', 'Missing field `embedder`')
  },
  'POST multi-search': async (engine, { body, rights, headers }) => {
    const { federation, queries } = JSON.parse(body) as {
      federation?: Federation | null
      queries: FederatedQuery[]
    }
    const places = {
      index: (uid: string) => {
        rights.mayUse(uid)
        return engine.index(uid)
      },
      filterFor: rights.filterFor,
    }
    if (!federation) return multiSearch(places, queries)
    assertFederated(queries)
    return searchNetwork(engine, places, federation, queries, headers['x-proxied'] !== undefined)
  },
  'POST swap-indexes': (engine, { body }) =>
    accepted(engine.swap(JSON.parse(body) as { indexes: [string, string]; rename?: boolean }[])),
  'GET tasks': (engine, { query }) => engine.listTasks(query),
  'GET tasks/*': (engine, { parts }) => {
    const task = engine.queue.tasks.find(({ uid }) => uid === Number(parts[1]))
    if (!task) throw new Refusal(404, 'task_not_found', `Task \`${parts[1]}\` not found.`)
    return task
  },
  'POST tasks/cancel': (engine, { query }) => engine.cancelTasks(query),
  'DELETE tasks': (engine, { query }) => engine.deleteTasks(query),
  'GET batches': (engine, { query }) => {
    const limit = Number(query.get('limit') ?? 20)
    const all = engine.queue.tasks.toReversed().map(({ uid, startedAt, finishedAt, duration, details }) => ({
      uid,
      progress: null,
      details,
      stats: {},
      duration,
      startedAt,
      finishedAt,
      batchStrategy: 'unspecified',
    }))
    return {
      results: all.slice(0, limit),
      total: all.length,
      limit,
      from: all[0]?.uid ?? null,
      next: all[limit]?.uid ?? null,
    }
  },
  'PATCH experimental-features': (engine, { body }) =>
    Object.assign(engine.features, JSON.parse(body) as object),
  'GET network': (engine) => engine.network,
  'PATCH network': (engine, { body }) => engine.joinNetwork(JSON.parse(body) as object),
  'POST keys': (engine, { body }) =>
    ({ status: 201, body: engine.keys.add(JSON.parse(body) as object) }) satisfies Answered,
  'GET keys': (engine) => ({ results: [...engine.keys.keys.values()] }),
  'GET keys/*': (engine, { parts }) => {
    const key = engine.keys.find(parts[1]!)
    if (!key) throw new Refusal(404, 'api_key_not_found', `API key \`${parts[1]}\` not found.`)
    return key
  },
  'DELETE keys/*': (engine, { parts }) => {
    engine.keys.keys.delete(engine.keys.find(parts[1]!)?.uid ?? '')
    return { status: 204, body: undefined } satisfies Answered
  },
}

const accepted = (body: unknown): Answered => ({ status: 202, body })

const toIndex = ({
  uid,
  created,
  primaryKey,
}: {
  uid: string
  created: string
  primaryKey: string | null
}) => ({
  uid,
  createdAt: created,
  updatedAt: created,
  primaryKey,
})

const searchOne = (engine: Engine, uid: string, query: Query, rights: Rights) => {
  rights.mayUse(uid)
  return answer(engine.index(uid), query, rights.filterFor(uid))
}

/** What a key that may only search may call. */
const open = new Set([
  'POST indexes/*/search',
  'GET indexes/*/search',
  'POST multi-search',
  'POST indexes/*/facet-search',
])

/** @throws Refusal */
export const routed = async (engine: Engine, method: string, call: Call): Promise<Answered> => {
  const pattern = Object.keys(routes).find((one) => fits(one, method, call.parts))
  if (pattern === undefined) return { status: 404, body: undefined }
  if (!call.rights.isAdmin && !open.has(pattern))
    throw new Refusal(403, 'invalid_api_key', 'The provided API key is invalid.', 'auth')
  const answered = await routes[pattern]!(engine, call)
  return isAnswered(answered) ? answered : { status: 200, body: answered }
}

const fits = (pattern: string, method: string, parts: readonly string[]): boolean => {
  const [verb, path] = pattern.split(' ') as [string, string]
  const wanted = path.split('/')
  return (
    verb === method &&
    wanted.length === parts.length &&
    wanted.every((part, at) => part === '*' || part === parts[at])
  )
}

const isAnswered = (value: unknown): value is Answered =>
  typeof value === 'object' && value !== null && Object.keys(value).sort().join() === 'body,status'
