import { addClues, removeClues } from './clues.js'
import { type Stated, textsOf } from './rows.js'
import { type GraphTables, type GraphTransaction, inChunks, inLists } from './tables.js'

export type MentionRow = GraphTables['graphMention']

/** What is there of these works, and of their records in other works: they came from there. */
export const mentionsIn = async (
  transaction: GraphTransaction,
  works: readonly string[],
  stated: readonly Stated[],
): Promise<MentionRow[]> => {
  const ofWorks = await inLists(works, (chunk) =>
    transaction.selectFrom('graphMention').selectAll().where('work', 'in', chunk).execute(),
  )
  const known = new Set(ofWorks.map(({ record }) => record))
  const records = new Set(stated.map(({ row }) => row.record).filter((record) => !known.has(record)))
  const moved = await inLists(records, (chunk) =>
    transaction.selectFrom('graphMention').selectAll().where('record', 'in', chunk).execute(),
  )
  return [...new Map([...ofWorks, ...moved].map((row) => [row.id, row])).values()]
}

/** A name that no record has any more, with its agent and who has taken its place in its record. */
export interface LeftName {
  name: string
  agent: string
  successors: string[]
}

/** Takes the one away and writes the other. */
export const exchange = async (
  transaction: GraphTransaction,
  gone: MentionRow[],
  fresh: Stated[],
): Promise<{ left: LeftName[]; added: Set<string> }> => {
  await removeClues(transaction, gone)
  await inLists(
    gone.map(({ id }) => id),
    (chunk) => transaction.deleteFrom('graphMention').where('id', 'in', chunk).execute(),
  )
  const added = await addMentions(transaction, fresh)
  return { left: await removeNames(transaction, gone, fresh), added }
}

const addMentions = async (transaction: GraphTransaction, fresh: Stated[]): Promise<Set<string>> => {
  const ids = new Set(fresh.map(({ row }) => row.name))
  const known = await inLists(ids, (chunk) =>
    transaction.selectFrom('graphName').select('id').where('id', 'in', chunk).execute(),
  )
  for (const { id } of known) ids.delete(id)
  const names = new Map(fresh.filter(({ row }) => ids.has(row.name)).map((one) => [one.row.name, one.known]))
  await inChunks([...names], (chunk) =>
    transaction
      .insertInto('graphName')
      .values(chunk.map(([id, one]) => ({ id, known: JSON.stringify(one), agent: '' })))
      .execute(),
  )
  const forms = [...names].flatMap(([name, one]) => textsOf(one).map((text) => ({ text, name })))
  await inChunks(forms, (chunk) => transaction.insertInto('graphForm').values(chunk).execute())
  await inChunks(fresh, (chunk) =>
    transaction
      .insertInto('graphMention')
      .values(chunk.map(({ row }) => row))
      .execute(),
  )
  await addClues(transaction, fresh)
  return ids
}

const removeNames = async (
  transaction: GraphTransaction,
  gone: MentionRow[],
  fresh: Stated[],
): Promise<LeftName[]> => {
  const names = new Set(gone.map(({ name }) => name))
  const still = await inLists(names, (chunk) =>
    transaction.selectFrom('graphMention').select('name').distinct().where('name', 'in', chunk).execute(),
  )
  for (const { name } of still) names.delete(name)
  const rows = await inLists(names, (chunk) =>
    transaction.deleteFrom('graphName').where('id', 'in', chunk).returningAll().execute(),
  )
  await inLists(names, (chunk) => transaction.deleteFrom('graphForm').where('name', 'in', chunk).execute())
  return rows.map(({ id, known, agent }) => {
    const texts = textsOf(JSON.parse(known))
    const records = new Set(gone.filter(({ name }) => name === id).map(({ record }) => record))
    const heirs = fresh.filter(
      (one) => records.has(one.row.record) && textsOf(one.known).some((text) => texts.includes(text)),
    )
    return { name: id, agent, successors: heirs.map(({ row }) => row.name) }
  })
}
