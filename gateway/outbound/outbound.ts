import { Agent, type Dispatcher } from 'undici'
import type { Log } from '../contracts/log.js'
import type { Outside, OutsideRequest, OutsideResponse } from '../contracts/outside.js'
import { noTracing, type Tracing } from '../observability/tracing.js'
import { startBounds } from './bounds.js'
import { guardedConnector, type Resolve, resolveChecked, systemResolve } from './connector.js'
import { download } from './download.js'
import { type Egress, portOf } from './egress.js'
import { exchange, type Way } from './exchange.js'
import { readFile } from './file.js'
import { deadlineMissed, isRefusal } from './refusals.js'

export interface OutboundOptions {
  egress: Egress
  log: Log
  now: () => Date
  /** Sent as User-Agent, so that a member knows whom to ask. Default `Shulian`. */
  userAgent?: string
  /** Default: the resolver of the system. */
  resolve?: Resolve
  /** Bounds of `open`, whose files are whole dumps. Default 16 GiB and six hours. */
  stream?: { maxBytes?: number; deadline?: number }
  /** A call to a member ended so: with a class of status (`2xx`), or the code of a refusal. */
  watch?: (member: string, outcome: string, seconds: number) => void
  /** Calls are spans, and name themselves to whom they call. */
  tracing?: Tracing
}

export interface Outbound {
  outside(member: string): Outside
  /** The same guarded connections without caps of ours, for proxying: give it to @fastify/http-proxy as `undici`. */
  dispatcher: Dispatcher
  /** Cuts what runs. */
  close(): Promise<void>
}

const defaultDeadline = 60_000
const defaultMaxBytes = 32 * 1024 ** 2
const streamMaxBytes = 16 * 1024 ** 3
const streamDeadline = 6 * 3_600_000
const streamIdle = 60_000
/** Connections at once to one host: one member's slowness or ours never becomes a flood. */
const connectionsPerHost = 4

export function createOutbound(options: OutboundOptions): Outbound {
  const connect = guardedConnector(options.egress, options.resolve ?? systemResolve)
  const agent = new Agent({ connect, connections: connectionsPerHost })
  const dispatcher = new Agent({ connect })
  return {
    outside: (member) => createOutside(member, agent, options),
    dispatcher: dispatcher.compose(passingOn(options.tracing ?? noTracing)),
    async close() {
      await Promise.all([agent.destroy(), dispatcher.destroy()])
    },
  }
}

/** What is proxied tells the member of what it is a part. */
const passingOn =
  ({ current }: Tracing): Dispatcher.DispatcherComposeInterceptor =>
  (dispatch) =>
  (options, handler) => {
    const traceparent = current()
    if (traceparent === undefined) return dispatch(options, handler)
    return dispatch({ ...options, headers: { ...options.headers, traceparent } }, handler)
  }

function createOutside(member: string, agent: Agent, options: OutboundOptions): Outside {
  const {
    egress,
    now,
    userAgent = 'Shulian',
    resolve = systemResolve,
    watch = () => {},
    tracing = noTracing,
  } = options
  const log = options.log.child({ member })

  const begin = (method: string, address: string, caller: AbortSignal, limits: Limits) => {
    const host = URL.canParse(address) ? new URL(address).host : 'an address'
    const { signal, release } = startBounds(caller, limits.deadline, () =>
      deadlineMissed(member, host, limits.deadline),
    )
    const attributes = { 'http.request.method': method, 'server.address': host, 'shulian.member': member }
    const span = tracing.begin(`${method} ${member}`, 'client', attributes)
    const way: Way = {
      agent,
      egress,
      member,
      userAgent,
      traceparent: span.traceparent,
      signal,
      maxBytes: limits.maxBytes,
      idle: limits.idle,
    }
    const began = performance.now()
    const tell = (outcome: string) => watch(member, outcome, (performance.now() - began) / 1000)
    const ended = (status: number) => {
      tell(`${Math.floor(status / 100)}xx`)
      span.end({ attributes: { 'http.response.status_code': status } })
    }
    const note = (error: unknown) => {
      tell(isRefusal(error) ? error.code : 'failed')
      span.end({ error })
      if (isRefusal(error)) log.warn({ host, code: error.code }, 'outbound call failed')
    }
    return { way, host, release, note, ended }
  }

  const fetch = async (request: OutsideRequest): Promise<OutsideResponse> => {
    const { signal, deadline = defaultDeadline, maxBytes = defaultMaxBytes } = request
    const { method = 'GET', headers = {}, body } = request
    const limits = { deadline, maxBytes, idle: 0 }
    const { way, host, release, note, ended } = begin(method, request.url, signal, limits)
    try {
      const answer = await exchange(way, { url: egress.check(request.url), method, headers, body })
      const bytes = await collect(answer.body)
      ended(answer.status)
      log.debug({ host, status: answer.status, bytes: bytes.length }, 'outbound call')
      return { status: answer.status, headers: answer.headers, body: bytes, url: answer.url.href }
    } catch (error) {
      note(error)
      throw error
    } finally {
      release()
    }
  }

  async function* stream(url: string, caller: AbortSignal, offset: number): AsyncGenerator<Uint8Array> {
    const { maxBytes = streamMaxBytes, deadline = streamDeadline } = options.stream ?? {}
    const { way, release, note, ended } = begin('GET', url, caller, { deadline, maxBytes, idle: streamIdle })
    try {
      yield* download(way, egress.check(url), offset)
      ended(200)
    } catch (error) {
      note(error)
      throw error
    } finally {
      release()
    }
  }

  return {
    now,
    fetch,
    async assertAllowed(address) {
      const url = egress.check(address)
      // A name that does not resolve is not refused: nothing can leave, and the probe will tell.
      await resolveChecked(egress, resolve, url.hostname, portOf(url)).catch((error: unknown) => {
        if (isRefusal(error)) throw error
      })
    },
    open: (location, { signal, offset = 0 }) =>
      hasScheme(location) ? stream(location, signal, offset) : readFile(location, { signal, offset }),
  }
}

interface Limits {
  deadline: number
  maxBytes: number
  idle: number
}

/** `ftp://` and its like are addresses too, and refused as such; `C:\\dump.mrc` is a path. */
const hasScheme = (location: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(location)

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts)
}
