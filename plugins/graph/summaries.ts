import type { Catalogue, Members } from '../../gateway/contracts/index.js'
import type { Known } from '../../standards/agents/compare.js'
import type { Name } from '../../standards/record/names.js'
import { tally } from './counting.js'
import { type GraphDatabase, type GraphTables, inLists } from './tables.js'

export interface ReadingParts {
  database: GraphDatabase
  catalogue: Pick<Catalogue, 'documents'>
  members: Pick<Members, 'sources'>
}

type Mention = Pick<
  GraphTables['graphMention'],
  'name' | 'work' | 'record' | 'source' | 'roles' | 'names' | 'dates'
>

export interface AgentName {
  value: string
  kind: Name['kind']
  script?: string
  /** Records that write it so. */
  records: number
}

export interface AgentSummary {
  id: string
  type: Known['type']
  /** As most records write it. */
  name: string
  names: AgentName[]
  dates: string[]
  authorities: { scheme: string; id: string }[]
  works: number
}

/** Records of one agent that are read for its names: of one with more, these tell enough. */
const mostMentions = 2_000

/** What of these agents may be shown; those that only hidden sources name are absent. */
export const summariesOf = async (
  parts: ReadingParts,
  agents: readonly string[],
): Promise<Map<string, AgentSummary>> => {
  const hidden = await hiddenSources(parts)
  const found = new Map<string, AgentSummary>()
  for (const id of agents) {
    const names = await namesOf(parts.database, id)
    const mentions = await mentionsOf(
      parts.database,
      names.map((name) => name.id),
      hidden,
    )
    if (mentions.length > 0) found.set(id, await summaryOf(parts, id, names, mentions, hidden))
  }
  return found
}

export interface StoredName {
  id: string
  known: Known
}

export const namesOf = async (database: GraphDatabase, agent: string): Promise<StoredName[]> => {
  const rows = await database
    .selectFrom('graphName')
    .select(['id', 'known'])
    .where('agent', '=', agent)
    .orderBy('id')
    .execute()
  return rows.map(({ id, known }) => ({ id, known: JSON.parse(known) as Known }))
}

/** What a source shares with nobody is as if it were not there. */
export const hiddenSources = async ({ members }: Pick<ReadingParts, 'members'>): Promise<string[]> =>
  (await members.sources()).filter(({ share }) => share === 'none').map(({ id }) => id)

const mentionsOf = async (database: GraphDatabase, names: string[], hidden: string[]): Promise<Mention[]> => {
  const rows: Mention[] = []
  for (let at = 0; at < names.length && rows.length < mostMentions; at += 100)
    rows.push(
      ...(await database
        .selectFrom('graphMention')
        .select(['name', 'work', 'record', 'source', 'roles', 'names', 'dates'])
        .where('name', 'in', names.slice(at, at + 100))
        .orderBy('id')
        .limit(mostMentions - rows.length)
        .execute()),
    )
  return rows.filter(({ source }) => !hidden.includes(source))
}

const summaryOf = async (
  { database }: ReadingParts,
  id: string,
  names: StoredName[],
  mentions: Mention[],
  hidden: string[],
): Promise<AgentSummary> => {
  const written = writtenNames(mentions)
  const numbers = new Set(names.flatMap(({ known }) => known.authority ?? []))
  const shown = new Set(mentions.map(({ name }) => name))
  return {
    id,
    type: (names.find((name) => shown.has(name.id)) as StoredName).known.type,
    name: (written.find(({ kind }) => kind === 'original') ?? (written[0] as AgentName)).value,
    names: written.slice(0, 50),
    dates: tally(mentions.flatMap(({ dates }) => dates ?? [])).map(([value]) => value),
    authorities: [...numbers].sort().map(authorityOf),
    works: await countWorks(
      database,
      names.map((name) => name.id),
      hidden,
    ),
  }
}

const authorityOf = (number: string) => {
  const at = number.indexOf(' ')
  return { scheme: number.slice(0, at), id: number.slice(at + 1) }
}

const writtenNames = (mentions: Mention[]): AgentName[] => {
  const all = mentions.flatMap(({ names }) => JSON.parse(names) as Name[])
  return tally(all.map(({ value, kind, script }) => JSON.stringify([value, kind, script]))).map(
    ([text, records]) => {
      const [value, kind, script] = JSON.parse(text) as [string, Name['kind'], string | null]
      return { value, kind, ...(script && { script }), records }
    },
  )
}

const countWorks = async (database: GraphDatabase, names: string[], hidden: string[]): Promise<number> => {
  const works = new Set<string>()
  const rows = await inLists(names, (chunk) =>
    database
      .selectFrom('graphMention')
      .select(['work', 'source'])
      .distinct()
      .where('name', 'in', chunk)
      .execute(),
  )
  for (const { work, source } of rows) if (!hidden.includes(source)) works.add(work)
  return works.size
}
