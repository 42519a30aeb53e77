import { createHash } from 'node:crypto'
import { Meilisearch, MeilisearchError } from 'meilisearch'
import { Agent } from 'undici'
import { codeOf, ShulianError } from '../../contracts/errors.js'
import type { Log } from '../../contracts/log.js'
import { createOutage, type Outage, reasonOf } from '../../observability/outage.js'
import { type Bounds, createExchange, type Exchange, reading, writing } from './exchange.js'

/** One running engine. */
export interface Server {
  /** How the others of the network call it. */
  name: string
  host: string
  url: string
  /** With the operator's key: documents, settings, tasks, keys. It goes nowhere else. */
  write: Calls
  /** The same for what is only asked, with short bounds. */
  read: Calls
  /** With a key that may only search. */
  search(key: string): Calls
}

/** What is asked of one server, by the client. @throws ShulianError SEARCH_ENGINE_AWAY, SEARCH_ENGINE_REFUSED */
export type Calls = <T>(work: (client: Meilisearch) => Promise<T>) => Promise<T>

export interface Servers {
  all: readonly Server[]
  /** Of the work with this id: a stable hash, so that another server takes over only its own share. */
  of(id: string): Server
  closing: AbortSignal
  close(): Promise<void>
}

const connectionsPerServer = 32

export const openServers = ({
  urls,
  key,
  log,
}: {
  urls: readonly string[]
  key?: string
  log: Log
}): Servers => {
  const agent = new Agent({ connections: connectionsPerServer })
  const closing = new AbortController()
  const all = urls.map((url): Server => {
    const outage = outageOf(url, log)
    const client = (url: string, apiKey: string | undefined, bounds: Bounds): Calls => {
      const exchange = createExchange(agent, bounds, closing.signal)
      const one = new Meilisearch({
        host: url,
        apiKey,
        httpClient: ofFetch(telling(exchange, outage, closing.signal)),
      })
      return (work) => work(one).catch(rethrow)
    }
    const searchers = new Map<string, Calls>()
    return {
      name: `s${createHash('sha256').update(url).digest('hex').slice(0, 10)}`,
      host: new URL(url).host,
      url,
      write: client(url, key, writing),
      read: client(url, key, reading),
      search: (searchKey) => {
        const known = searchers.get(searchKey) ?? client(url, searchKey, reading)
        searchers.set(searchKey, known)
        return known
      },
    }
  })
  return {
    all,
    of: (id) => (all.length === 1 ? all[0]! : highest(all, id)),
    closing: closing.signal,
    close: async () => {
      closing.abort()
      await agent.destroy()
    },
  }
}

const outageOf = (url: string, log: Log): Outage =>
  createOutage({
    log,
    code: 'SEARCH_ENGINE_AWAY',
    what: `the search engine at ${new URL(url).host}`,
    advice:
      'Start it, or correct SHULIAN_MEILI_URL. What is not indexed meanwhile follows by itself when it answers.',
  })

/** A refusal is an answer, too. What is broken off because the gateway ends tells nothing of the engine. */
const telling =
  (exchange: Exchange, outage: Outage, closing: AbortSignal): Exchange =>
  async (url, init) => {
    try {
      const value = await exchange(url, init)
      outage.ends()
      return value
    } catch (error) {
      if (codeOf(error) !== 'SEARCH_ENGINE_AWAY') outage.ends()
      else if (!closing.aborted) outage.lasts(reasonOf((error as Error).cause))
      throw error
    }
  }

const ofFetch =
  (exchange: Exchange) =>
  (input: string | URL | Request, init: RequestInit = {}): Promise<unknown> =>
    exchange(new URL(String(input)), init)

/** The client wraps whatever its way out throws; ours say what to do. */
const rethrow = (error: unknown): never => {
  throw error instanceof MeilisearchError && error.cause instanceof ShulianError ? error.cause : error
}

/** Rendezvous hashing: each server bids for each id, the highest bid takes it. */
const highest = (servers: readonly Server[], id: string): Server =>
  servers
    .map((server) => ({ server, bid: hash(`${server.name} ${id}`) }))
    .reduce((best, one) => (one.bid > best.bid ? one : best)).server

/** FNV-1a, its bits mixed once more: only the distribution matters. */
const hash = (text: string): number => {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x45d9f3b)
  return (value ^ (value >>> 16)) >>> 0
}
