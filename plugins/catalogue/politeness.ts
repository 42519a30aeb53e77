import { isIP } from 'node:net'
import type { Source } from '../../gateway/contracts/index.js'

/** Scheduled harvests at once: in all, of one host, and of one group of hosts. Each asks one question at a time. */
const most = { inAll: 4, ofHost: 1, ofGroup: 2 }

/** Where a source's questions go: null when it is no web address. */
export interface Place {
  host: string
  group: string
}

/** Whatever the protocol, an address stands in the settings as one. */
export const placeOf = ({ options }: Pick<Source, 'options'>): Place | null => {
  const address = Object.values(options).flat().find(isWebAddress)
  if (address === undefined) return null
  const { host, hostname } = new URL(address)
  return { host, group: groupOf(hostname) ?? host }
}

const isWebAddress = (value: unknown): value is string =>
  typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value)

/**
 * Hosts of one owner often share machines: `a.library.example` and `b.library.example` are one group, as under `edu.cn` and its
 * like what stands before. Addresses without a name are each their own.
 */
const groupOf = (hostname: string): string | null => {
  if (isIP(hostname.replace(/^\[|\]$/g, ''))) return null
  const labels = hostname.split('.')
  const isPublicSecondLevel =
    /^(ac|co|com|edu|gov|net|org)$/.test(labels.at(-2) ?? '') && labels.at(-1)?.length === 2
  return labels.slice(isPublicSecondLevel ? -3 : -2).join('.')
}

/** Whether one more harvest may begin beside those that run. */
export const isPolite = (place: Place | null, running: (Place | null)[]): boolean => {
  if (running.length >= most.inAll) return false
  if (place === null) return true
  const ofHost = running.filter((other) => other?.host === place.host).length
  const ofGroup = running.filter((other) => other?.group === place.group).length
  return ofHost < most.ofHost && ofGroup < most.ofGroup
}
