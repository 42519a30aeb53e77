import { Type } from 'typebox'
import {
  type Catalogue,
  type Member,
  type Plugin,
  ShulianError,
  type Work,
  type WorkParts,
} from '../../gateway/contracts/index.js'
import type { Description } from '../../standards/record/v1-draft.js'

/** A description with nothing but what is given. */
export const description = (
  given: Partial<Description> & { titles: Description['titles'] },
): Description => ({
  type: 'book',
  agents: [],
  languages: [],
  dates: [],
  publication: [],
  identifiers: [],
  controlNumbers: [],
  subjects: [],
  classes: [],
  relations: [],
  abstracts: [],
  notes: [],
  links: [],
  holdings: [],
  provenance: {},
  ...given,
})

export const titles = (value: string, pinyin?: string): Description['titles'] => [
  { value, kind: 'original' },
  ...(pinyin === undefined ? [] : [{ value: pinyin, kind: 'pinyin' as const }]),
]

export const agent = (value: string): Description['agents'][number] => ({
  names: [{ value, kind: 'original' }],
  type: 'person',
  role: 'aut',
  main: true,
})

/** A work that each of these members has a record of, which all say the same. */
export const present = (
  id: string,
  one: Description,
  members: string[] = ['delft'],
  version = 1,
): WorkParts => ({
  id,
  version,
  updatedAt: '2026-03-01T00:00:00Z',
  records: members.map((member) => ({
    id: `r_${id}${member}`,
    source: `${member}/main`,
    sourceId: `${id}-${member}`,
    versionOf: null,
    description: JSON.stringify(one),
  })),
  holders: Object.fromEntries(
    members.map((member) => [`${member}/main`, { member, memberName: member, memberStage: 'active' }]),
  ),
})

/** A catalogue that is a map, and says what changed as the real one does: by the outbox. */
export const fakeCatalogue = () => {
  const works = new Map<string, WorkParts>()
  /** What became part of another, and of which. */
  const merged = new Map<string, string>()
  const service: Pick<Catalogue, 'documents' | 'work' | 'works' | 'versions' | 'counts'> = {
    documents: async (ids) =>
      ids.map((id) => {
        const parts = works.get(id)
        return parts ? { id, gone: false, parts } : { id, gone: true }
      }),
    work: async (id) => {
      const now = merged.get(id)
      if (now !== undefined) return { id: now } as Work
      throw new ShulianError('WORK_UNKNOWN', `There is no work '${id}'.`, { status: 404 })
    },
    works: async (after, limit) =>
      [...works.values()]
        .filter(({ id }) => after === null || id > after)
        .sort((one, other) => (one.id < other.id ? -1 : 1))
        .slice(0, limit)
        .map(({ id, version }) => ({ id, version })),
    versions: async (ids) =>
      new Map(ids.flatMap((id) => (works.has(id) ? [[id, works.get(id)!.version] as const] : []))),
    counts: async () => ({ records: works.size, works: works.size, deleted: 0, quarantined: 0 }),
  }
  let announce: (ids: string[]) => Promise<void> = async () => undefined
  const plugin: Plugin = {
    name: 'catalogue',
    place: { stage: 'during', dimension: 'data' },
    options: Type.Object({}),
    setup(kernel) {
      announce = async (ids) => {
        await kernel.database
          .transaction()
          .execute((transaction) => kernel.outbox.append(transaction, 'work.changed', { works: ids }))
        await kernel.jobs.caughtUp('work.changed')
      }
      return { service }
    },
  }
  return { plugin, works, merged, announce: (ids: string[]) => announce(ids) }
}

export const fakeMembers = (members: Member[]): Plugin => ({
  name: 'members',
  place: { stage: 'before', dimension: 'operations' },
  options: Type.Object({}),
  setup: () => ({ service: { list: async () => members } }),
})
