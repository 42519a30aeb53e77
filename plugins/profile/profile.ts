import { type Kernel, ShulianError } from '../../gateway/contracts/index.js'
import type { Consents } from './consent.js'
import type { Profile, TagKind, Weight } from './schemas.js'
import type { EventRow, ProfileDatabase, ProfileTables } from './tables.js'
import { createTagReader } from './tags.js'
import { weigh } from './weights.js'

/** Newest events that are weighed: beyond them little is left after decay, and reading stays bounded. */
const maxEvents = 2000
/** Deleted tags that are kept for one reader. */
const maxHidden = 1000

/** A reader's profile, computed on reading: an event shows in the next answer, and nothing derived is stored. */
export const createProfiles = (kernel: Kernel, consents: Consents) => {
  const database = kernel.database as ProfileDatabase
  const readTags = createTagReader(kernel.service('catalogue'))

  const events = (subject: string): Promise<EventRow[]> =>
    database
      .selectFrom('profileEvent')
      .selectAll()
      .where('subject', '=', subject)
      .where('purpose', '=', 'personalisation')
      .where('expiresAt', '>', kernel.now().toISOString())
      .orderBy('at', 'desc')
      .limit(maxEvents)
      .execute()

  const hiddenOf = (subject: string): Promise<Hidden[]> =>
    database.selectFrom('profileHidden').selectAll().where('subject', '=', subject).orderBy('at').execute()

  const of = async (subject: string): Promise<Profile> => {
    const asOf = kernel.now()
    if (!(await consents.isGranted(subject, 'personalisation')))
      return { personalised: false, ...withoutConsent, asOf: asOf.toISOString(), weights: [], hidden: [] }
    const evidence = await events(subject)
    const hidden = await hiddenOf(subject)
    const weights = weigh(evidence, await readTags(evidence), asOf).filter(
      (weight) => !isHidden(weight, hidden),
    )
    return {
      personalised: true,
      ...withConsent,
      asOf: asOf.toISOString(),
      weights,
      hidden: hidden.map(({ kind, value, at }) => ({ kind: kind as TagKind, value, at })),
    }
  }

  /** The tag, or without a value its whole kind, leaves the profile and stays away. @throws ShulianError TAGS_TOO_MANY (422) */
  const hide = async (subject: string, kind: TagKind, value = ''): Promise<void> => {
    if (!(await consents.isGranted(subject, 'personalisation'))) return
    if ((await hiddenOf(subject)).length >= maxHidden) {
      const message = `${maxHidden} tags are deleted already. Delete a whole kind, or withdraw the consent.`
      throw new ShulianError('TAGS_TOO_MANY', message, { status: 422 })
    }
    const at = kernel.now().toISOString()
    await database
      .insertInto('profileHidden')
      .values({ subject, kind, value, at })
      .onConflict((it) => it.doNothing())
      .execute()
  }

  /** Takes a deletion back. */
  const allow = async (subject: string, kind: TagKind, value = ''): Promise<void> => {
    await database
      .deleteFrom('profileHidden')
      .where('subject', '=', subject)
      .where('kind', '=', kind)
      .where('value', '=', value)
      .execute()
  }

  return { of, hide, allow }
}
export type Profiles = ReturnType<typeof createProfiles>

type Hidden = ProfileTables['profileHidden']

const isHidden = (weight: Weight, hidden: Hidden[]): boolean =>
  hidden.some(({ kind, value }) => kind === weight.kind && (value === '' || value === weight.value))

const withoutConsent = {
  explanation:
    'There is no profile: you have not consented to personalisation. Search works without; PUT /v1/me/consent turns it on.',
  explanationZh: '没有画像：您尚未同意个性化。检索不受影响；可随时在“同意”中开启。',
}
const withConsent = {
  explanation:
    'Each weight is the sum of its evidence, which halves in 90 days and is deleted after 180. You can delete single tags, withdraw the consent, or have everything erased.',
  explanationZh:
    '每个权重是其依据之和，90 天减半，180 天后删除。您可以删除单个标签、撤回同意或删除全部数据。',
}
