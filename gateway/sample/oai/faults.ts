import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { OaiFault } from './arguments.js'

/** What goes wrong on purpose. A test may change it while the server runs. */
export interface Faults {
  /** The next request gets 503, or this status; then it is false again. */
  unavailableOnce?: boolean | number
  /** Retry-After of that answer: seconds, a date, or anything. Default `1`. */
  retryAfter?: string
  /** The connection is cut after so many octets of the body, as long as this is set. */
  cutAfterBytes?: number
  /** Tokens are refused: the next one, or all. */
  expireTokens?: 'once' | 'always'
  /** A page names the token that asked for it. */
  loopToken?: boolean
  /** Tokens are answered with this status and no OAI-PMH at all, as long as it is set. */
  tokenStatus?: number
  /** Lists of records that would hold one of these fail with 500, as when one record breaks the software. */
  crashOn?: string[]
  /** Pages go out compressed. */
  gzip?: boolean
  /** Default `text/xml; charset=UTF-8`. */
  contentType?: string
  /** These records come with tags that do not match, in lists, or wherever they are asked for. */
  brokenPage?: { identifiers: string[]; everywhere?: boolean }
}

/** @throws OaiFault badResumptionToken */
export function refuseToken(faults: Faults): void {
  if (faults.expireTokens === undefined) return
  if (faults.expireTokens === 'once') faults.expireTokens = undefined
  throw new OaiFault('badResumptionToken', 'The resumption token has expired.')
}

export function spoilt(content: string, verb: string, asked: string | undefined, faults: Faults): string {
  const looped =
    faults.loopToken && asked !== undefined
      ? content.replace(/(<resumptionToken[^>]*>)[^<]+/, (_, tag: string) => tag + asked)
      : content
  const { identifiers = [], everywhere = false } = faults.brokenPage ?? {}
  if (verb !== 'ListRecords' && !everywhere) return looped
  return identifiers.reduce(withBrokenRecord, looped)
}

/** The record's metadata is closed by another tag: that page cannot be read as XML. */
function withBrokenRecord(content: string, identifier: string): string {
  const at = content.indexOf(`<identifier>${identifier}</identifier>`)
  const end = at === -1 ? -1 : content.indexOf('</metadata>', at)
  return end === -1
    ? content
    : `${content.slice(0, end)}</metadatum>${content.slice(end + '</metadata>'.length)}`
}

/** The status of an answer that holds no page; undefined when it does. */
export function brokenStatus(faults: Faults, params: URLSearchParams, page: string): number | undefined {
  if (faults.tokenStatus !== undefined && params.has('resumptionToken')) return faults.tokenStatus
  const isCrash = faults.crashOn?.some((id) => page.includes(`<identifier>${id}</identifier>`)) ?? false
  return isCrash && page.includes('<ListRecords>') ? 500 : undefined
}

export function sendPage(response: ServerResponse, page: string, faults: Faults): void {
  const { cutAfterBytes, gzip = false, contentType = 'text/xml; charset=UTF-8' } = faults
  const body = gzip ? gzipSync(page) : Buffer.from(page, 'utf8')
  response.writeHead(200, {
    'content-type': contentType,
    'content-length': body.length,
    ...(gzip && { 'content-encoding': 'gzip' }),
  })
  if (cutAfterBytes === undefined || cutAfterBytes >= body.length) response.end(body)
  else response.write(body.subarray(0, cutAfterBytes), () => response.destroy())
}
