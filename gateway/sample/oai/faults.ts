import type { ServerResponse } from 'node:http'
import { OaiFault } from './arguments.js'

/** What goes wrong on purpose. A test may change it while the server runs. */
export interface Faults {
  /** The next request gets 503; then it is false again. */
  unavailableOnce?: boolean
  /** Retry-After of that 503: seconds, a date, or anything. Default `1`. */
  retryAfter?: string
  /** The connection is cut after so many octets of the body, as long as this is set. */
  cutAfterBytes?: number
  /** Tokens are refused: the next one, or all. */
  expireTokens?: 'once' | 'always'
  /** A page names the token that asked for it. */
  loopToken?: boolean
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

export function sendPage(response: ServerResponse, body: Buffer, { cutAfterBytes }: Faults): void {
  response.writeHead(200, { 'content-type': 'text/xml; charset=UTF-8', 'content-length': body.length })
  if (cutAfterBytes === undefined || cutAfterBytes >= body.length) response.end(body)
  else response.write(body.subarray(0, cutAfterBytes), () => response.destroy())
}
