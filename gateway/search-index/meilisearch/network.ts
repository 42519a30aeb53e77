import { codeOf, ShulianError } from '../../contracts/errors.js'
import { EngineRefused } from './exchange.js'
import type { Server } from './servers.js'

/**
 * Tells each of these servers of the others, so that any of them can ask all. `whenAway` is told of one that does not answer.
 * @throws ShulianError SEARCH_NETWORK_REFUSED
 */
export const joinNetwork = async (
  servers: readonly Server[],
  uid: string,
  keyOf: (server: Server) => Promise<string>,
  whenAway: (server: Server, error: unknown) => void,
): Promise<void> => {
  const remotes = Object.fromEntries(
    await Promise.all(
      servers.map(
        async (server) =>
          [server.name, { url: server.url, searchApiKey: (await keyOf(server)) || null }] as const,
      ),
    ),
  )
  const each = (some: readonly Server[], work: (server: Server) => Promise<void>) =>
    Promise.all(
      some.map((server) =>
        work(server).catch((error: unknown) => {
          if (codeOf(error) !== 'SEARCH_ENGINE_AWAY') throw error
          away.add(server)
          whenAway(server, error)
        }),
      ),
    )
  const away = new Set<Server>()
  await each(servers, (server) => join(server, remotes))
  const here = servers.filter((server) => !away.has(server))
  await each(here, async (server) => assertReaches(server, here, uid, await keyOf(server)))
}

const join = async (
  server: Server,
  remotes: Record<string, { url: string; searchApiKey: string | null }>,
): Promise<void> => {
  try {
    await server.write((client) => client.updateExperimentalFeatures({ network: true }))
    await server.write((client) =>
      client.httpRequest.patch({ path: 'network', body: { self: server.name, remotes } }),
    )
  } catch (error) {
    if (error instanceof EngineRefused) throw networkRefused(server, error.message, error)
    throw error
  }
}

/**
 * A server that is not to ask one at a private address says of a name only that it could not, as of one that is away. So it is
 * asked when it joins, while the other answers us; and once more, since a line may break.
 */
const assertReaches = async (
  server: Server,
  all: readonly Server[],
  uid: string,
  key: string,
): Promise<void> => {
  const others = all.filter((other) => other !== server)
  if (others.length === 0) return
  const body = {
    federation: { limit: 0 },
    queries: others.map(({ name }) => ({ indexUid: uid, q: '', federationOptions: { remote: name } })),
  }
  const unasked = async () => {
    const { remoteErrors = {} } = await server.search(key)((client) =>
      client.httpRequest.post<{ remoteErrors?: Record<string, RemoteError> }>({ path: 'multi-search', body }),
    )
    return others.flatMap((other) => {
      const error = remoteErrors[other.name]
      return error?.code === 'remote_could_not_send_request' ? [{ other, error }] : []
    })
  }
  if ((await unasked()).length === 0) return
  for (const { other, error } of await unasked())
    if (await answers(other)) throw networkRefused(server, `${other.host}: ${error.message}`)
}

const answers = (server: Server): Promise<boolean> =>
  server
    .read((client) => client.health())
    .then(
      () => true,
      () => false,
    )

/** What a server says of another that it asked. */
export interface RemoteError {
  message: string
  code: string
}

/** What an operator must change for a federated search over several servers to work. */
export const networkRefused = (server: Pick<Server, 'host'>, reason: string, cause?: unknown) =>
  new ShulianError(
    'SEARCH_NETWORK_REFUSED',
    `The search engine at ${server.host} will not ask the others (${reason.slice(0, 300)}). Servers at private addresses must be named: start each with --experimental-allowed-ip-networks=10.0.0.0/8 or the network they are in.`,
    { status: 503, cause },
  )
