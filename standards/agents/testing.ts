import type { Agent, Description } from '../record/v1-draft.js'
import { cluster, type Pair } from './cluster.js'
import { areOne, type Comparison, compareNames } from './evidence.js'
import { type Mention, mentionsOf } from './mentions.js'

export interface TestRecord extends Partial<Omit<Description, 'titles' | 'agents'>> {
  title?: string
  /** A heading as a librarian writes it, or an agent in full. */
  agents: (string | Partial<Agent>)[]
  source?: string
  work?: string
}

/** A record of nothing but what is given. */
export const describe = ({
  title = '题名',
  agents,
  source: _,
  work: __,
  ...rest
}: TestRecord): Description => ({
  type: 'book',
  titles: [{ value: title, kind: 'original' }],
  agents: agents.map((agent) => ({
    names: [{ value: typeof agent === 'string' ? agent : '', kind: 'original' }],
    type: 'person',
    role: 'aut',
    main: true,
    ...(typeof agent === 'string' ? {} : agent),
  })),
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
  ...rest,
})

export const named = (value: string, more: Partial<Agent> = {}): Partial<Agent> => ({
  names: [{ value, kind: 'original' }],
  ...more,
})

/** Names of a record. */
export const read = (record: TestRecord): Mention[] =>
  mentionsOf({
    source: record.source ?? 'city/main',
    description: describe(record),
    ...(record.work !== undefined && { sharedWork: record.work }),
  })

/** The first agents of two records, compared. */
export const compared = (one: TestRecord, other: TestRecord): Comparison & { isOne: boolean } => {
  const [first, second] = [read(one)[0] as Mention, read(other)[0] as Mention]
  const clues = new Set(second.clues)
  const comparison = compareNames(
    first.known,
    second.known,
    first.clues.filter((clue) => clues.has(clue)),
  )
  return { ...comparison, isOne: areOne(comparison) }
}

/** Every name of the records, put together; each as `record:heading`. */
export const agentsOf = (records: TestRecord[]): string[][] => {
  const mentions = new Map(
    records.flatMap((record, at) =>
      read(record).map((mention) => [`${at + 1}:${mention.names[0]?.value}`, mention] as const),
    ),
  )
  const ids = [...mentions.keys()].sort()
  const pairs: Pair[] = ids.flatMap((a, at) =>
    ids.slice(at + 1).flatMap((b) => {
      const [one, other] = [mentions.get(a) as Mention, mentions.get(b) as Mention]
      const clues = one.clues.filter((clue) => other.clues.includes(clue))
      const comparison = compareNames(one.known, other.known, clues)
      return areOne(comparison) ? [{ a, b, comparison }] : []
    }),
  )
  const known = new Map(ids.map((id) => [id, (mentions.get(id) as Mention).known]))
  return cluster(known, pairs).clusters.map(({ names }) => names)
}
