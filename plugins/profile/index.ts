import { Type } from 'typebox'
import type { Plugin, Services } from '../../gateway/contracts/index.js'
import { createConsents } from './consent.js'
import { createErasure } from './erase.js'
import { createEvents } from './events.js'
import { createProfiles } from './profile.js'
import { profileRoutes } from './routes.js'
import { migrations, type ProfileDatabase } from './tables.js'
import { overwriteDeleted } from './traces.js'

/** 用户·中: what a reader allowed us to remember, with its evidence, its expiry and its eraser. */
export const profile: Plugin = {
  name: 'profile',
  place: { stage: 'during', dimension: 'users' },
  options: Type.Object({}, { additionalProperties: false }),
  requires: ['catalogue', 'feedback'],
  migrations,
  outliving: ['profile_tombstone'],
  async setup(kernel) {
    await overwriteDeleted(kernel.database as ProfileDatabase)
    const consents = createConsents(kernel)
    const profiles = createProfiles(kernel, consents)
    const erasure = createErasure(kernel)
    const service: Services['profile'] = { of: profiles.of }
    return {
      service,
      routes: profileRoutes({
        events: createEvents(kernel),
        consents,
        profiles,
        erasure,
        feedback: kernel.service('feedback'),
        now: kernel.now,
      }),
      jobs: [{ topic: 'profile.expire', handler: () => erasure.expire(), everySeconds: 86_400 }],
      start: async () => {
        await erasure.replayTombstones()
      },
    }
  },
}
