import t from 'tap'
import { ShulianError, silentLog } from '../../gateway/contracts/index.js'
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
    await kernel.gateway.jobs.caughtUp('harvest.due')
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

t.test('a source that does not come to an end delays none of the others', async (t) => {
  const slow = scripted({
    pages: [[put({ id: '1', title: 'One' })]],
    asked: [],
    before: () => released,
  })
  let release = (): void => undefined
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  const quick = scripted({ pages: [[put({ id: '2', title: 'Two' })]], asked: [] })
  const kernel = await testKernel({
    plugins: [members, catalogue, sink],
    adapters: [{ ...slow, kind: 'slow' }, quick],
  })
  t.teardown(kernel.close)
  const { services } = kernel
  await services.members.add({ id: 'city', type: 'library', name: 'City Library' })
  const source = { member: 'city', options: {}, everySeconds: 3600 }
  await services.members.addSource({ ...source, name: 'a', adapter: 'slow' })
  for (const name of ['b', 'c', 'd', 'e', 'f'])
    await services.members.addSource({ ...source, name, adapter: 'scripted' })
  const due = harvestDue({ ...services, log: silentLog, now: () => new Date() }, new AbortController().signal)
  const finished = async () =>
    (await services.catalogue.runs({ limit: 100 })).filter(({ state }) => state === 'finished').length
  while ((await finished()) < 5) await new Promise(setImmediate)
  t.equal(await finished(), 5)
  release()
  await due
  await kernel.gateway.jobs.caughtUp('harvest.due')
  t.equal(await finished(), 6)
})

t.test('a harvest that failed at the other side is tried again before its day has passed', async (t) => {
  const clock = { at: Date.parse('2026-01-01T00:00:00Z') }
  const now = () => new Date(clock.at)
  let isAway = true
  const script = {
    pages: [[put({ id: '1', title: 'One' })]],
    asked: [] as never[],
    before: () => {
      if (isAway) throw new ShulianError('UPSTREAM_UNREACHABLE', 'away', { status: 502 })
    },
  }
  const kernel = await testKernel({ plugins: [members, catalogue, sink], adapters: [scripted(script)], now })
  t.teardown(kernel.close)
  const { services } = kernel
  await services.members.add({ id: 'city', type: 'library', name: 'City Library' })
  await services.members.addSource({
    member: 'city',
    name: 'main',
    adapter: 'scripted',
    options: {},
    everySeconds: 86_400,
  })
  const due = async () => {
    await harvestDue({ ...services, log: silentLog, now }, new AbortController().signal)
    await kernel.gateway.jobs.caughtUp('harvest.due')
    const [last] = await services.catalogue.runs({ limit: 1 })
    return last
  }
  const first = await due()
  t.match(first, { state: 'failed', error: { code: 'UPSTREAM_UNREACHABLE' } })
  isAway = false
  clock.at += 60_000
  t.match(await due(), { state: 'failed' }, 'not at once')
  clock.at += 900_000
  t.match(await due(), { run: first?.run, state: 'finished' }, 'the same run goes on')
})
