import t from 'tap'
import { engineKilled } from './engine-killed.js'
import { inFolder } from './in-folder.js'
import { openKillableEngine } from './killable-engine.js'

t.setTimeout(300_000)

const sizes = { perCall: 20, kills: 1, seed: 20_260_113, taskTime: 50 }

for (const isLost of [false, true])
  t.test(
    `E13: a search engine killed inside a task, its folder ${isLost ? 'lost' : 'kept'}, lacks nothing after reconciling`,
    async (t) => {
      const outcome = await inFolder(async (folder) => {
        const engine = await openKillableEngine(folder, sizes.taskTime)
        t.teardown(engine.close)
        return engineKilled(folder, engine, { ...sizes, isLost })
      })
      t.match(outcome, { killed: 1, second: 0, unfound: 0, isAlive: true })
      t.type(outcome.drained, 'number')
      t.equal(outcome.kept === 0, isLost)
    },
  )
