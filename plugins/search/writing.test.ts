import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import type { Catalogue, Kernel } from '../../gateway/contracts/index.js'
import { silentLog } from '../../gateway/contracts/log.js'
import { createThreadPool } from '../../gateway/threads/pool.js'
import { equalize, sumOf } from './comparing.js'
import { description, fakeCatalogue, present, titles } from './testing.js'
import { createWriting, type Written } from './writing.js'

const { signal } = new AbortController()

for (const writesAtOnce of [1, 3])
  t.test(`as many batches as the engine asks for are under way at once: ${writesAtOnce}`, async (t) => {
    const threads = createThreadPool()
    t.teardown(() => threads.close())
    const works = fakeCatalogue()
    const { service } = works.plugin.setup({} as Kernel, {}) as { service: Catalogue }
    const ids = Array.from({ length: 4_500 }, (_, number) => `w${String(number).padStart(4, '0')}`)
    for (const id of ids) works.works.set(id, present(id, description({ titles: titles(`title ${id}`) })))
    let [now, most, begun, largest] = [0, 0, 0, 0]
    const index: Written = {
      isAtomic: false,
      writesAtOnce,
      upsert: async ({ length }) => {
        most = Math.max(most, ++now)
        largest = Math.max(largest, length)
        // The engine keeps the first in its queue until as many as may are there.
        for (begun++; most < writesAtOnce && begun < 5; ) await sleep(5)
        now--
        return []
      },
    }
    const write = createWriting({ catalogue: service, threads, log: silentLog })
    t.equal((await write(index, ids, signal)).written, ids.length)
    t.equal(most, writesAtOnce, 'of one job')
    t.equal(
      largest,
      4_500 / writesAtOnce,
      'and share the works that are under way; few that are left over are no batch',
    )
    ;[most, begun] = [0, 0]
    const all = equalize({
      catalogue: service,
      write,
      index: { ...index, remove: async () => undefined, list: async () => [] },
      signal,
    })
    t.equal((await sumOf(all)).written, ids.length)
    t.equal(most, writesAtOnce, 'of a build')
  })

t.test('what is read for nobody, since the gateway ends, fails in silence', async (t) => {
  const unheard: unknown[] = []
  const hear = (error: unknown) => void unheard.push(error)
  process.on('unhandledRejection', hear)
  t.teardown(() => process.off('unhandledRejection', hear))
  const threads = createThreadPool()
  t.teardown(() => threads.close())
  const catalogue = {
    documents: async () => {
      await sleep(5)
      throw new Error('the database was closed')
    },
  } as unknown as Catalogue
  const index: Written = {
    isAtomic: false,
    writesAtOnce: 1,
    upsert: async () => [],
  }
  const write = createWriting({ catalogue, threads, log: silentLog })
  await t.rejects(write(index, ['w1'], AbortSignal.abort()), { name: 'AbortError' })
  await sleep(30)
  t.same(unheard, [])
})
