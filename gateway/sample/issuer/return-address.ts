/**
 * Where a token may be sent: a loopback address, or an origin of the list. Null for anything else, so that nobody is
 * lured into sending a reader's token elsewhere.
 */
export function returnAddress(text: string | null, allowed: readonly string[]): URL | null {
  if (text === null || !URL.canParse(text)) return null
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  if (url.username !== '' || url.password !== '') return null
  return isLoopback(url.hostname) || allowed.includes(url.origin) ? url : null
}

/** `URL` writes every spelling of an IPv4 address as four numbers. */
const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host)
