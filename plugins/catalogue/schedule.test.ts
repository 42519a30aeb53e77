import t from 'tap'
import { silentLog } from '../../gateway/contracts/index.js'
import { testKernel } from '../../gateway/testing.js'
import { members } from '../members/index.js'
import { catalogue } from './index.js'
import { harvestDue } from './schedule.js'
import { put, scripted, sink } from './testing.js'

t.test('a source with an interval is harvested when its time has come, and only then', async (t) => {
  const script = { pages: [[put({ id: '1', title: 'One' })]], asked: [] as never[] }
  const clock = { at: Date.parse('2026-01-01T00:00:00Z') }
  const now = () => new Date(clock.at)
  const kernel = await testKernel({ plugins: [members, catalogue, sink], adapters: [scripted(script)], now })
  t.teardown(kernel.close)
  const { services } = kernel
  await services.members.add({ id: 'city', type: 'library', name: 'City Library' })
  await services.members.addSource({
    member: 'city',
    name: 'main',
    adapter: 'scripted',
    options: {},
    everySeconds: 3600,
  })
  await services.members.addSource({ member: 'city', name: 'asked', adapter: 'scripted', options: {} })
  // The gateway's own schedule runs too: whichever of the two comes first, there is one harvest.
  const due = async () => {
    await harvestDue(
      { members: services.members, catalogue: services.catalogue, log: silentLog, now },
      new AbortController().signal,
    )
    await kernel.gateway.jobs.drain(['harvest.due'])
  }
  const runs = async () => (await services.catalogue.runs({ limit: 100 })).map(({ source }) => source)

  await due()
  t.same(await runs(), ['city/main'], 'a source that was never read is due; one without an interval is not')
  clock.at += 1800_000
  await due()
  t.equal((await runs()).length, 1, 'half an hour later it is not')
  clock.at += 1800_000
  await due()
  t.same(await runs(), ['city/main', 'city/main'])
})
