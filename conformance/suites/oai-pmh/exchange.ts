import { setTimeout as pause } from 'node:timers/promises'
import { messageOf, type OutsideResponse } from '../../../gateway/contracts/index.js'
import type { Words } from '../../requirements/requirement.js'
import { Stop, type Tools } from '../../suite.js'
import { childOf, childrenOf, parseXml, type XmlNode } from './xml.js'

export type Arguments = readonly (readonly [name: string, value: string])[]

/** A request and what came back. */
export interface Exchange {
  method: 'GET' | 'POST'
  args: Arguments
  /** As a person can repeat it: `GET https://…?verb=Identify`. */
  shown: string
  status: number
  headers: Record<string, string>
  /** Whether the octets are UTF-8 and the XML declaration says nothing else. */
  isUtf8: boolean
  /** Null when the body is not well-formed XML. */
  document: XmlNode | null
  /** Why `document` is null. */
  problem: string | null
}

export type Ask = (args: Record<string, string> | Arguments, method?: 'GET' | 'POST') => Promise<Exchange>

/** Statuses that speak of load or of what stands in between, not of the protocol. */
const passing = new Set([429, 502, 503, 504])
const MAX_BYTES = 8 * 1024 * 1024
const MAX_WAIT_SECONDS = 30
const MAX_ATTEMPTS = 3
/** A repository that is away is not asked forty times for a minute each. */
const MAX_FAULTS_IN_A_ROW = 3

/** Each different request is sent once; every answer is kept in `exchanges`, for the rules on all answers. */
export const createAsk = (base: string, tools: Tools, exchanges: Exchange[]): Ask => {
  const answers = new Map<string, Promise<Exchange>>()
  let faults = 0
  let lastFault: unknown

  const send = async (args: Arguments, method: 'GET' | 'POST'): Promise<Exchange> => {
    for (let attempt = 1; ; attempt++) {
      const exchange = toExchange(base, args, method, await request(base, args, method, tools))
      exchanges.push(exchange)
      const seconds = waitOf(exchange)
      if (seconds === null || attempt === MAX_ATTEMPTS) return exchange
      await pause(seconds * 1000, undefined, { signal: tools.signal })
    }
  }

  const guarded = async (args: Arguments, method: 'GET' | 'POST'): Promise<Exchange> => {
    if (faults >= MAX_FAULTS_IN_A_ROW) throw lastFault
    try {
      const exchange = await send(args, method)
      faults = 0
      return exchange
    } catch (error) {
      faults++
      lastFault = error
      throw error
    }
  }

  return (given, method = 'GET') => {
    const args = Array.isArray(given) ? (given as Arguments) : Object.entries(given)
    const key = `${method} ${queryOf(args)}`
    const known = answers.get(key)
    if (known) return known
    const answer = guarded(args, method)
    answers.set(key, answer)
    return answer
  }
}

const queryOf = (args: Arguments): string =>
  new URLSearchParams(args.map(([name, value]): [string, string] => [name, value])).toString()

const request = (base: string, args: Arguments, method: 'GET' | 'POST', { outside, signal }: Tools) => {
  const query = queryOf(args)
  if (method === 'GET')
    return outside.fetch({ url: query === '' ? base : `${base}?${query}`, signal, maxBytes: MAX_BYTES })
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return outside.fetch({ url: base, method, headers, body: query, signal, maxBytes: MAX_BYTES })
}

/** §3.1.2.2: a repository may ask to come back later; it is done, within reason. */
const waitOf = ({ status, headers }: Exchange): number | null => {
  const seconds = Number(headers['retry-after'] ?? Number.NaN)
  return status === 503 && seconds >= 0 && seconds <= MAX_WAIT_SECONDS ? seconds : null
}

const toExchange = (
  base: string,
  args: Arguments,
  method: 'GET' | 'POST',
  { status, headers, body }: OutsideResponse,
): Exchange => {
  const query = queryOf(args)
  const { text, isUtf8 } = decode(body)
  return {
    method,
    args,
    shown: method === 'GET' ? `GET ${base}${query === '' ? '' : `?${query}`}` : `POST ${base} (${query})`,
    status,
    headers,
    isUtf8,
    ...parsed(text),
  }
}

/** Octets that are not UTF-8 are read all the same: whether the XML is well-formed is a question of its own. */
const decode = (body: Uint8Array): { text: string; isUtf8: boolean } => {
  const declared = /^(?:\ufeff)?<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']/.exec(
    Buffer.from(body.subarray(0, 200)).toString('latin1').replace('ï»¿', ''),
  )?.[1]
  const isDeclared = declared === undefined || /^utf-?8$/i.test(declared)
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(body), isUtf8: isDeclared }
  } catch {
    return { text: Buffer.from(body).toString('latin1'), isUtf8: false }
  }
}

const parsed = (text: string): Pick<Exchange, 'document' | 'problem'> => {
  try {
    return { document: parseXml(text), problem: null }
  } catch (error) {
    return { document: null, problem: messageOf(error) }
  }
}

/**
 * The root of an answer that can be read.
 * @throws Stop cantTell: that it cannot be read is the business of OAI-01 and OAI-02a, not of the rule that asks
 */
export const rootOf = (exchange: Exchange): XmlNode => {
  if (exchange.document?.name === 'OAI-PMH') return exchange.document
  throw new Stop(
    'cantTell',
    passing.has(exchange.status) ? 'infrastructure' : 'adapter',
    unreadable(exchange),
    exchange.shown,
  )
}

/** Whether the repository itself gave an answer that is no answer of the protocol. */
export const isRefusal = ({ status, document }: Exchange): boolean =>
  status >= 400 && document?.name !== 'OAI-PMH' && !passing.has(status)

export const unreadable = ({ status, problem }: Exchange): Words => {
  if (status !== 200)
    return {
      en: `HTTP status ${status}, without an answer of the protocol.`,
      zh: `HTTP 状态 ${status},没有协议应答。`,
    }
  if (problem)
    return { en: `The answer is not well-formed XML: ${problem}`, zh: `应答不是格式良好的 XML:${problem}` }
  return { en: 'The root element is not OAI-PMH.', zh: '根元素不是 OAI-PMH。' }
}

/** Codes of the errors in an answer, in its order. */
export const errorCodes = (root: XmlNode): string[] =>
  childrenOf(root, 'error').map((error) => error.attributes.get('code') ?? '')

/**
 * The element named after the verb.
 * @throws Stop cantTell when the answer has none
 */
export const answerOf = (exchange: Exchange, verb: string): XmlNode => {
  const root = rootOf(exchange)
  const answer = childOf(root, verb)
  if (answer) return answer
  throw new Stop('cantTell', 'adapter', without(verb, root), exchange.shown)
}

export const without = (verb: string, root: XmlNode): Words => {
  const codes = errorCodes(root).join(', ')
  return {
    en: codes ? `The answer is the error ${codes}.` : `The answer has no ${verb} element.`,
    zh: codes ? `应答为错误 ${codes}。` : `应答中没有 ${verb} 元素。`,
  }
}
