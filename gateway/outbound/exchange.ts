import type { Readable } from 'node:stream'
import type { Agent } from 'undici'
import { request as send } from 'undici'
import { acceptedCodings, codingOf, decoded } from './decode.js'
import type { Egress } from './egress.js'
import { badRedirect, isRefusal, tooLarge, undecodable, unreachable } from './refusals.js'

export interface Exchange {
  url: URL
  method: 'GET' | 'POST'
  headers: Record<string, string>
  body: string | undefined
}

export interface Answer {
  status: number
  /** Lower-case names. */
  headers: Record<string, string>
  url: URL
  /** Decoded, counted against the cap. Leaving it half read cuts the connection. */
  body: AsyncIterable<Uint8Array>
  /** For an answer whose body nobody wants. */
  cut(): void
}

export interface Way {
  agent: Agent
  egress: Egress
  member: string
  userAgent: string
  /** W3C Trace Context, level 1, §3.2; empty where no traces are kept. */
  traceparent: string
  signal: AbortSignal
  /** Decoded bytes. */
  maxBytes: number
  /** Milliseconds without a byte, 0 for no limit of its own. */
  idle: number
}

const maxRedirects = 3

/** Sends, following at most three redirects, each checked again. The deadline is that of `way.signal`. */
export async function exchange(way: Way, first: Exchange): Promise<Answer> {
  let current = first
  for (let redirects = 0; ; redirects++) {
    const response = await sendOnce(way, current)
    const location = redirectOf(response)
    if (location === null) return toAnswer(way, current.url, response)
    cut(response.body)
    if (redirects === maxRedirects)
      throw badRedirect(way.member, current.url.host, `more than ${maxRedirects} times`)
    current = follow(way, current, response.statusCode, location)
  }
}

interface RawResponse {
  statusCode: number
  headers: Record<string, string | string[] | undefined>
  body: Readable
}

async function sendOnce(way: Way, { url, method, headers, body }: Exchange): Promise<RawResponse> {
  return await send(url, {
    dispatcher: way.agent,
    method,
    headers: {
      'accept-encoding': acceptedCodings,
      'user-agent': way.userAgent,
      ...(way.traceparent !== '' && { traceparent: way.traceparent }),
      ...withoutTransport(headers),
    },
    body: body ?? null,
    signal: way.signal,
    headersTimeout: way.idle,
    bodyTimeout: way.idle,
  }).catch((cause: unknown) => {
    throw explained(way, url.host, cause)
  })
}

/** The caller's reason or the deadline when the signal ended it, a refusal as it is, the rest in our words. */
const explained = ({ signal, member }: Way, host: string, cause: unknown): unknown =>
  signal.aborted ? signal.reason : isRefusal(cause) ? cause : unreachable(member, host, cause)

/** Framing and routing are ours: `Host` would change the name that the certificate is checked against. */
const transportHeaders =
  /^(host|connection|content-length|transfer-encoding|upgrade|expect|te|trailer|keep-alive|proxy-.*)$/

function withoutTransport(headers: Record<string, string>): Record<string, string> {
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const)
  return Object.fromEntries(lower.filter(([name]) => !transportHeaders.test(name)))
}

function redirectOf({ statusCode, headers }: RawResponse): string | null {
  if (![301, 302, 303, 307, 308].includes(statusCode)) return null
  return typeof headers['location'] === 'string' ? headers['location'] : null
}

function follow(way: Way, from: Exchange, status: number, location: string): Exchange {
  const { member } = way
  const at = from.url.host
  if (!URL.canParse(location, from.url.href))
    throw badRedirect(member, at, 'to something that is not an address')
  const url = way.egress.check(new URL(location, from.url).href)
  if (from.url.protocol === 'https:' && url.protocol === 'http:')
    throw badRedirect(member, at, 'from https to http, where others could read and change it')
  const isSameOrigin = url.origin === from.url.origin
  const isRepeated = from.method === 'POST' && status >= 307
  if (isRepeated && !isSameOrigin) throw badRedirect(member, at, 'a POST to another host')
  const headers = isSameOrigin ? from.headers : harmless(from.headers)
  return isRepeated
    ? { ...from, url }
    : { url, method: 'GET', headers: withoutContent(headers), body: undefined }
}

/** Another host gets no credentials: settings may hide them in a header of any name, so only these go along. */
const harmless = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => /^(accept(-.*)?|range|if-.*)$/i.test(name)))

const withoutContent = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !/^content-/i.test(name)))

function toAnswer(way: Way, url: URL, { statusCode, headers, body }: RawResponse): Answer {
  const flat = flatten(headers)
  const coding = codingOf(flat['content-encoding'])
  if (coding === null) {
    cut(body)
    throw undecodable(way.member, url.host)
  }
  const chunks = counted(way, url.host, decoded(body, coding))
  return { status: statusCode, headers: flat, url, body: chunks, cut: () => cut(body) }
}

async function* counted(
  way: Way,
  host: string,
  chunks: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let bytes = 0
  try {
    for await (const chunk of chunks) {
      bytes += chunk.length
      if (bytes > way.maxBytes) throw tooLarge(way.member, host, way.maxBytes)
      yield chunk
    }
  } catch (cause) {
    throw explained(way, host, cause)
  }
}

const cut = (body: Readable): void => void body.on('error', () => {}).destroy()

function flatten(headers: RawResponse['headers']): Record<string, string> {
  const flat: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value
  return flat
}
