import { type Members, type Services, ShulianError } from '../../gateway/contracts/index.js'
import { away } from './answer.js'
import type { Health } from './health.js'
import type { Service, Store } from './store.js'

export type Gate = (member: string, name: string) => Promise<Service>

export interface GateParts {
  store: Store
  members: Members
  standards: Services['standards']
  health: Health
  now: () => Date
}

/** Milliseconds: five questions to the database would cost more than the answer of most members. */
const remembered = 1_000

/**
 * A live service is open while its member is active and a certificate of behaviour (L2) covers it, and is
 * refused at once while it keeps failing. That it is open is remembered: what is closed meanwhile, by whichever
 * process, answers for a second more. A refusal is not: what is opened answers at once.
 */
export const createGate = (parts: GateParts): Gate => {
  const open = new Map<string, { service: Promise<Service>; until: number }>()
  return async (member, name) => {
    const key = `${member}/${name}`
    const at = parts.now().getTime()
    let known = open.get(key)
    if (known === undefined || known.until <= at) {
      known = { service: assertOpen(parts, member, name), until: at + remembered }
      open.set(key, known)
      known.service.catch(() => open.delete(key))
    }
    const service = await known.service
    if (parts.health.pause(key) > 0) throw away(member, name, 'kept failing and is left alone for a moment')
    return service
  }
}

const assertOpen = async (
  { store, members, standards }: GateParts,
  memberId: string,
  name: string,
): Promise<Service> => {
  const service = await store.get(memberId, name)
  const member = await members.get(memberId)
  if (member.stage !== 'active') throw notActive(memberId, member.stage)
  if (await standards.isCertified(memberId, 'L2')) return service
  throw new ShulianError(
    'CERTIFICATE_REQUIRED',
    `No valid certificate of level L2 covers member '${memberId}', so its live services wait. Run: shulian conformance run SUITE ${memberId} --level L2`,
    { status: 403 },
  )
}

const notActive = (member: string, stage: string) =>
  new ShulianError(
    'MEMBER_NOT_ACTIVE',
    `Member '${member}' is ${stage === 'trial' ? 'on trial' : stage}; live services are for active members.`,
    { status: 403 },
  )
