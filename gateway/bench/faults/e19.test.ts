import t from 'tap'
import { besideHostile } from './beside-hostile.js'
import { inFolder } from './in-folder.js'
import { hostile } from './repositories.js'

t.setTimeout(300_000)

for (const [kind, { code }] of Object.entries(hostile)) {
  t.test(
    `E19: a hostile repository (${kind}) ends within its caps, and the others are read whole`,
    async (t) => {
      const caps = { pageCap: 60, listSeconds: 3 }
      const sizes = { others: 2, pages: 5, milliseconds: 10, caps }
      const outcome = await inFolder((folder) => besideHostile({ ...sizes, folder, kind }))
      t.match(outcome.hostile, { state: 'failed', error: { code } })
      t.ok((outcome.hostile?.seconds ?? 0) < 60 && (outcome.hostile?.pages ?? 0) <= 60)
      for (const report of outcome.others) t.match(report, { state: 'finished', accepted: 100 })
    },
  )
}
