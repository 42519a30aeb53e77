import { Type } from 'typebox'
import { type Catalogue, type Plugin, ShulianError, type WorkParts } from '../../gateway/contracts/index.js'
import { testKernel } from '../../gateway/testing.js'
import { describe, type TestRecord } from '../../standards/agents/testing.js'
import { graph } from './index.js'

/** Work → its records, each with an id of its own. */
export type TestWork = { [record: string]: TestRecord }

const partsOf = (id: string, records: TestWork): WorkParts => ({
  id,
  version: 1,
  updatedAt: '2026-03-01T00:00:00Z',
  records: Object.entries(records)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([record, one]) => ({
      id: record,
      source: one.source ?? 'city/main',
      sourceId: record,
      versionOf: null,
      description: JSON.stringify(describe(one)),
    })),
  holders: Object.fromEntries(
    Object.values(records).map(({ source = 'city/main' }) => [
      source,
      { member: source.split('/')[0] as string, memberName: source, memberStage: 'active' },
    ]),
  ),
})

/** A catalogue that is a map, and tells what changed as the real one does: by the outbox. */
const fakeCatalogue = (works = new Map<string, TestWork>()) => {
  const service: Pick<Catalogue, 'documents' | 'works' | 'runs'> = {
    documents: async (ids) =>
      ids.map((id) => {
        const work = works.get(id)
        return work ? { id, gone: false, parts: partsOf(id, work) } : { id, gone: true }
      }),
    works: async (after, limit) =>
      [...works.keys()]
        .sort()
        .filter((id) => after === null || id > after)
        .slice(0, limit)
        .map((id) => ({ id, version: 1 })),
    runs: async () => [],
  }
  let tell: (ids: string[]) => Promise<void> = async () => undefined
  const plugin: Plugin = {
    name: 'catalogue',
    place: { stage: 'during', dimension: 'data' },
    options: Type.Object({}),
    setup: (kernel) => {
      tell = async (ids) => {
        await kernel.database
          .transaction()
          .execute((transaction) => kernel.outbox.append(transaction, 'work.changed', { works: ids }))
      }
      return { service, jobs: [{ topic: 'work.changed', handler: async () => undefined }] }
    },
  }
  return { plugin, works, tell: (ids: string[]) => tell(ids) }
}

/** A gateway with nothing but the graph over a catalogue that the test writes. */
export const openGraph = async (
  t: { teardown(end: () => Promise<void>): void },
  opening: { dataDir?: string; works?: Map<string, TestWork> } = {},
) => {
  const { plugin, works, tell } = fakeCatalogue(opening.works)
  const hidden = new Set<string>()
  const members: Plugin = {
    name: 'members',
    place: { stage: 'before', dimension: 'operations' },
    options: Type.Object({}),
    setup: () => ({
      service: { sources: async () => [...hidden].map((id) => ({ id, share: 'none' })) },
    }),
  }
  const kernel = await testKernel({
    plugins: [members, plugin, graph],
    ...(opening.dataDir !== undefined && { dataDir: opening.dataDir }),
  })
  t.teardown(kernel.close)
  const { gateway, app } = kernel
  const database = gateway.database.kysely
  const get = async (url: string) => {
    const answer = await app.inject(url)
    if (answer.statusCode !== 200) throw new ShulianError('TEST', `${url}: ${answer.body}`)
    return answer.json()
  }
  const built = async () => {
    await gateway.start(new AbortController().signal)
    while ((await get('/v1/agents?limit=0')).behind > 0) await new Promise(setImmediate)
  }
  /** A long job goes on in further ones. */
  const caughtUp = async () => {
    for (let left = 1; left > 0; ) {
      await gateway.jobs.caughtUp('graph.works')
      const { waiting, running } = await gateway.jobs.counts('graph.works')
      left = waiting + running
    }
  }
  await built()
  return {
    works,
    hidden,
    database,
    app,
    get,
    /** Changes works (undefined: gone), and waits until the graph knows. */
    change: async (changes: Record<string, TestWork | undefined>) => {
      for (const [id, work] of Object.entries(changes)) work ? works.set(id, work) : works.delete(id)
      await tell(Object.keys(changes))
      await caughtUp()
    },
    /** Says that these works are new, and waits for nothing. */
    tell,
    caughtUp,
    close: kernel.close,
    /** As a start does when the rules are others than those it was built by. */
    rebuild: async () => {
      await database.updateTable('graphState').set({ revision: '0' }).execute()
      await built()
    },
    find: async (q: string) => (await get(`/v1/agents?q=${encodeURIComponent(q)}&limit=100`)).agents,
    state: async () => ({
      agents: await database.selectFrom('graphName').select(['id', 'agent']).orderBy('id').execute(),
      mentions: await database.selectFrom('graphMention').selectAll().orderBy('id').execute(),
      clues: await database
        .selectFrom('graphClue')
        .selectAll()
        .orderBy('clue')
        .orderBy('name')
        .orderBy('mention')
        .execute(),
      forms: await database.selectFrom('graphForm').selectAll().orderBy('text').orderBy('name').execute(),
      subjects: await database.selectFrom('graphSubject').selectAll().orderBy('id').execute(),
      about: await database
        .selectFrom('graphAbout')
        .selectAll()
        .orderBy('subject')
        .orderBy('record')
        .execute(),
      overflow: await database.selectFrom('graphOverflow').selectAll().orderBy('clue').execute(),
    }),
  }
}
