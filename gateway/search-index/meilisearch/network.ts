import { codeOf, ShulianError } from '../../contracts/errors.js'
import { EngineRefused } from './exchange.js'
import type { Server } from './servers.js'

/** Tells each of these servers of the others, so that any of them can ask all. `whenAway` is told of one that does not answer. */
export const joinNetwork = async (
  servers: readonly Server[],
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
  await Promise.all(
    servers.map((server) =>
      join(server, remotes).catch((error: unknown) => {
        if (codeOf(error) !== 'SEARCH_ENGINE_AWAY') throw error
        whenAway(server, error)
      }),
    ),
  )
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

/** What an operator must change for a federated search over several servers to work. */
export const networkRefused = (server: Pick<Server, 'host'>, reason: string, cause?: unknown) =>
  new ShulianError(
    'SEARCH_NETWORK_REFUSED',
    `The search engine at ${server.host} will not ask the others (${reason.slice(0, 300)}). Servers at private addresses must be named: start each with --experimental-allowed-ip-networks=10.0.0.0/8 or the network they are in.`,
    { status: 503, cause },
  )
