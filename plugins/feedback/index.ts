import { Type } from 'typebox'
import type { Plugin, Services } from '../../gateway/contracts/index.js'
import { createCases } from './cases.js'
import { createErasure } from './forget.js'
import { createHandling } from './handling.js'
import { createInbox } from './inbox.js'
import { feedbackRoutes } from './routes.js'
import { migrations } from './tables.js'

/** 用户·后: a reader's word becomes a case, is answered, passes its states, and nothing of it is public unmoderated. */
export const feedback: Plugin = {
  name: 'feedback',
  place: { stage: 'after', dimension: 'users' },
  options: Type.Object({}, { additionalProperties: false }),
  requires: ['members', 'catalogue'],
  migrations,
  outliving: ['feedback_tombstone'],
  setup(kernel) {
    const { of, forget, replayTombstones, expire } = createErasure(kernel)
    const service: Services['feedback'] = { of, forget }
    return {
      service,
      routes: feedbackRoutes({
        cases: createCases(kernel),
        handling: createHandling(kernel),
        inbox: createInbox(kernel),
      }),
      jobs: [{ topic: 'feedback.expire', handler: () => expire(), everySeconds: 86_400 }],
      start: async () => {
        await replayTombstones()
      },
    }
  },
}
