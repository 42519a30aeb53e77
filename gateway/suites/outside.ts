import { silentLog } from '../contracts/log.js'
import type { Outside } from '../contracts/outside.js'
import { createEgress } from '../outbound/egress.js'
import { createOutbound } from '../outbound/outbound.js'

/**
 * The gateway's own way out, with all its checks and bounds, for the tests of an adapter. Close it at their end.
 * @param allow private networks and hosts that the tests reach, as in SHULIAN_EGRESS_ALLOW: `127.0.0.1:8080`
 */
export const openOutside = ({ allow }: { allow: string[] }): { outside: Outside; close(): Promise<void> } => {
  const { outside, close } = createOutbound({
    egress: createEgress({ allow }),
    log: silentLog,
    now: () => new Date(),
  })
  return { outside: outside('suite'), close }
}
