import { promises as dns, type LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { buildConnector } from 'undici'
import { type Egress, portOf } from './egress.js'

/** All addresses of a name, in the order in which to try them. */
export type Resolve = (host: string) => Promise<LookupAddress[]>

export const systemResolve: Resolve = (host) => dns.lookup(host, { all: true, verbatim: true })

const connectTimeout = 10_000

/**
 * Resolves a name once, checks every address, and lets the socket use those addresses alone: a second answer of
 * the name server (DNS rebinding) is never asked for. undici does not call `lookup` for literals, so they are
 * checked here too. Name, `Host` and SNI stay those of the URL, so certificates are checked against the name.
 */
export function guardedConnector(egress: Egress, resolve: Resolve): buildConnector.connector {
  return (options, callback) => {
    const port = portOf(options)
    resolveChecked(egress, resolve, options.hostname, port).then(
      (addresses) =>
        buildConnector({ timeout: connectTimeout, lookup: answerWith(addresses) })(options, callback),
      (error: Error) => callback(error, null),
    )
  }
}

/**
 * Every address of a host, none of them closed.
 * @throws ShulianError EGRESS_BLOCKED, and the resolver's own errors
 */
export async function resolveChecked(
  egress: Egress,
  resolve: Resolve,
  host: string,
  port: number,
): Promise<LookupAddress[]> {
  const family = isIP(host)
  const addresses = family ? [{ address: host, family }] : await resolve(host)
  for (const { address } of addresses) egress.checkAddress(address, host, port)
  return addresses
}

const answerWith =
  (addresses: LookupAddress[]): LookupFunction =>
  (host, options, callback) => {
    const [first] = addresses
    if (!first) callback(Object.assign(new Error(`no address for ${host}`), { code: 'ENOTFOUND' }), '')
    else if (options.all) callback(null, addresses)
    else callback(null, first.address, first.family)
  }
