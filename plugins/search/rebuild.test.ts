import t, { type Test } from 'tap'
import { Type } from 'typebox'
import type { Building, Kernel, Plugin, SearchIndex } from '../../gateway/contracts/index.js'
import { testKernel } from '../../gateway/testing.js'
import { createIndexing } from './indexing.js'
import { description, fakeCatalogue, fakeMembers, present, titles } from './testing.js'

const work = (id: string, title: string, version = 1) =>
  present(id, description({ titles: titles(title) }), ['delft'], version)

const opened = async (t: Test, count = 120) => {
  const catalogue = fakeCatalogue()
  let kernel: Kernel | undefined
  const plugin: Plugin = {
    name: 'search',
    place: { stage: 'during', dimension: 'data' },
    options: Type.Object({}),
    requires: ['catalogue'],
    setup: (given) => {
      kernel = given
      return {}
    },
  }
  const { gateway, close } = await testKernel({ plugins: [fakeMembers([]), catalogue.plugin, plugin] })
  t.teardown(close)
  for (let number = 0; number < count; number++)
    catalogue.works.set(`w${number}`, work(`w${number}`, `a title ${number}`))
  const { threads, log, service } = kernel!
  const over = (index: SearchIndex) =>
    createIndexing({ index, catalogue: service('catalogue'), threads, log })
  const database = gateway.database.kysely
  return { catalogue, index: gateway.searchIndex, over, indexing: over(gateway.searchIndex), database }
}

const { signal } = new AbortController()

/** An index whose builds are as they are made here. */
const building = (index: SearchIndex, change: (one: Building) => Partial<Building>): SearchIndex => ({
  ...index,
  beside: async (call) => {
    const one = await index.beside(call)
    return { ...one, ...change(one) }
  },
})

t.test('an index that lost works while it was built is not searched; the old one is', async (t) => {
  const { index, over, indexing } = await opened(t)
  await indexing.rebuild({ signal })
  const losing = building(index, ({ upsert }) => ({
    upsert: (documents) => upsert(documents.filter(({ id }) => id !== 'w7')),
  }))
  await t.rejects(over(losing).rebuild({ signal }), {
    code: 'SEARCH_BUILD_REFUSED',
    message: /holds 119 of 120 works/,
  })
  t.equal(await index.count(), 120)
  t.notOk(await index.isOutdated(), 'what was built is gone')
})

t.test('an index that holds all works and finds them not is not searched', async (t) => {
  const { index, over, indexing } = await opened(t)
  await indexing.rebuild({ signal })
  const mute = building(index, ({ upsert }) => ({
    upsert: (documents) =>
      upsert(documents.map((one) => ({ ...one, text: { ...one.text, title: '', alternative: '' } }))),
  }))
  await t.rejects(over(mute).rebuild({ signal }), { message: /60 of 60 known works are not found/ })
})

t.test(
  'a work that changed since it was filled in, and is not written yet, is no fault of the index',
  async (t) => {
    const { catalogue, index, over, indexing } = await opened(t)
    let version = 1
    const late = building(index, ({ count }) => ({
      count: async () => {
        version++
        for (let number = 0; number < 120; number += 3)
          catalogue.works.set(`w${number}`, work(`w${number}`, `renamed${version}`, version))
        return count()
      },
    }))
    t.same(await over(late).rebuild({ signal }), { indexed: 120 })
    t.match(await indexing.reconcile({ signal }), { stale: 0 })
    t.equal(await index.count(), 120)
  },
)

t.test('a build that another process took over while it was finished is not put in place', async (t) => {
  const { index, over, database } = await opened(t)
  let taken: Building | undefined
  const slow = building(index, ({ finish }) => ({
    finish: async () => {
      await finish()
      // As after a quarter of a minute without a word.
      await database.updateTable('searchIndexState').set({ value: '0' }).where('name', '=', 'build').execute()
      taken = await index.beside({ signal })
    },
  }))
  await t.rejects(over(slow).rebuild({ signal }), { code: 'SEARCH_BUILD_UNDERWAY' })
  t.equal(await index.count(), 0)
  await taken!.finish()
  await taken!.swap()
  await taken!.close()
  t.equal(await index.count(), 120)
})

t.test('works that the engine will not have are no fault of the index', async (t) => {
  const { index, over } = await opened(t)
  const refusing = building(index, ({ upsert }) => ({
    upsert: async (documents) => {
      await upsert(documents.filter(({ id }) => id !== 'w7'))
      const has = documents.some(({ id }) => id === 'w7')
      return has ? [{ id: 'w7', code: 'poison', reason: 'cannot be indexed' }] : []
    },
  }))
  t.same(await over(refusing).rebuild({ signal }), { indexed: 119 })
})

t.test('a build that is cut off is gone on with when the index is next mended', async (t) => {
  const { index, over, indexing } = await opened(t)
  const cut = new AbortController()
  const cutting = building(index, ({ upsert }) => ({
    upsert: async (documents) => {
      await upsert(documents.slice(0, 40))
      cut.abort()
      throw cut.signal.reason
    },
  }))
  await t.rejects(over(cutting).rebuild({ signal: cut.signal }))
  t.ok(await index.isOutdated())
  let written = 0
  const counting = building(index, ({ upsert }) => ({
    upsert: (documents) => {
      written += documents.length
      return upsert(documents)
    },
  }))
  await over(counting).mend(signal)
  t.equal(written, 80, 'what was there is not written again')
  t.equal(await index.count(), 120)
  t.notOk(await index.isOutdated())
  await indexing.mend(signal)
})

t.test('works that change while the index is built are in the one that is searched after it', async (t) => {
  const { catalogue, index, over, indexing } = await opened(t)
  await indexing.rebuild({ signal })
  const busy = building(index, ({ upsert, swap }) => ({
    upsert: async (documents) => {
      catalogue.works.set('w1', work('w1', 'changed', 2))
      catalogue.works.delete('w2')
      await indexing.write(['w1', 'w2'], signal)
      return upsert(documents)
    },
    swap: async () => {
      // Committed, and on its way when the two change places.
      catalogue.works.set('w3', work('w3', 'late', 2))
      await swap()
    },
  }))
  t.same(await over(busy).rebuild({ signal }), { indexed: 119 })
  t.same(await indexing.reconcile({ signal }), {
    written: 0,
    removed: 0,
    missing: 0,
    stale: 0,
    extra: 0,
    refused: [],
  })
})
