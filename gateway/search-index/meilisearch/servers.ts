import { createHash } from 'node:crypto'
import { Meilisearch, MeilisearchError } from 'meilisearch'
import { Agent } from 'undici'
import { ShulianError } from '../../contracts/errors.js'
import { type Bounds, createExchange, reading, writing } from './exchange.js'

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

export const openServers = ({ urls, key }: { urls: readonly string[]; key?: string }): Servers => {
  const agent = new Agent({ connections: connectionsPerServer })
  const closing = new AbortController()
  const client = (url: string, apiKey: string | undefined, bounds: Bounds): Calls => {
    const one = new Meilisearch({
      host: url,
      apiKey,
      httpClient: ofFetch(createExchange(agent, bounds, closing.signal)),
    })
    return (work) => work(one).catch(rethrow)
  }
  const all = urls.map((url): Server => {
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

const ofFetch =
  (exchange: ReturnType<typeof createExchange>) =>
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
