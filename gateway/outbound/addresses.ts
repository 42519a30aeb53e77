import { BlockList, isIP, isIPv4 } from 'node:net'

/** IANA special-purpose IPv4 space, and the one public address behind which a cloud keeps its metadata. */
const closedIPv4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]

/** Within global unicast 2000::/3: protocol assignments with Teredo, documentation, and 6to4, which carries an IPv4 address. */
const closedIPv6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIPv4(address) ? 'ipv4' : 'ipv6')

/** A set of addresses from networks in CIDR form, both families. */
export function networks(cidrs: string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const cidr of cidrs) {
    const [network = '', prefix] = cidr.split('/')
    list.addSubnet(network, Number(prefix), familyOf(network))
  }
  return (address) => list.check(address, familyOf(address))
}

const isClosedIPv4 = networks(closedIPv4)
const isClosedIPv6 = networks(closedIPv6)
const isGlobalUnicast = networks(['2000::/3'])

/** True when anybody on the internet may be behind it. IPv6 is closed unless it is global unicast (RFC 4291 §2.4). */
export function isPublic(address: string): boolean {
  if (isIPv4(address)) return !isClosedIPv4(address)
  return isGlobalUnicast(address) && !isClosedIPv6(address)
}

/**
 * One spelling of each address: IPv4 as such when it is written as IPv4-mapped (::ffff:0:0/96) or NAT64
 * (64:ff9b::/96, RFC 6052) IPv6, because that is where the packet goes; IPv6 compressed; null when it is no address or has a zone.
 */
export function canonical(address: string): string | null {
  if (isIPv4(address)) return address
  if (isIP(address) !== 6 || address.includes('%')) return null
  const compressed = new URL(`http://[${address}]`).hostname.slice(1, -1)
  return embeddedIPv4(compressed) ?? compressed
}

function embeddedIPv4(compressed: string): string | null {
  const groups = /^(?:::ffff:|64:ff9b::)(?:([0-9a-f]{1,4}):)?([0-9a-f]{1,4})$/.exec(compressed)
  if (!groups) return null
  const high = Number.parseInt(groups[1] ?? '0', 16)
  const low = Number.parseInt(groups[2] ?? '0', 16)
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}
