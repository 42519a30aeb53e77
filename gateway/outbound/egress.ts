import { isIP } from 'node:net'
import { ShulianError } from '../contracts/errors.js'
import { canonical, isPublic, networks } from './addresses.js'

/** Where the gateway may call. Public addresses are open; everything else only when an entry lets it through. */
export interface Egress {
  /**
   * The parts that a URL shows by itself: scheme, credentials, a literal address, `localhost`. Names are checked again, resolved,
   * when a connection is made.
   * @throws ShulianError EGRESS_BLOCKED
   */
  check(url: string): URL
  /**
   * @param address what `host` resolved to, or `host` itself
   * @throws ShulianError EGRESS_BLOCKED
   */
  checkAddress(address: string, host: string, port: number): void
  /** Let through `host`, `host:port`, an address, `[::1]:8080` or a network `10.0.0.0/8`. Returns how to take it back. */
  add(entry: string): () => void
}

type Rule = (address: string, host: string, port: number) => boolean

/**
 * @param options.allow entries as in SHULIAN_EGRESS_ALLOW. A host entry is trusted by its name: whatever it resolves to is let through.
 * @throws ShulianError EGRESS_ENTRY_INVALID
 */
export function createEgress({ allow }: { allow: string[] }): Egress {
  const rules = new Set<Rule>(allow.map(toRule))

  const checkAddress: Egress['checkAddress'] = (address, host, port) => {
    const plain = canonical(address)
    if (plain === null) throw blocked(`'${host}' leads to something that is not an internet address`)
    if (isPublic(plain)) return
    const name = toHost(host)
    for (const rule of rules) if (rule(plain, name, port)) return
    throw blocked(
      `'${host}' leads to a private or reserved address. If it is meant, add ${host}:${port} to SHULIAN_EGRESS_ALLOW`,
    )
  }

  return {
    checkAddress,
    check(input) {
      const url = parse(input)
      const host = toHost(url.hostname)
      if (isIP(host)) checkAddress(host, url.hostname, portOf(url))
      else if (isLoopbackName(host)) eitherLoopback(checkAddress, url)
      return url
    },
    add(entry) {
      const rule = toRule(entry)
      rules.add(rule)
      return () => rules.delete(rule)
    },
  }
}

/** The number that a URL leaves out when it is the scheme's own. */
export const portOf = ({ protocol, port }: { protocol: string; port: string }): number =>
  Number(port) || (protocol === 'https:' ? 443 : 80)

function parse(input: string): URL {
  if (!URL.canParse(input)) throw blocked('The address of an outbound call is not a URL')
  const url = new URL(input)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw blocked(`Outbound calls use http or https, not '${url.protocol}'`)
  if (url.username || url.password)
    throw blocked(
      `The address at '${url.hostname}' carries a user name or password; put credentials in the settings`,
    )
  if (url.hostname === '') throw blocked('The address of an outbound call names no host')
  return url
}

/** RFC 6761 §6.3: these names are loopback whatever a resolver says, so registration refuses them at once. */
const isLoopbackName = (host: string): boolean => host === 'localhost' || host.endsWith('.localhost')

function eitherLoopback(checkAddress: Egress['checkAddress'], url: URL): void {
  try {
    checkAddress('127.0.0.1', url.hostname, portOf(url))
  } catch {
    checkAddress('::1', url.hostname, portOf(url))
  }
}

function toRule(entry: string): Rule {
  const text = entry.trim()
  if (text.includes('/')) return toNetworkRule(text)
  const { host, port } = splitPort(text)
  const wanted = toHost(host)
  if ((port !== null && (port === 0 || port > 65_535)) || !URL.canParse(`http://${host}`))
    throw invalidEntry(entry)
  return (address, name, at) => (address === wanted || name === wanted) && (port === null || port === at)
}

function toNetworkRule(text: string): Rule {
  const [, network = '', prefix] = /^\[?([0-9a-fA-F.:]+)\]?\/(\d{1,3})$/.exec(text) ?? []
  const family = isIP(network)
  if (!family || Number(prefix) > (family === 4 ? 32 : 128)) throw invalidEntry(text)
  return networks([`${network}/${prefix}`])
}

function splitPort(text: string): { host: string; port: number | null } {
  if (isIP(text) === 6) return { host: `[${text}]`, port: null }
  const [, host = '', port] = /^(\[[^\]]*\]|[^:[\]@?#\\\s]+)(?::(\d{1,5}))?$/.exec(text) ?? []
  if (host === '') throw invalidEntry(text)
  return { host, port: port === undefined ? null : Number(port) }
}

/** Lower case, no brackets, no final dot, and addresses in their one spelling, so that comparing is enough. */
function toHost(host: string): string {
  const bracketed = isIP(host) === 6 ? `[${host}]` : host
  const name = URL.canParse(`http://${bracketed}`) ? new URL(`http://${bracketed}`).hostname : host
  const bare = name.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  return canonical(bare) ?? bare
}

const blocked = (what: string): ShulianError =>
  new ShulianError('EGRESS_BLOCKED', `${what}.`, { status: 422 })

const invalidEntry = (entry: string): ShulianError =>
  new ShulianError(
    'EGRESS_ENTRY_INVALID',
    `SHULIAN_EGRESS_ALLOW has '${entry}'. Write host, host:port, an address, [::1]:8080 or a network such as 10.0.0.0/8.`,
  )
