import { codeOf } from '../../contracts/errors.js'
import { joinNetwork } from './network.js'
import type { Server, Servers } from './servers.js'

/** Servers that have the index and know of each other. */
export interface Joining {
  /** At least one. @throws ShulianError: why there is none */
  here(): Promise<readonly Server[]>
  /** This one, or all. @throws ShulianError SEARCH_ENGINE_AWAY */
  present(server?: Server): Promise<void>
  /** This one has lost what it was given: it is away until it has been prepared anew. */
  lost(server: Server): void
}

/** How often servers that were away are looked for while others are searched. */
const lookedForEvery = 5_000

/**
 * Servers are prepared when they are first needed. One that is away is left out, and joined when it is back: by whoever
 * writes to it, and beside the searches of the others.
 */
export const createJoining = (
  servers: Servers,
  uid: string,
  keyOf: ((server: Server) => Promise<string>) & { forget(server: Server): void },
  prepare: (server: Server) => Promise<void>,
  /** Milliseconds. */
  now: () => number = Date.now,
): Joining => {
  let joined: readonly Server[] = []
  let failures = new Map<Server, unknown>()
  let looked = 0
  let underway: Promise<void> | undefined

  const lookFor = async () => {
    const failed = new Map<Server, unknown>()
    const reached = await reachable(servers.all, joined, failed, async (server) => {
      await prepare(server)
      await keyOf(server)
    })
    if (servers.all.length > 1 && reached.length > joined.length)
      await joinNetwork(reached, uid, keyOf, (server, error) => failed.set(server, error))
    failures = failed
    joined = reached.filter((server) => !failed.has(server))
  }
  const look = (): Promise<void> => {
    underway ??= lookFor().finally(() => {
      underway = undefined
      looked = now()
    })
    return underway
  }

  return {
    here: async () => {
      if (joined.length === 0) await look()
      else if (joined.length < servers.all.length && now() - looked > lookedForEvery)
        look().catch(() => undefined)
      if (joined.length === 0) throw [...failures.values()][0]
      return joined
    },
    present: async (server) => {
      const wanted = server ? [server] : servers.all
      if (wanted.some((one) => !joined.includes(one))) await look()
      const absent = wanted.find((one) => !joined.includes(one))
      if (absent) throw failures.get(absent)
    },
    lost: (server) => {
      joined = joined.filter((one) => one !== server)
      keyOf.forget(server)
    },
  }
}

/** Those that can be prepared. One that refuses is no server that is away: somebody must change something. */
const reachable = async (
  all: readonly Server[],
  joined: readonly Server[],
  failed: Map<Server, unknown>,
  prepare: (server: Server) => Promise<void>,
): Promise<Server[]> => {
  const fresh = all.filter((server) => !joined.includes(server))
  const ends = await Promise.allSettled(fresh.map(prepare))
  for (const [at, end] of ends.entries()) {
    if (end.status === 'fulfilled') continue
    if (codeOf(end.reason) !== 'SEARCH_ENGINE_AWAY') throw end.reason
    failed.set(fresh[at]!, end.reason)
  }
  return all.filter((server) => !failed.has(server))
}
