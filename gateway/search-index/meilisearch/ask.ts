import { codeOf } from '../../contracts/errors.js'
import type { FacetField, SearchResult } from '../../contracts/search-index.js'
import { facetAttribute } from './documents.js'
import { networkRefused, type RemoteError } from './network.js'
import type { Question } from './query.js'
import type { Server } from './servers.js'
import { mostHits, mostValues } from './settings.js'

export type EngineHit = { id: string; _federation?: { weightedRankingScore: number } } & Record<
  string,
  unknown
>

export interface Federated {
  hits: EngineHit[]
  totalHits: number
  facetDistribution?: Record<string, Record<string, number>>
  /** Parts that did not answer. */
  away: NonNullable<SearchResult['away']>
}

/** Whom to ask, and of which index. */
export interface Asking {
  /** All among which the works are divided. */
  servers: readonly Server[]
  /** Those that can be asked now. */
  here(): Promise<readonly Server[]>
  uid: string
  /** The key that may only search, for one server. */
  keyOf(server: Server): Promise<string>
  /** Told of one that has lost its index, its keys or its network. */
  lost(server: Server): void
}

interface Asked {
  questions: readonly Question[]
  facets: readonly (FacetField | 'year')[]
  window: { from: number; size: number }
  /** Attributes of hits that are wanted beside id and stored. */
  attributes?: readonly string[]
}

/**
 * One federated search over every server: the engine merges scores, hits, totals and facets. The first server that
 * answers asks the others.
 */
export const ask = async (asking: Asking, asked: Asked): Promise<Federated> => {
  let failure: unknown
  const here = await asking.here()
  for (const server of here) {
    try {
      return await askThrough(server, here, asking, asked)
    } catch (error) {
      if (codeOf(error) !== 'SEARCH_ENGINE_AWAY') throw error
      failure = error
    }
  }
  throw failure
}

interface Answer {
  hits: EngineHit[]
  totalHits?: number
  facetDistribution?: Record<string, Record<string, number>>
  remoteErrors?: Record<string, RemoteError>
}

const askThrough = async (
  server: Server,
  here: readonly Server[],
  { servers, uid, keyOf, lost }: Asking,
  asked: Asked,
): Promise<Federated> => {
  const page = pageOf(asked.window)
  const body = {
    federation: {
      page: page.number,
      hitsPerPage: page.size,
      ...(asked.facets.length > 0 && {
        facetsByIndex: { [uid]: asked.facets.map(facetAttribute) },
        mergeFacets: { maxValuesPerFacet: mostValues },
      }),
    },
    queries: asked.questions.flatMap((question) =>
      servers.length === 1
        ? [queryOf(uid, question, asked)]
        : here.map(({ name }) => queryOf(uid, question, asked, name)),
    ),
  }
  const answer = await server.search(await keyOf(server))((client) =>
    client.httpRequest.post<Answer>({ path: 'multi-search', body }),
  )
  const errors = Object.entries(answer.remoteErrors ?? {})
  for (const [name, error] of errors) {
    const remote = servers.find((one) => one.name === name)
    if (remote && isLoss(error)) lost(remote)
    else if (isRefusal(error)) throw networkRefused(server, `${error.code}: ${error.message}`)
  }
  const away = new Set(errors.map(([name]) => name))
  for (const one of servers) if (!here.includes(one)) away.add(one.name)
  return {
    hits: answer.hits.slice(page.skip, page.skip + asked.window.size),
    totalHits: Math.min(mostHits, answer.totalHits ?? 0),
    facetDistribution: answer.facetDistribution,
    // A reader is not told of addresses.
    away: servers.flatMap(({ name }, at) =>
      away.has(name) ? [{ part: `${at + 1} of ${servers.length}`, reason: 'away' }] : [],
    ),
  }
}

/** A remote whose folder was lost, or whose index or key somebody deleted. What it answered stands in the message. */
const isLoss = ({ code, message }: RemoteError): boolean =>
  code === 'remote_invalid_api_key' ||
  (code === 'remote_bad_request' && /"code":\s*"(index_not_found|feature_not_enabled)"/.test(message))

/** A remote that refuses, or that may not be asked, is no remote that is away: somebody must change something. */
const isRefusal = ({ code, message }: RemoteError): boolean =>
  code === 'remote_bad_request' || /rejected (ip|uri)/i.test(message)

const queryOf = (
  uid: string,
  { weight, ...question }: Question,
  { attributes = [], window }: Asked,
  remote?: string,
) => ({
  indexUid: uid,
  ...question,
  attributesToRetrieve: window.size === 0 ? ['id'] : [...new Set(['id', 'stored', ...attributes])],
  federationOptions: { weight, ...(remote !== undefined && { remote }) },
})

/** Exact totals come only with pages: the smallest page of a whole number of pages that holds the window. */
const pageOf = ({ from, size }: Asked['window']): { number: number; size: number; skip: number } => {
  if (size === 0) return { number: 1, size: 1, skip: 1 }
  let wide = size
  while ((from % wide) + size > wide) wide++
  return { number: Math.floor(from / wide) + 1, size: wide, skip: from % wide }
}
