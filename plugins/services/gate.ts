import { type Members, type Services, ShulianError } from '../../gateway/contracts/index.js'
import { away } from './answer.js'
import type { Health } from './health.js'
import type { Service, Store } from './store.js'

export type Gate = (member: string, name: string) => Promise<Service>

/**
 * A live service is open while its member is active and a certificate of behaviour (L2) covers it, and is
 * refused at once while it keeps failing.
 */
export const createGate =
  ({
    store,
    members,
    standards,
    health,
  }: {
    store: Store
    members: Members
    standards: Services['standards']
    health: Health
  }): Gate =>
  async (memberId, name) => {
    const service = await store.get(memberId, name)
    const member = await members.get(memberId)
    if (member.stage !== 'active') throw notActive(memberId, member.stage)
    if (!(await standards.isCertified(memberId, 'L2'))) {
      throw new ShulianError(
        'CERTIFICATE_REQUIRED',
        `No valid certificate of level L2 covers member '${memberId}', so its live services wait. Run: shulian conformance run SUITE ${memberId} --level L2`,
        { status: 403 },
      )
    }
    const pause = health.pause(`${memberId}/${name}`)
    if (pause > 0) throw away(memberId, name, 'kept failing and is left alone for a moment')
    return service
  }

const notActive = (member: string, stage: string) =>
  new ShulianError(
    'MEMBER_NOT_ACTIVE',
    `Member '${member}' is ${stage === 'trial' ? 'on trial' : stage}; live services are for active members.`,
    { status: 403 },
  )
