import { foldWords } from '../../standards/text/folding.js'
import type { Place } from './cursor.js'
import { type AgentSummary, type ReadingParts, summariesOf } from './summaries.js'
import { type GraphDatabase, inLists } from './tables.js'

export interface AgentPage {
  agents: AgentSummary[]
  /** Where the next page begins. */
  next?: Place
}

/** Agents that a text begins to name, in the order of their names; all of them in the order of their ids without one. */
export const findAgents = async (
  parts: ReadingParts,
  { q, limit, after }: { q: string; limit: number; after?: Place },
): Promise<AgentPage> => {
  const text = foldWords(q).join(/\p{sc=Han}/u.test(q) ? '' : ' ')
  const rows = await (text === ''
    ? everyAgent(parts.database, limit, after)
    : beginning(parts.database, text, limit, after))
  const summaries = await summariesOf(parts, [...new Set(rows.map(({ id }) => id))])
  const last = rows.at(-1)
  return {
    agents: [...summaries.values()],
    ...(last && rows.length === limit && { next: last }),
  }
}

const everyAgent = async (database: GraphDatabase, limit: number, after?: Place): Promise<Place[]> => {
  const rows = await database
    .selectFrom('graphName')
    .select('agent')
    .distinct()
    .where('agent', '>', after?.id ?? '')
    .orderBy('agent')
    .limit(limit)
    .execute()
  return rows.map(({ agent }) => ({ text: '', id: agent }))
}

/** Each agent at the first of its texts that begin so, and nowhere else. */
const beginning = async (
  database: GraphDatabase,
  text: string,
  limit: number,
  after?: Place,
): Promise<Place[]> => {
  const found: Place[] = []
  let place = after
  while (found.length < limit) {
    const rows = await textsAfter(database, text, limit, place)
    const first = await firstTexts(database, text, rows)
    for (const row of rows) if (found.length < limit && first.get(row.id) === row.text) found.push(row)
    if (rows.length < limit) break
    place = rows.at(-1)
  }
  return found
}

const textsAfter = (
  database: GraphDatabase,
  text: string,
  limit: number,
  after?: Place,
): Promise<Place[]> => {
  const begun = database
    .selectFrom('graphForm')
    .innerJoin('graphName', 'graphName.id', 'graphForm.name')
    .select(['text', 'agent as id'])
    .distinct()
    .where('text', '>=', after?.text ?? text)
    .where('text', '<', `${text}\u{10ffff}`)
  const rest = after
    ? begun.where(({ or, eb }) => or([eb('text', '>', after.text), eb('agent', '>', after.id)]))
    : begun
  return rest.orderBy('text').orderBy('agent').limit(limit).execute()
}

const firstTexts = async (
  database: GraphDatabase,
  text: string,
  rows: Place[],
): Promise<Map<string, string>> => {
  const all = await inLists(new Set(rows.map(({ id }) => id)), (chunk) =>
    database
      .selectFrom('graphName')
      .innerJoin('graphForm', 'graphName.id', 'graphForm.name')
      .select(({ fn }) => ['agent', fn.min('text').as('first')])
      .where('agent', 'in', chunk)
      .where('text', '>=', text)
      .where('text', '<', `${text}\u{10ffff}`)
      .groupBy('agent')
      .execute(),
  )
  return new Map(all.map(({ agent, first }) => [agent, first]))
}
