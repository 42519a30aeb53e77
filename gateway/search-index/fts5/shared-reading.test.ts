import t from 'tap'
import type { SearchQuery, SearchResult } from '../../contracts/search-index.js'
import { query, words } from '../suite/documents.js'
import type { ReadingThread } from './reading-thread.js'
import { shareReading } from './shared-reading.js'

const found = (total: number): SearchResult => ({ total, totalIsExact: true, hits: [], facets: {} })

/** A thread that answers when it is told to. */
const pretended = () => {
  const asked: { query: SearchQuery; answer(result: SearchResult | null): void }[] = []
  const threads: { onEnd(): void; closed: boolean }[] = []
  const open = (onEnd: () => void): ReadingThread => {
    const state = { onEnd, closed: false }
    threads.push(state)
    return {
      search: (query) => new Promise((resolve) => asked.push({ query, answer: resolve })),
      waiting: () => asked.length,
      close: async () => {
        state.closed = true
      },
    }
  }
  return { asked, threads, open }
}

/** Three at once, until a thread is worth its start: it is given the first two, which it answers. */
const crowd = async (
  sharing: ReturnType<typeof shareReading>,
  { asked }: ReturnType<typeof pretended>,
): Promise<void> => {
  while (!sharing.isShared()) {
    const three = [1, 2, 3].map(() => sharing.search(query({ all: words('x') })))
    await three[2]
    for (const { answer } of asked.splice(0)) answer(found(0))
    await Promise.all(three)
  }
}

t.test('one after the other is done here, and starts no thread', async (t) => {
  const { open, threads } = pretended()
  const sharing = shareReading(() => found(1), open, 2)
  for (let at = 0; at < 100; at++) t.equal((await sharing.search(query({}))).total, 1)
  t.equal(threads.length, 0)
})

t.test('of several that wait some are given to a thread, and whoever is free does the rest', async (t) => {
  const thread = pretended()
  const { open, asked } = thread
  const here: SearchQuery[] = []
  const sharing = shareReading(
    (one) => {
      here.push(one)
      return found(1)
    },
    open,
    2,
  )
  await crowd(sharing, thread)
  here.length = 0
  const six = Array.from({ length: 6 }, (_, at) => sharing.search(query({ limit: at + 1 })))
  await Promise.all(six.slice(2))
  t.same(
    asked.map(({ query: { limit } }) => limit),
    [1, 2],
    'no more than it can do and the next',
  )
  t.same(
    here.map(({ limit }) => limit),
    [3, 4, 5, 6],
  )
  asked[0]?.answer(found(7))
  t.equal((await six[0])?.total, 7)
  asked[1]?.answer(null)
  t.equal((await six[1])?.total, 1, 'what the thread cannot do is done here')
  t.equal(here.length, 5)
})

t.test('what fails here is told to the one who asked, and to nobody else', async (t) => {
  const sharing = shareReading(
    ({ limit }) => {
      if (limit === 2) throw new Error('no such cursor')
      return found(1)
    },
    pretended().open,
    2,
  )
  const three = [1, 2, 3].map((limit) => sharing.search(query({ limit })))
  await t.rejects(three[1] as Promise<unknown>, { message: 'no such cursor' })
  t.equal((await three[2])?.total, 1)
})

t.test('a thread that ended is started again by the next crowd, and closed with the index', async (t) => {
  const thread = pretended()
  const { open, threads } = thread
  const sharing = shareReading(() => found(1), open, 2)
  await crowd(sharing, thread)
  threads[0]?.onEnd()
  t.notOk(sharing.isShared())
  await crowd(sharing, thread)
  await sharing.close()
  t.same(
    threads.map(({ closed }) => closed),
    [false, true],
  )
})

t.test('with one processor there is no thread', async (t) => {
  const { open, threads } = pretended()
  const sharing = shareReading(() => found(1), open, 1)
  for (let at = 0; at < 40; at++) await Promise.all([1, 2, 3].map(() => sharing.search(query({}))))
  t.equal(threads.length, 0)
})
