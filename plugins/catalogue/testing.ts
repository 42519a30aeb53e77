import { Type } from 'typebox'
import type { AdapterKind, Call, HarvestPage, Plugin, Resume } from '../../gateway/contracts/index.js'
import { testKernel } from '../../gateway/testing.js'
import { writeIso2709 } from '../../standards/formats/iso2709-write.js'
import type { Change } from '../../standards/record/change.js'
import { assembleWork } from '../../standards/work/assemble.js'
import { members } from '../members/index.js'
import { catalogue } from './index.js'

/** A MARC 21 record for tests: what is not named is left out. */
export const marc = (parts: {
  id?: string
  title?: string
  isbn?: string
  author?: string
  year?: string
  publisher?: string
  pages?: number
  deleted?: boolean
  subject?: string
}): Uint8Array => {
  const field = (tag: string, ind: string, code: string, value: string | undefined) =>
    value === undefined
      ? []
      : [{ tag, ind1: ind[0] as string, ind2: ind[1] as string, subfields: [{ code, value }] }]
  return writeIso2709(
    {
      leader: `00000${parts.deleted ? 'd' : 'n'}am a2200000 a 4500`,
      fields: [
        ...(parts.id === undefined ? [] : [{ tag: '001', value: parts.id }]),
        { tag: '008', value: '850101s1985    xx            000 0 eng d' },
        ...field('020', '  ', 'a', parts.isbn),
        ...field('100', '1 ', 'a', parts.author),
        ...field('245', '10', 'a', parts.title),
        ...field('260', '  ', 'b', parts.publisher),
        ...field('260', '  ', 'c', parts.year),
        ...field('300', '  ', 'a', parts.pages === undefined ? undefined : `${parts.pages} p.`),
        ...field('650', ' 0', 'a', parts.subject),
      ],
    },
    'utf-8',
  )
}

export const put = (parts: Parameters<typeof marc>[0]): Change => ({
  kind: 'bib',
  op: 'put',
  format: 'marc21',
  bytes: marc(parts),
})
export const remove = (sourceId: string): Change => ({ kind: 'bib', op: 'delete', sourceId })

export interface Script {
  pages: Change[][]
  failBefore?: number
  asked: (Resume | null)[]
  /** Awaited before each page. */
  before?: (page: number) => Promise<void> | void
}

/** A source whose pages the test writes; it may stop in the middle, as a cut connection does. */
export const scripted = (script: Script): AdapterKind => ({
  kind: 'scripted',
  summary: 'Pages that a test wrote',
  capabilities: ['harvest'],
  options: Type.Object({}),
  connect: () => ({
    probe: async () => ({ name: 'script', protocol: 'test' }),
    async *harvest(resume: Resume | null, _call: Call): AsyncIterable<HarvestPage> {
      script.asked.push(resume)
      const start = typeof resume?.['page'] === 'number' ? resume['page'] : 0
      for (let page = start; page < script.pages.length; page++) {
        await script.before?.(page)
        if (page === script.failBefore) throw new Error('connection cut')
        yield {
          changes: script.pages[page] as Change[],
          resume: page + 1 < script.pages.length ? { page: page + 1 } : { page: 0, from: 'later' },
        }
      }
    },
  }),
})

/** Takes the place of the search: says that works were indexed. */
export const sink: Plugin = {
  name: 'sink',
  place: { stage: 'during', dimension: 'data' },
  options: Type.Object({}),
  setup: () => ({ jobs: [{ topic: 'work.changed', handler: async () => undefined }] }),
}

export interface Opening {
  script?: Script
  dataDir?: string
  now?: () => Date
}

/** A gateway with members one and two, each with a source main; nothing but the catalogue behind it. */
export const openCatalogue = async (
  t: { teardown(end: () => Promise<void>): void },
  { script = { pages: [], asked: [] }, ...rest }: Opening = {},
) => {
  const kernel = await testKernel({
    plugins: [members, catalogue, sink],
    adapters: [scripted(script)],
    ...rest,
  })
  t.teardown(kernel.close)
  const { services } = kernel
  const database = kernel.gateway.database.kysely
  const there = new Set((await services.members.list()).map(({ id }) => id))
  for (const id of ['one', 'two'].filter((id) => !there.has(id))) {
    await services.members.add({ id, name: id, type: 'library' })
    await services.members.addSource({ member: id, name: 'main', adapter: 'scripted', options: {} })
  }
  const signal = new AbortController().signal
  return {
    ...kernel,
    database,
    catalogue: services.catalogue,
    get: async (url: string) => (await kernel.app.inject({ url })).json(),
    push: (source: string, changes: Change[]) => services.catalogue.push(source, changes, { signal }),
    harvest: (options: { full?: boolean } = {}) => services.catalogue.harvest('one', { signal, ...options }),
    workIdOf: async (source: string, sourceId: string): Promise<string | null> => {
      const row = await database
        .selectFrom('catalogueRecord')
        .select('workId')
        .where('source', '=', source)
        .where('sourceId', '=', sourceId)
        .executeTakeFirst()
      return row?.workId ?? null
    },
  }
}

/** The catalogue as it stands, in an order of its own: what two ways to the same end are compared by. */
export const standing = async ({
  database,
  catalogue,
}: Pick<Awaited<ReturnType<typeof openCatalogue>>, 'database' | 'catalogue'>) => {
  const rows = (query: { execute(): Promise<object[]> }) => query.execute()
  const works: string[] = (
    await database.selectFrom('catalogueWork').select('id').where('gone', '=', 0).orderBy('id').execute()
  ).map(({ id }) => id)
  const documents = await catalogue.documents(works)
  return {
    records: await rows(
      database
        .selectFrom('catalogueRecord')
        .innerJoin('catalogueContent', 'catalogueContent.recordId', 'catalogueRecord.id')
        .select(['id', 'source', 'sourceId', 'kind', 'state', 'hash', 'workId', 'versionOf'])
        .select(['description', 'bytes'])
        .where('state', '=', 'live')
        .orderBy('id'),
    ),
    keys: await rows(
      database
        .selectFrom('catalogueKey')
        .selectAll()
        .union(database.selectFrom('catalogueRecentKey').selectAll())
        .orderBy('block')
        .orderBy('recordId'),
    ),
    crowds: await rows(database.selectFrom('catalogueCrowd').selectAll().orderBy('block')),
    edges: await rows(database.selectFrom('catalogueEdge').selectAll().orderBy('a').orderBy('b')),
    quarantine: await rows(
      database
        .selectFrom('catalogueQuarantine')
        .select(['source', 'sourceId', 'hash', 'finding'])
        .where('state', '=', 'open')
        .orderBy('hash'),
    ),
    works: documents.map((document) =>
      document.gone ? document : { ...assembleWork(document.parts).work, version: 0, updatedAt: '' },
    ),
  }
}
