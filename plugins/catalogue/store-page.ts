import { type Grouped, regroup } from './grouping.js'
import { type Insertion, insertRows } from './insertion.js'
import { linkPage } from './links.js'
import type { DecidedPage, StoredRecord } from './page.js'
import { proposeTold } from './proposals.js'
import { setAside, settleEntries } from './set-aside.js'
import { type CatalogueTransaction, inLists } from './tables.js'

export interface PageContext {
  source: string
  run: string
  at: string
}

export interface Stored {
  works: string[]
  /** Works among them that this run had not changed before. */
  indexed: number
  /** Identifiers of records that this run had stored already, with other content. */
  replaced: string[]
}

/** Writes a page; returns what it changed. */
export const storePage = async (
  transaction: CatalogueTransaction,
  page: DecidedPage,
  context: PageContext,
): Promise<Stored> => {
  const changed = await storeRecords(transaction, { stores: page.stores, deletes: [] }, context)
  await proposeTold(transaction, page.deletes, context)
  await markSeen(transaction, page.seen, context)
  await settleEntries(transaction, page, context)
  await setAside(transaction, page.rejects, context)
  return changed
}

/** Each record is written once, with the work that it is in. */
export const storeRecords = async (
  transaction: CatalogueTransaction,
  { stores, deletes }: Pick<DecidedPage, 'stores' | 'deletes'>,
  context: PageContext,
): Promise<Stored> => {
  const before = await stateOf(transaction, [...stores.map(({ id }) => id), ...deletes])
  const live = deletes.filter((id) => before.get(id)?.state === 'live')
  const changed: Grouped[] = [
    ...stores.map(({ id, keys, kind }) => ({
      id,
      keys,
      isMember: kind === 'bib',
      isKnown: before.has(id),
      workId: before.get(id)?.workId ?? null,
    })),
    ...live.map((id) => ({
      id,
      keys: [],
      isMember: false,
      isKnown: true,
      workId: before.get(id)?.workId ?? null,
    })),
  ]
  const { works, indexed, workOf } = await regroup(transaction, changed, context)
  await insertRecords(transaction, stores, workOf, context)
  await insertContent(transaction, stores)
  await deleteRecords(transaction, live, context)
  const linked = await linkPage(transaction, { stores, deletes: live }, context, { works, indexed })
  const replaced = stores.filter(({ id }) => isOfRun(before.get(id), context.run))
  return { ...linked, replaced: replaced.map(({ sourceId }) => sourceId) }
}

const isOfRun = (row: { state: string; lastRun: string } | undefined, run: string): boolean =>
  row?.state === 'live' && row.lastRun === run

const stateOf = async (transaction: CatalogueTransaction, ids: string[]) => {
  const rows = await inLists(ids, (chunk) =>
    transaction
      .selectFrom('catalogueRecord')
      .select(['id', 'state', 'workId', 'lastRun'])
      .where('id', 'in', chunk)
      .execute(),
  )
  return new Map(rows.map((row) => [row.id, row]))
}

const recordRows = {
  table: 'catalogueRecord',
  columns: ['id', 'sourceId', 'kind', 'format', 'hash', 'crosswalk', 'stamp', 'workId'],
  shared: [
    'source',
    'version',
    'state',
    'firstRun',
    'lastRun',
    'seenRun',
    'seenAt',
    'absentIn',
    'storedAt',
    'updatedAt',
  ],
  conflict: {
    key: 'id',
    set: [
      'kind',
      'format',
      'hash',
      'state',
      'crosswalk',
      'stamp',
      'workId',
      'lastRun',
      'seenRun',
      'seenAt',
      'absentIn',
      'updatedAt',
    ],
    counts: 'version',
  },
} satisfies Insertion<'catalogueRecord'>

const insertRecords = (
  transaction: CatalogueTransaction,
  records: StoredRecord[],
  workOf: Map<string, string | null>,
  { source, run, at }: PageContext,
) =>
  insertRows(
    transaction,
    recordRows,
    records.map((record) => ({
      ...record,
      stamp: record.stamp ?? null,
      workId: workOf.get(record.id) ?? null,
    })),
    {
      source,
      version: 1,
      state: 'live',
      firstRun: run,
      lastRun: run,
      seenRun: run,
      seenAt: at,
      absentIn: null,
      storedAt: at,
      updatedAt: at,
    },
  )

const contentRows = {
  table: 'catalogueContent',
  columns: ['recordId', 'bytes', 'offset', 'description', 'findings'],
  conflict: { key: 'recordId', set: ['bytes', 'offset', 'description', 'findings'] },
} satisfies Insertion<'catalogueContent'>

const insertContent = (transaction: CatalogueTransaction, records: StoredRecord[]) =>
  insertRows(
    transaction,
    contentRows,
    records.map(({ id, bytes, offset, description, findings }) => ({
      recordId: id,
      bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      offset: offset ?? null,
      description,
      findings,
    })),
  )

const deleteRecords = (transaction: CatalogueTransaction, ids: string[], { run, at }: PageContext) =>
  inLists(ids, (chunk) =>
    transaction
      .updateTable('catalogueRecord')
      .set((set) => ({
        state: 'deleted',
        version: set('version', '+', 1),
        workId: null,
        lastRun: run,
        seenRun: run,
        seenAt: at,
        updatedAt: at,
      }))
      .where('id', 'in', chunk)
      .execute(),
  )

const markSeen = (transaction: CatalogueTransaction, ids: string[], { run, at }: PageContext) =>
  inLists(ids, (chunk) =>
    transaction
      .updateTable('catalogueRecord')
      .set({ seenRun: run, seenAt: at, absentIn: null })
      .where('id', 'in', chunk)
      .execute(),
  )
