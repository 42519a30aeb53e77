import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { equalize, sumOf } from '../../plugins/search/comparing.js'
import { description, fakeCatalogue, present, titles } from '../../plugins/search/testing.js'
import { createWriting } from '../../plugins/search/writing.js'
import type { Catalogue, Kernel, SearchIndex } from '../contracts/index.js'
import { silentLog } from '../contracts/log.js'
import { openDatabase } from '../database/open.js'
import { createThreadPool } from '../threads/pool.js'
import { createEmbeddedIndex } from './embedded.js'
import { startStandIn } from './meilisearch/stand-in/index.js'
import { createMeilisearchIndex } from './meilisearch.js'

const key = 'a-key-for-tests'
const { signal } = new AbortController()

/** Each engine as two processes open it. */
const engines: Record<string, (t: Test) => Promise<SearchIndex[]>> = {
  embedded: async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'shulian-late-'))
    t.teardown(() => rmSync(folder, { recursive: true, force: true }))
    return [1, 2].map(() => {
      const database = openDatabase({ path: join(folder, 'one.db') })
      t.teardown(() => database.close())
      return createEmbeddedIndex(database)
    })
  },
  meilisearch: async (t) => {
    const engine = await startStandIn({ key })
    t.teardown(engine.close)
    return [1, 2].map(() => {
      const index = createMeilisearchIndex({
        urls: [engine.url],
        key,
        id: async () => 'late',
        log: silentLog,
      })
      t.teardown(() => index.close())
      return index
    })
  },
}

const opened = async (t: Test, open: (t: Test) => Promise<SearchIndex[]>) => {
  const threads = createThreadPool()
  t.teardown(() => threads.close())
  const catalogue = fakeCatalogue()
  const { service } = catalogue.plugin.setup({} as Kernel, {}) as { service: Catalogue }
  const write = createWriting({ catalogue: service, threads, log: silentLog })
  const hold = (title: string, version: number) =>
    catalogue.works.set('w1', present('w1', description({ titles: titles(title) }), ['delft'], version))
  const [late, other] = (await open(t)) as [SearchIndex, SearchIndex]
  await other.count()
  return { catalogue: service, works: catalogue.works, write, hold, late, other }
}

for (const [name, open] of Object.entries(engines)) {
  t.test(`${name}: who read an older version and writes late does not replace the newer`, async (t) => {
    const { write, hold, late, other } = await opened(t, open)
    hold('first', 1)
    let isLate = false
    const held: Pick<SearchIndex, 'isAtomic' | 'writesAtOnce' | 'upsert'> = {
      // As if it died before it could look again.
      isAtomic: true,
      writesAtOnce: 1,
      upsert: async (documents) => {
        isLate = true
        hold('second', 2)
        await write(other, ['w1'], signal)
        return late.upsert(documents)
      },
    }
    await write(held, ['w1'], signal)
    t.ok(isLate)
    t.equal((await other.list(null, 1))[0]!.version >> 8, 2)
  })
  t.test(`${name}: who removes late does not remove what came back`, async (t) => {
    const { catalogue, works, write, hold, late, other } = await opened(t, open)
    const held: SearchIndex = {
      ...late,
      upsert: async (documents, gone = []) => {
        if (gone.length > 0 && works.size === 0) {
          hold('back', 2)
          await write(other, ['w1'], signal)
        }
        return late.upsert(documents, gone)
      },
    }
    const ways = {
      'by a job': () => write(held, ['w1'], signal),
      'by comparing': () => sumOf(equalize({ catalogue, write, index: held, signal })),
    }
    for (const [way, remove] of Object.entries(ways)) {
      hold('first', 1)
      await write(other, ['w1'], signal)
      works.clear()
      await remove()
      t.match(await other.list(null, 9), [{ id: 'w1' }], way)
      await other.remove(['w1'])
    }
  })
}
