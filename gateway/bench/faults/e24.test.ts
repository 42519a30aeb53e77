import t from 'tap'
import { clientsAborted } from './clients-aborted.js'
import { inFolder } from './in-folder.js'

t.setTimeout(300_000)

t.test('E24: of clients that leave in the midst no socket stays', async (t) => {
  const outcome = await inFolder((folder) => clientsAborted(folder, { clients: 400, seed: 20_260_124 }))
  const { left, before, after, closed, isServing } = outcome
  t.equal(Object.keys(left).length, 5)
  t.type(closed, 'number')
  t.ok(after.sockets <= before.sockets, `${before.sockets} sockets, then ${after.sockets}`)
  t.ok(isServing)
})
