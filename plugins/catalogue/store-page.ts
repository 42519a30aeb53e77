import type { Change } from '../../standards/record/change.js'
import { type DescribedRecord, decide, type Rejected } from './describe.js'
import { contentHash } from './ids.js'
import { type Grouped, regroup } from './grouping.js'
import { keysOf } from './keys.js'
import type { Counts } from './run-store.js'
import type { CatalogueDatabase, CatalogueTransaction } from './tables.js'

export interface PageContext {
  source: string
  run: string
  at: string
}

/** What a page came to, decided before its transaction begins: only rows are written inside. */
export interface DecidedPage {
  unchanged: number
  empty: number
  /** Ids of unchanged records: seen in this run. */
  seen: string[]
  stores: DescribedRecord[]
  deletes: { id: string }[]
  rejects: Rejected[]
}

/** Reads one page: what came before with the same bytes is not read again. */
export const decidePage = async (database: CatalogueDatabase, source: string, changes: Change[]): Promise<DecidedPage> => {
  const page: DecidedPage = { unchanged: 0, empty: 0, seen: [], stores: [], deletes: [], rejects: [] }
  const known = await sameBytes(database, source, changes)
  for (const change of changes) {
    const id = change.op === 'put' ? known.get(contentHash(change.bytes)) : undefined
    if (id !== undefined) {
      page.unchanged++
      page.seen.push(id)
      continue
    }
    const decided = decide(source, change)
    if (decided.to === 'count-empty') page.empty++
    else if (decided.to === 'store') page.stores.push(decided.record)
    else if (decided.to === 'delete') page.deletes.push(decided)
    else page.rejects.push(decided.entry)
  }
  return page
}

const sameBytes = async (database: CatalogueDatabase, source: string, changes: Change[]): Promise<Map<string, string>> => {
  const hashes = changes.flatMap((change) => (change.op === 'put' ? [contentHash(change.bytes)] : []))
  if (hashes.length === 0) return new Map()
  const rows = await database
    .selectFrom('catalogueRecord')
    .select(['id', 'hash'])
    .where('source', '=', source)
    .where('hash', 'in', hashes)
    .where('state', '=', 'live')
    .execute()
  return new Map(rows.map(({ id, hash }) => [hash, id]))
}

/** Writes a page; returns what it counts and the works it changed. */
export const storePage = async (
  transaction: CatalogueTransaction,
  page: DecidedPage,
  context: PageContext,
): Promise<{ counts: Counts; works: string[] }> => {
  const stored = await storeRecords(transaction, page.stores, context)
  const deleted = await deleteRecords(transaction, page.deletes.map(({ id }) => id), context)
  await markSeen(transaction, page.seen, context)
  await setAside(transaction, page.rejects, context)
  const works = await regroup(transaction, [...stored, ...deleted], context.at)
  const read = page.stores.length + page.deletes.length + page.rejects.length + page.unchanged + page.empty
  const warned = page.stores.filter(({ findings }) => findings.length > 0).length
  return {
    works,
    counts: {
      read, warned, accepted: page.stores.length, deleted: page.deletes.length, quarantined: page.rejects.length,
      unchanged: page.unchanged, empty: page.empty,
    },
  }
}

const storeRecords = async (transaction: CatalogueTransaction, all: DescribedRecord[], context: PageContext): Promise<Grouped[]> => {
  if (all.length === 0) return []
  /** The same record twice in one page: the later one stands. */
  const records = [...new Map(all.map((record) => [record.id, record])).values()]
  await transaction
    .insertInto('catalogueRecord')
    .values(records.map((record) => rowOf(record, context)))
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((set) => ({
        kind: set.ref('excluded.kind'),
        format: set.ref('excluded.format'),
        hash: set.ref('excluded.hash'),
        version: set('catalogueRecord.version', '+', 1),
        state: 'live',
        description: set.ref('excluded.description'),
        findings: set.ref('excluded.findings'),
        crosswalk: set.ref('excluded.crosswalk'),
        stamp: set.ref('excluded.stamp'),
        lastRun: set.ref('excluded.lastRun'),
        missing: 0,
        updatedAt: set.ref('excluded.updatedAt'),
      })),
    )
    .execute()
  await transaction
    .insertInto('catalogueRaw')
    .values(records.map(({ id, bytes, offset }) => ({ recordId: id, bytes: Buffer.from(bytes), offset: offset ?? null })))
    .onConflict((conflict) =>
      conflict.column('recordId').doUpdateSet((set) => ({ bytes: set.ref('excluded.bytes'), offset: set.ref('excluded.offset') })),
    )
    .execute()
  await resolveQuarantine(transaction, context.source, records.map(({ sourceId }) => sourceId))
  return records.map(({ id, kind, description }) => ({ id, keys: kind === 'bib' ? keysOf(description) : [] }))
}

const rowOf = (record: DescribedRecord, { source, run, at }: PageContext) => ({
  id: record.id,
  source,
  sourceId: record.sourceId,
  kind: record.kind,
  format: record.format,
  hash: record.hash,
  version: 1,
  state: 'live' as const,
  description: JSON.stringify(record.description),
  findings: JSON.stringify(record.findings),
  crosswalk: record.crosswalk,
  stamp: record.stamp ?? null,
  workId: null,
  firstRun: run,
  lastRun: run,
  missing: 0,
  storedAt: at,
  updatedAt: at,
})

/** A record that came in mends what was set aside under the same identifier. */
const resolveQuarantine = async (transaction: CatalogueTransaction, source: string, sourceIds: string[]): Promise<void> => {
  await transaction
    .updateTable('catalogueQuarantine')
    .set({ state: 'resolved' })
    .where('source', '=', source)
    .where('state', '=', 'open')
    .where('sourceId', 'in', sourceIds)
    .execute()
}

export const deleteRecords = async (transaction: CatalogueTransaction, ids: string[], { run, at }: PageContext): Promise<Grouped[]> => {
  if (ids.length === 0) return []
  const rows = await transaction
    .updateTable('catalogueRecord')
    .set((set) => ({ state: 'deleted', version: set('version', '+', 1), lastRun: run, updatedAt: at }))
    .where('id', 'in', ids)
    .where('state', '=', 'live')
    .returning('id')
    .execute()
  return rows.map(({ id }) => ({ id, keys: [] }))
}

const markSeen = async (transaction: CatalogueTransaction, ids: string[], { run }: PageContext): Promise<void> => {
  if (ids.length === 0) return
  await transaction.updateTable('catalogueRecord').set({ lastRun: run, missing: 0 }).where('id', 'in', ids).execute()
}

/** The same bytes set aside twice are one entry. */
const setAside = async (transaction: CatalogueTransaction, rejects: Rejected[], { source, run, at }: PageContext): Promise<void> => {
  for (const { sourceId, format, bytes, hash, offset, finding } of rejects) {
    const open = await transaction
      .selectFrom('catalogueQuarantine')
      .select('number')
      .where('source', '=', source)
      .where('hash', '=', hash)
      .where('state', '=', 'open')
      .executeTakeFirst()
    const row = { source, run, at, hash, finding: JSON.stringify(finding), sourceId: sourceId ?? null, format: format ?? null, offset: offset ?? null }
    if (open) await transaction.updateTable('catalogueQuarantine').set(row).where('number', '=', open.number).execute()
    else await transaction.insertInto('catalogueQuarantine').values({ ...row, bytes: Buffer.from(bytes), state: 'open' }).execute()
  }
}
