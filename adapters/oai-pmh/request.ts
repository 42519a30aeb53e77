import type { OutsideRequest } from '../../gateway/contracts/outside.js'

type Request = Pick<OutsideRequest, 'url' | 'method' | 'headers' | 'body'>

/** Addresses beyond this are refused by some servers and the proxies before them; a resumption token may be longer. */
const LONGEST_ADDRESS = 2_000

const accept = 'text/xml, application/xml'

/** §3.1.1: GET, or POST with a form where the address would be long; `other` is the way to take when the server refuses that one. */
export function requestFor(
  baseUrl: string,
  query: Record<string, string>,
): { request: Request; other: Request } {
  const url = new URL(baseUrl)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  const get: Request = { url: url.href, headers: { accept } }
  const post: Request = {
    url: baseUrl,
    method: 'POST',
    headers: { accept, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(query).toString(),
  }
  return url.href.length > LONGEST_ADDRESS ? { request: post, other: get } : { request: get, other: post }
}
