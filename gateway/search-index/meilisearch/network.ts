import { ShulianError } from '../../contracts/errors.js'
import { EngineRefused } from './exchange.js'
import type { Server, Servers } from './servers.js'

/**
 * Tells every server of the others, so that any of them can ask all. A server that is away is told when it is back:
 * the next start does it.
 */
export const joinNetwork = async (
  servers: Servers,
  keyOf: (server: Server) => Promise<string>,
): Promise<void> => {
  if (servers.all.length === 1) return
  const remotes = Object.fromEntries(
    await Promise.all(
      servers.all.map(
        async (server) => [server.name, { url: server.url, searchApiKey: await keyOf(server) }] as const,
      ),
    ),
  )
  await Promise.all(servers.all.map((server) => join(server, remotes)))
}

const join = async (
  server: Server,
  remotes: Record<string, { url: string; searchApiKey: string }>,
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
