import type { Engine, Remote } from './engine.js'
import {
  type FederatedAnswer,
  type FederatedQuery,
  type Federation,
  federated,
  federatedHit,
  mergedFacets,
  type Places,
} from './federated.js'
import type { Fields } from './filter-language.js'
import { errorBody, Refusal } from './refusals.js'
import { compareHits, type Hit, orderOf } from './search.js'

/** A federated search over this server and the remotes that its queries name. */
export const searchNetwork = async (
  engine: Engine,
  places: Places,
  federation: Federation,
  queries: readonly FederatedQuery[],
  isProxied: boolean,
) => {
  if (isProxied) assertNetwork(engine)
  const parted = partedByRemote(engine, queries)
  const local = federated(places, federation, parted.local)
  const self =
    parted.remote.size > 0 || queries.some(({ federationOptions }) => federationOptions?.remote !== undefined)
      ? engine.network.self
      : null
  const window = windowOf(federation)
  const remoteErrors: Record<string, object> = {}
  const answers = await Promise.all(
    [...parted.remote].map(async ([name, some]) => {
      try {
        if (engine.faults.rejected !== null)
          throw new Refusal(502, 'remote_could_not_send_request', engine.faults.rejected, 'system')
        return { name, ...(await askRemote(engine.network.remotes[name]!, federation, window.end, some)) }
      } catch (error) {
        remoteErrors[name] = errorBody(
          error instanceof Refusal
            ? error
            : new Refusal(502, 'remote_could_not_send_request', 'error sending request', 'system'),
        )
        return []
      }
    }),
  )
  const own = local.merged.map((hit) => ({
    ranked: hit as Hit,
    shown: () => federatedHit(hit, self, isProxied),
  }))
  const others = answers.flat().flatMap(({ name, hits }) => hits.map((hit) => remoteHit(hit, name)))
  const first = queries[0]
  const order = first ? orderOf(places.index(first.indexUid), first.sort ?? []) : []
  const all = [...own, ...others].sort((one, other) => compareHits(one.ranked, other.ranked, order))
  const total =
    local.merged.length +
    answers.flat().reduce((sum, one) => sum + (one.totalHits ?? one.estimatedTotalHits ?? 0), 0)
  return {
    hits: all.slice(window.begin, window.end).map(({ shown }) => shown()),
    processingTimeMs: 0,
    ...window.told(total),
    ...facetsOf(federation, [local.facetsByIndex, ...answers.flat().map((one) => one.facetsByIndex ?? {})]),
    requestUid: crypto.randomUUID(),
    ...(parted.remote.size > 0 && { remoteErrors }),
  }
}

const assertNetwork = ({ features }: Engine): void => {
  if (!features['network'])
    throw new Refusal(
      400,
      'feature_not_enabled',
      'Performing a remote federated search requires enabling the `network` experimental feature.',
    )
}

const partedByRemote = (engine: Engine, queries: readonly FederatedQuery[]) => {
  const { network } = engine
  const local: { query: FederatedQuery; at: number }[] = []
  const remote = new Map<string, { query: FederatedQuery; at: number }[]>()
  for (const [place, query] of queries.entries()) {
    const at = query.federationOptions?.queryPosition ?? place
    const name = query.federationOptions?.remote
    if (name !== undefined) assertNetwork(engine)
    if (name === undefined || name === network.self) local.push({ query, at })
    else if (network.remotes[name]) remote.set(name, [...(remote.get(name) ?? []), { query, at }])
    else
      throw new Refusal(
        400,
        'invalid_multi_search_remote',
        `Invalid \`queries[${at}].federation_options.remote\`: remote \`${name}\` is not registered`,
      )
  }
  return { local, remote }
}

const askRemote = async (
  remote: Remote,
  federation: Federation,
  end: number,
  queries: { query: FederatedQuery; at: number }[],
): Promise<FederatedAnswer> => {
  const isPaged = federation.page !== undefined || federation.hitsPerPage !== undefined
  const answer = await fetch(new URL('/multi-search', remote.url), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${remote.searchApiKey}`,
      'content-type': 'application/json',
      'x-proxied': '1',
    },
    body: JSON.stringify({
      federation: {
        facetsByIndex: federation.facetsByIndex ?? {},
        ...(isPaged ? { page: 1, hitsPerPage: end } : { offset: 0, limit: end }),
      },
      queries: queries.map(({ query, at }) => ({
        ...query,
        federationOptions: { weight: query.federationOptions?.weight ?? 1, queryPosition: at },
      })),
    }),
    signal: AbortSignal.timeout(5_000),
  })
  if (!answer.ok) throw remoteRefusal(answer.status, await answer.text())
  return (await answer.json()) as FederatedAnswer
}

/** What a remote answered is told in the words of the one that asked it. */
const remoteRefusal = (status: number, response: string): Refusal => {
  if (status === 401 || status === 403)
    return new Refusal(
      403,
      'remote_invalid_api_key',
      'could not authenticate against the remote host',
      'auth',
    )
  return new Refusal(
    502,
    status < 500 ? 'remote_bad_request' : 'remote_remote_error',
    `remote host responded with code ${status}:\n  - response from remote: ${response}`,
    status < 500 ? 'invalid_request' : 'system',
  )
}

interface RemoteFields {
  weightedRankingScore: number
  keys: Hit['keys']
}

const remoteHit = (hit: Fields, remote: string) => {
  const { keys, ...told } = hit['_federation'] as RemoteFields
  const ranked: Hit = { number: 0, document: hit, score: told.weightedRankingScore, keys }
  return { ranked, shown: (): Fields => ({ ...hit, _federation: { ...told, remote } }) }
}

const windowOf = ({ page, hitsPerPage, limit = 20, offset = 0 }: Federation) => {
  if (page === undefined && hitsPerPage === undefined)
    return {
      begin: offset,
      end: offset + limit,
      told: (total: number) => ({ limit, offset, estimatedTotalHits: total }),
    }
  const [number, size] = [page ?? 1, hitsPerPage ?? 20]
  return {
    begin: (number - 1) * size,
    end: number * size,
    told: (total: number) => ({
      hitsPerPage: size,
      page: number,
      totalPages: Math.ceil(total / Math.max(1, size)),
      totalHits: total,
    }),
  }
}

const facetsOf = ({ facetsByIndex, mergeFacets }: Federation, parts: Parameters<typeof mergedFacets>[0]) => {
  if (!facetsByIndex) return {}
  if (mergeFacets)
    return { facetDistribution: mergedFacets(parts, mergeFacets.maxValuesPerFacet ?? 100), facetStats: {} }
  return { facetsByIndex: parts[0] }
}
