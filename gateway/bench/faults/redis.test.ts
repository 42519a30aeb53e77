import t from 'tap'
import { missingRedis } from '../../job-queue/redis-testing.js'
import { inFolder } from './in-folder.js'
import { redisForgets } from './redis-forgets.js'
import { redisFrozen } from './redis-frozen.js'
import { redisFull } from './redis-full.js'
import { relayKilled } from './relay-killed.js'

t.setTimeout(600_000)
const skip = missingRedis()
const whole = { missing: 0, twice: 0 }

for (const [experiment, how] of [
  ['E4', 'kill'],
  ['E7', 'flush'],
] as const)
  t.test(
    `${experiment}: what Redis forgets (${how}) is brought again, and done once`,
    { skip },
    async (t) => {
      const sizes = { letters: 300, faults: 2, seed: 20_260_104 }
      t.match(await inFolder((folder) => redisForgets(folder, how, sizes)), { accepted: 300, ...whole })
    },
  )

t.test('E5: while Redis is frozen readers are answered, and jobs are accepted', { skip }, async (t) => {
  const outcome = await inFolder((folder) => redisFrozen(folder, 8_000))
  t.match(outcome, { status: 200, said: /^degraded: /, ...whole })
  t.ok(outcome.meanwhile > 0)
})

t.test('E6: a Redis whose memory is full leaves the backlog where it was', { skip }, async (t) => {
  const outcome = await inFolder((folder) => redisFull(folder, 200))
  t.match(outcome, { inRedis: 0, accepted: 200, ...whole })
  t.ok(outcome.waiting >= 200)
})

t.test('E11: a relay that is killed in the midst leaves nothing out', { skip }, async (t) => {
  const outcome = await inFolder((folder) => relayKilled(folder, { kills: 2, each: 600, seed: 20_260_111 }))
  t.match(outcome, { killed: 2, accepted: 1200, ...whole })
})
