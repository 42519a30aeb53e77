import t from 'tap'
import type { Plugin } from '../../gateway/contracts/index.js'
import { testKernel } from '../../gateway/testing.js'
import { members } from '../members/index.js'
import { catalogue } from './index.js'
import { createPace, keepingUp } from './pace.js'
import { put, scripted, sink } from './testing.js'

const { signal } = new AbortController()

/** A clock that goes as the test says, and writes down who slept. */
const clockOf = () => {
  const clock = {
    at: 0,
    slept: [] as number[],
    now: () => clock.at,
    sleep: async (milliseconds: number) => void clock.slept.push(milliseconds),
    work: (milliseconds: number) => async () => {
      clock.at += milliseconds
    },
  }
  return clock
}

t.test('a harvest with company rests as it works, one that waited for its page does not', async (t) => {
  const clock = clockOf()
  const pace = createPace(clock)
  const quick = pace.begin(true, signal)
  await quick.working(clock.work(30))
  await quick.rest()
  t.same(clock.slept, [], 'alone')
  const other = pace.begin(true, signal)
  await quick.working(clock.work(30))
  await quick.rest()
  t.same(clock.slept, [60])
  clock.at += 100
  await quick.working(clock.work(30))
  await quick.rest()
  t.same(clock.slept, [60], 'the other side took its time')
  other.end()
  await quick.working(clock.work(30))
  await quick.rest()
  t.same(clock.slept, [60], 'alone again')
})

t.test('what an operator brings in never rests', async (t) => {
  const clock = clockOf()
  const pace = createPace(clock)
  pace.begin(true, signal)
  const brought = pace.begin(false, signal)
  await brought.working(clock.work(30))
  await brought.rest()
  t.same(clock.slept, [])
})

t.test('a harvest is never more than four pages ahead of the index', async (t) => {
  const waitedFor: (string | undefined)[] = []
  const inStep = keepingUp({ caughtUp: async (_topic, job) => void waitedFor.push(job) }, signal)
  for (const job of ['1', '2', undefined, '3', '4']) await inStep(job)
  t.same(waitedFor, [])
  for (const job of ['5', '6']) await inStep(job)
  t.same(waitedFor, ['1', '2'])
})

/** Whatever is indexed, more is to be indexed: as when another source sends without end. */
const endless: Plugin = {
  ...sink,
  setup: ({ database, outbox }) => {
    const handler = async () => {
      await database
        .transaction()
        .execute((transaction) => outbox.append(transaction, 'work.changed', { works: [] }))
    }
    return { jobs: [{ topic: 'work.changed', handler }] }
  },
}

t.test('a run ends when its own works are found, though others bring works for ever', async (t) => {
  const script = { pages: [[put({ id: '1', title: 'One' })]], asked: [] }
  const kernel = await testKernel({ plugins: [members, catalogue, endless], adapters: [scripted(script)] })
  t.teardown(kernel.close)
  const { services } = kernel
  await services.members.add({ id: 'city', type: 'library', name: 'City Library' })
  await services.members.addSource({ member: 'city', name: 'main', adapter: 'scripted', options: {} })
  t.match(await services.catalogue.harvest('city', { signal }), { state: 'finished', accepted: 1 })
})
