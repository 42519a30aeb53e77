import type { LeftName } from './mentions.js'
import { type GraphDatabase, type GraphTransaction, inChunks, inLists } from './tables.js'

/** A name, the agent it was of (empty: it is new), and the one it is of from now on. */
export interface MovedName {
  name: string
  from: string
  to: string
}

/** Where the ids of agents lead that are no more: to each agent that their names went to, in one step. */
export const saveRedirects = async (
  transaction: GraphTransaction,
  moved: MovedName[],
  left: LeftName[],
): Promise<void> => {
  const successors = await successorsOf(transaction, moved, left)
  if (successors.size === 0 && moved.length === 0) return
  const alive = await livingOf(transaction, [...successors.keys()])
  await inLists(new Set(moved.map(({ to }) => to)), (chunk) =>
    transaction.deleteFrom('graphRedirect').where('fromId', 'in', chunk).execute(),
  )
  for (const [from, to] of successors) if (!alive.has(from)) await lead(transaction, from, to)
}

const successorsOf = async (
  transaction: GraphTransaction,
  moved: MovedName[],
  left: LeftName[],
): Promise<Map<string, Set<string>>> => {
  const successors = new Map<string, Set<string>>()
  const add = (from: string, to: string) => {
    if (from !== '' && from !== to) successors.set(from, (successors.get(from) ?? new Set()).add(to))
  }
  for (const { from, to } of moved) add(from, to)
  const heirs = await inLists(new Set(left.flatMap((one) => one.successors)), (chunk) =>
    transaction.selectFrom('graphName').select(['id', 'agent']).where('id', 'in', chunk).execute(),
  )
  const agents = new Map(heirs.map(({ id, agent }) => [id, agent]))
  for (const { agent, successors: names } of left)
    for (const name of names) add(agent, agents.get(name) ?? '')
  for (const to of successors.values()) to.delete('')
  return successors
}

const livingOf = async (transaction: GraphTransaction, agents: string[]): Promise<Set<string>> => {
  const rows = await inLists(agents, (chunk) =>
    transaction.selectFrom('graphName').select('agent').distinct().where('agent', 'in', chunk).execute(),
  )
  return new Set(rows.map(({ agent }) => agent))
}

/** Whoever led to it leads on. */
const lead = async (transaction: GraphTransaction, gone: string, to: Set<string>): Promise<void> => {
  const led = await transaction
    .deleteFrom('graphRedirect')
    .where('toId', '=', gone)
    .returning('fromId')
    .execute()
  const rows = [gone, ...led.map(({ fromId }) => fromId)].flatMap((fromId) =>
    [...to].map((toId) => ({ fromId, toId })),
  )
  await inChunks(rows, (chunk) =>
    transaction
      .insertInto('graphRedirect')
      .values(chunk)
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
}

/** Where the id of an agent leads now: itself while it lives. */
export const currentAgent = async (database: GraphDatabase, id: string): Promise<string> => {
  const row = await database
    .selectFrom('graphRedirect')
    .select('toId')
    .where('fromId', '=', id)
    .orderBy('toId')
    .limit(1)
    .executeTakeFirst()
  return row?.toId ?? id
}
