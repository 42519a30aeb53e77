import type { Selectable } from 'kysely'
import { unmatched } from './clues.js'
import { type Grouped, regroup } from './grouping.js'
import { type Insertion, insertRows } from './insertion.js'
import { linkPage } from './links.js'
import type { DecidedPage, StoredRecord } from './page.js'
import type { PageContext } from './page-context.js'
import { writePointers } from './pointers.js'
import { proposeTold } from './proposals.js'
import { setAside, settleEntries } from './set-aside.js'
import { type CatalogueTables, type CatalogueTransaction, inLists } from './tables.js'
import type { Standing } from './works.js'

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
    ...stores.map(({ id, matched, kind }) => ({
      id,
      matched,
      isMember: kind === 'bib',
      ...placedBefore(before.get(id)),
    })),
    ...live.map((id) => ({ id, matched: unmatched, isMember: false, ...placedBefore(before.get(id)) })),
  ]
  const { works, indexed, placeOf } = await regroup(transaction, changed, context)
  await writePointers(
    transaction,
    changed.map(({ id, matched, wasMatched }) => ({ id, pointers: matched.pointers, isKnown: wasMatched })),
  )
  await insertRecords(transaction, stores, placeOf, context)
  await insertContent(transaction, stores)
  await deleteRecords(transaction, live, context)
  const linked = await linkPage(transaction, { stores, deletes: live }, context, { works, indexed })
  const replaced = stores.filter(({ id }) => isOfRun(before.get(id), context.run))
  return { ...linked, replaced: replaced.map(({ sourceId }) => sourceId) }
}

type Before = Pick<
  Selectable<CatalogueTables['catalogueRecord']>,
  'id' | 'kind' | 'state' | 'workId' | 'versionOf' | 'lastRun'
>

/** Only what is live and describes a work stands among candidates. */
const placedBefore = (row: Before | undefined): Pick<Grouped, 'wasMatched' | 'from'> => ({
  wasMatched: row?.state === 'live' && row.kind === 'bib',
  from: { workId: row?.workId ?? null, versionOf: row?.versionOf ?? null },
})

const isOfRun = (row: { state: string; lastRun: string } | undefined, run: string): boolean =>
  row?.state === 'live' && row.lastRun === run

const stateOf = async (transaction: CatalogueTransaction, ids: string[]) => {
  const rows = await inLists(ids, (chunk) =>
    transaction
      .selectFrom('catalogueRecord')
      .select(['id', 'kind', 'state', 'workId', 'versionOf', 'lastRun'])
      .where('id', 'in', chunk)
      .execute(),
  )
  return new Map(rows.map((row) => [row.id, row]))
}

const recordRows = {
  table: 'catalogueRecord',
  columns: ['id', 'sourceId', 'kind', 'format', 'hash', 'crosswalk', 'stamp', 'workId', 'versionOf'],
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
    key: ['id'],
    set: [
      'kind',
      'format',
      'hash',
      'state',
      'crosswalk',
      'stamp',
      'workId',
      'versionOf',
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
  placeOf: Map<string, Standing>,
  { source, run, at }: PageContext,
) =>
  insertRows(
    transaction,
    recordRows,
    records.map((record) => ({
      ...record,
      stamp: record.stamp ?? null,
      workId: placeOf.get(record.id)?.workId ?? null,
      versionOf: placeOf.get(record.id)?.versionOf ?? null,
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
  columns: ['recordId', 'bytes', 'offset', 'description', 'findings', 'clues'],
  conflict: { key: ['recordId'], set: ['bytes', 'offset', 'description', 'findings', 'clues'] },
} satisfies Insertion<'catalogueContent'>

const insertContent = (transaction: CatalogueTransaction, records: StoredRecord[]) =>
  insertRows(
    transaction,
    contentRows,
    records.map(({ id, bytes, offset, description, findings, matched }) => ({
      recordId: id,
      bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      offset: offset ?? null,
      description,
      findings,
      clues: matched.clues,
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
        versionOf: null,
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
