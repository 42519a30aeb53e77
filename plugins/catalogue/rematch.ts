import type { Job, JobQueue, Log, Outbox } from '../../gateway/contracts/index.js'
import { rulesVersion } from '../../standards/matching/compare.js'
import { readDescription } from '../../standards/record/packed.js'
import { settleBlocks } from './blocks.js'
import { matchedOf, readClues } from './clues.js'
import { compareAnew } from './edges.js'
import { regroupAround } from './grouping.js'
import { forgetKeys } from './key-store.js'
import { writePointers } from './pointers.js'
import type { CatalogueDatabase, CatalogueTransaction } from './tables.js'

export interface RematchParts {
  database: CatalogueDatabase
  outbox: Outbox
  jobs: JobQueue
  log: Log
  now(): Date
}

/** Records of one transaction. */
const pageSize = 200

export const rematchTopic = 'catalogue.rematch'

/**
 * What was matched by other rules is matched anew: first every record's keys, then every pair. Until it is done
 * records meet under the old keys or the new, so that works may fall apart for a while; nothing is lost by it.
 */
export const beginRematch = async ({ database, outbox, jobs }: RematchParts): Promise<void> => {
  const known = await database.selectFrom('catalogueMatching').selectAll().executeTakeFirst()
  if (known?.rules === rulesVersion) return
  await database.transaction().execute(async (transaction) => {
    await forgetKeys(transaction)
    for (const table of ['catalogueMatching', 'catalogueCrowd'] as const)
      await transaction.deleteFrom(table).execute()
    const first = await pageAfter(transaction, '', 1)
    const phase = first.length === 0 ? 'done' : 'keys'
    await transaction
      .insertInto('catalogueMatching')
      .values({ rules: rulesVersion, phase, after: '' })
      .execute()
    if (phase !== 'done') await outbox.append(transaction, rematchTopic, {})
  })
  jobs.wake()
}

/** Goes on where it was left: a process may be killed at any page. */
export const rematch =
  (parts: RematchParts) =>
  async (_job: Job, { signal }: { signal: AbortSignal }): Promise<void> => {
    const { database, log } = parts
    for (let pages = 0; ; pages++) {
      signal.throwIfAborted()
      const phase = await database.transaction().execute((transaction) => nextPage(parts, transaction))
      if (phase === 'done') {
        log.info({ rules: rulesVersion, pages }, 'records matched anew')
        return
      }
      parts.jobs.wake()
    }
  }

const nextPage = async (parts: RematchParts, transaction: CatalogueTransaction): Promise<string> => {
  const state = await transaction.selectFrom('catalogueMatching').selectAll().executeTakeFirst()
  if (!state || state.phase === 'done') return 'done'
  const page = await pageAfter(transaction, state.after, pageSize)
  if (page.length > 0)
    await (state.phase === 'keys' ? keyAnew(transaction, page) : joinAnew(parts, transaction, page))
  const isEnd = page.length < pageSize
  const phase = !isEnd ? state.phase : state.phase === 'keys' ? 'edges' : 'done'
  const after = isEnd ? '' : (page.at(-1) as Row).id
  await transaction.updateTable('catalogueMatching').set({ phase, after }).execute()
  return phase
}

interface Row {
  id: string
  description: string
}

const pageAfter = (transaction: CatalogueTransaction, after: string, limit: number): Promise<Row[]> =>
  transaction
    .selectFrom('catalogueRecord')
    .innerJoin('catalogueContent', 'catalogueContent.recordId', 'catalogueRecord.id')
    .select(['id', 'description'])
    .where('id', '>', after)
    .where('state', '=', 'live')
    .where('kind', '=', 'bib')
    .orderBy('id')
    .limit(limit)
    .execute()

const keyAnew = async (transaction: CatalogueTransaction, page: Row[]): Promise<void> => {
  const keyed = page.map(({ id, description }) => ({
    id,
    ...matchedOf(readDescription(description)),
  }))
  for (const { id, clues } of keyed)
    await transaction.updateTable('catalogueContent').set({ clues }).where('recordId', '=', id).execute()
  await writePointers(
    transaction,
    keyed.map(({ id, pointers }) => ({ id, pointers, isKnown: true })),
  )
  const changes = keyed.map(({ id, blocks, copy, clues }) => ({
    id,
    lost: [],
    gained: blocks,
    copyBefore: 0,
    copy,
    clues,
  }))
  await settleBlocks(transaction, changes)
}

const joinAnew = async (
  { outbox, now }: RematchParts,
  transaction: CatalogueTransaction,
  page: Row[],
): Promise<void> => {
  const ids = page.map(({ id }) => id)
  const { linked } = await compareAnew(transaction, ids, readClues(transaction))
  const { works } = await regroupAround(transaction, [...linked], {
    run: rematchTopic,
    at: now().toISOString(),
  })
  if (works.length > 0) await outbox.append(transaction, 'work.changed', { works })
}
