import { ShulianError } from '../../gateway/contracts/index.js'
import { tally } from './counting.js'
import { currentAgent } from './redirects.js'
import { type AgentSummary, hiddenSources, type ReadingParts, summariesOf } from './summaries.js'
import { type GraphDatabase, inLists } from './tables.js'
import { type ShownWork, shownWorks } from './works.js'

export interface AgentView extends AgentSummary {
  items: (ShownWork & { roles: string[] })[]
  coAgents: { id: string; name: string; works: number }[]
  /** The last work of this page. */
  next?: string
}

/** @throws ShulianError AGENT_UNKNOWN (404) */
export const readAgent = async (
  parts: ReadingParts,
  id: string,
  { limit, after }: { limit: number; after?: string },
): Promise<AgentView> => {
  const current = await currentAgent(parts.database, id)
  const summary = (await summariesOf(parts, [current])).get(current)
  if (!summary) throw agentUnknown(id)
  const hidden = await hiddenSources(parts)
  const rows = await workRows(parts.database, current, hidden)
  const works = [...rows.keys()].sort().filter((work) => after === undefined || work > after)
  const page = works.slice(0, limit)
  const shown = await shownWorks(parts.catalogue, page)
  return {
    ...summary,
    items: shown.map((work) => ({ ...work, roles: [...(rows.get(work.id) ?? [])].sort() })),
    coAgents: await coAgentsOf(parts, current, [...rows.keys()]),
    ...(works.length > page.length && page.length > 0 && { next: page.at(-1) as string }),
  }
}

export const agentUnknown = (id: string) =>
  new ShulianError('AGENT_UNKNOWN', `There is no agent '${id}'. Look it up by name: GET /v1/agents?q=…`, {
    status: 404,
  })

/** Work → roles in it. */
const workRows = async (
  database: GraphDatabase,
  agent: string,
  hidden: string[],
): Promise<Map<string, Set<string>>> => {
  const rows = await database
    .selectFrom('graphName')
    .innerJoin('graphMention', 'graphMention.name', 'graphName.id')
    .select(['work', 'roles', 'source'])
    .where('agent', '=', agent)
    .execute()
  const works = new Map<string, Set<string>>()
  for (const { work, roles, source } of rows) {
    if (hidden.includes(source)) continue
    const known = works.get(work) ?? new Set()
    for (const role of JSON.parse(roles) as string[]) known.add(role)
    works.set(work, known)
  }
  return works
}

/** Works that are looked through for those who worked with an agent, and how many of them are told. */
const most = { works: 1_000, coAgents: 20 }

const coAgentsOf = async (
  parts: ReadingParts,
  agent: string,
  works: string[],
): Promise<AgentView['coAgents']> => {
  const rows = await inLists(works.slice(0, most.works), (chunk) =>
    parts.database
      .selectFrom('graphMention')
      .innerJoin('graphName', 'graphName.id', 'graphMention.name')
      .select(['agent', 'work'])
      .distinct()
      .where('work', 'in', chunk)
      .where('agent', '<>', agent)
      .execute(),
  )
  const counted = tally(
    [...new Set(rows.map((row) => `${row.agent} ${row.work}`))].map((row) => row.split(' ')[0] as string),
  )
  const shown = await summariesOf(
    parts,
    counted.slice(0, most.coAgents).map(([id]) => id),
  )
  return counted.flatMap(([id, count]) => {
    const summary = shown.get(id)
    return summary ? [{ id, name: summary.name, works: count }] : []
  })
}
