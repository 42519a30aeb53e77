import t from 'tap'
import type { Plugin } from '../../gateway/contracts/index.js'
import { testKernel } from '../../gateway/testing.js'
import { members } from '../members/index.js'
import { catalogue } from './index.js'
import { createPace, keepingUp } from './pace.js'
import { put, scripted, sink } from './testing.js'

const { signal } = new AbortController()

/** A clock that goes as the test says, and writes down after how much work somebody gave the others turns. */
const clockOf = () => {
  const clock = {
    at: 0,
    gaveTurns: [] as number[],
    now: () => clock.at,
    giveTurns: async (worked: number) => void clock.gaveTurns.push(worked),
    work: (milliseconds: number) => async () => {
      clock.at += milliseconds
    },
    /** Pages that take so long to come. */
    pages: async function* (...took: number[]) {
      for (const milliseconds of took) {
        clock.at += milliseconds
        yield milliseconds
      }
    },
  }
  return clock
}

t.test(
  'a harvest with company gives the others turns for what it worked beyond what its page took',
  async (t) => {
    const clock = clockOf()
    const pace = createPace(clock)
    const quick = pace.begin(true, signal)
    await quick.working(clock.work(30))
    await quick.rest()
    t.same(clock.gaveTurns, [], 'alone')
    const other = pace.begin(true, signal)
    for await (const _page of quick.reading(clock.pages(5, 100, 5))) {
      await quick.working(clock.work(30))
      await quick.rest()
    }
    t.same(clock.gaveTurns, [20, 20], 'but for the second page: the other side took its time')
    other.end()
    await quick.working(clock.work(30))
    await quick.rest()
    t.same(clock.gaveTurns, [20, 20], 'alone again')
  },
)

t.test('what an operator brings in never rests', async (t) => {
  const clock = clockOf()
  const pace = createPace(clock)
  pace.begin(true, signal)
  const brought = pace.begin(false, signal)
  await brought.working(clock.work(30))
  await brought.rest()
  t.same(clock.gaveTurns, [])
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
