import t from 'tap'
import { EngineRefused, engineAway } from './exchange.js'
import { createJoining } from './joining.js'
import type { Server, Servers } from './servers.js'

t.test('a server that refuses is asked again now and then, not with every search', async (t) => {
  const calls = async () => ({})
  const all = ['one', 'two'].map((name) => ({ name, host: name, write: calls }) as unknown as Server)
  const keyOf = Object.assign(async () => 'key', { forget: () => undefined })
  let [clock, tries] = [0, 0]
  let says: Error = engineAway('two', new Error('refused'))
  const joining = createJoining(
    { all } as unknown as Servers,
    'works',
    keyOf,
    async ({ name }) => {
      if (name === 'one') return
      tries++
      throw says
    },
    () => clock,
  )
  const search = async (times: number) => {
    for (let time = 0; time < times; time++) {
      t.match(await joining.here(), [{ name: 'one' }])
      await new Promise(setImmediate)
    }
  }
  await search(3)
  t.equal(tries, 1)
  says = new EngineRefused(403, 'invalid_api_key', 'The provided API key is invalid.')
  clock += 6_000
  await search(5)
  t.equal(tries, 2)
  clock += 6_000
  await search(5)
  t.equal(tries, 3)
})
