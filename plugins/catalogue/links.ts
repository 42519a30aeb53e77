import { crosswalkFor } from '../../standards/crosswalks/index.js'
import type { Format } from '../../standards/record/change.js'
import { readDescription } from '../../standards/record/packed.js'
import { linkingOf } from './link-numbers.js'
import type { LinkKind } from './link-tables.js'
import type { DecidedPage, StoredRecord } from './page.js'
import { type CatalogueDatabase, type CatalogueTransaction, inChunks } from './tables.js'

interface Context {
  source: string
  run: string
  at: string
}

interface Changed {
  works: string[]
  indexed: number
}

/**
 * Keeps what the records of a page point to, and by what they are pointed to. Bibliographic records, their authorities and
 * their holdings find each other in whatever order they come; a source without authorities and holdings has none of this,
 * and costs one look into a table of sources a page.
 *
 * @param changed works that the page changed otherwise
 * @returns these, and those that show something else now because an authority or holdings record of theirs came, changed,
 * or went
 */
export const linkPage = async (
  transaction: CatalogueTransaction,
  { stores, deletes }: Pick<DecidedPage, 'stores' | 'deletes'>,
  context: Context,
  changed: Changed,
): Promise<Changed> => {
  const ids = [...stores.map(({ id }) => id), ...deletes]
  const brings = stores.some(({ kind }) => kind !== 'bib')
  if (ids.length === 0 || !(await isOrBecomesLinked(transaction, context.source, stores, brings)))
    return changed
  const before = await pointingTo(transaction, context.source, ids)
  await forget(transaction, ids)
  await remember(transaction, context.source, stores.map(toRows))
  const after = await pointingTo(transaction, context.source, ids)
  const itself = new Set([...ids, ...changed.works])
  const works = await worksOf(
    transaction,
    [...new Set([...before, ...after])].filter((id) => !itself.has(id)),
  )
  return touchWorks(
    transaction,
    works.filter((id) => !itself.has(id)),
    context,
    changed,
  )
}

const isOrBecomesLinked = async (
  transaction: CatalogueTransaction,
  source: string,
  stores: StoredRecord[],
  brings: boolean,
): Promise<boolean> => {
  if (await isLinked(transaction, source)) return true
  if (brings) await beginLinking(transaction, source, new Set(stores.map(({ id }) => id)))
  return brings
}

const isLinked = async (transaction: CatalogueTransaction, source: string): Promise<boolean> =>
  (await transaction
    .selectFrom('catalogueLinked')
    .select('source')
    .where('source', '=', source)
    .executeTakeFirst()) !== undefined

interface Rows {
  id: string
  numbers: { kind: LinkKind; number: string }[]
  references: { kind: LinkKind; number: string }[]
}

const toRows = ({ id, description, ...record }: StoredRecord): Rows => ({
  id,
  ...linkingOf({ ...record, description: readDescription(description) }),
})

/** The records that came before the first authority or holdings record are linked once, from their kept bytes. */
const beginLinking = async (
  transaction: CatalogueTransaction,
  source: string,
  except: Set<string>,
): Promise<void> => {
  await transaction.insertInto('catalogueLinked').values({ source }).execute()
  for (let after = ''; ; ) {
    const rows = await transaction
      .selectFrom('catalogueRecord')
      .innerJoin('catalogueContent', 'catalogueContent.recordId', 'catalogueRecord.id')
      .select(['id', 'sourceId', 'format', 'bytes', 'description'])
      .where('source', '=', source)
      .where('state', '=', 'live')
      .where('id', '>', after)
      .orderBy('id')
      .limit(500)
      .execute()
    if (rows.length === 0) return
    const earlier = rows.filter(({ id }) => !except.has(id))
    await remember(transaction, source, earlier.map(rowsOfKept))
    after = rows.at(-1)?.id as string
  }
}

const rowsOfKept = (row: {
  id: string
  sourceId: string
  format: string
  bytes: Uint8Array
  description: string
}): Rows => {
  const ownId = crosswalkFor(row.format as Format).describe(row.bytes).sourceId
  const description = readDescription(row.description)
  return { id: row.id, ...linkingOf({ kind: 'bib', sourceId: row.sourceId, ownId, description }) }
}

const remember = async (
  transaction: CatalogueTransaction,
  source: string,
  records: Rows[],
): Promise<void> => {
  const of = (name: 'numbers' | 'references') =>
    records.flatMap((record) => record[name].map((one) => ({ source, ...one, recordId: record.id })))
  await inChunks(of('numbers'), (chunk) => transaction.insertInto('catalogueNumber').values(chunk).execute())
  await inChunks(of('references'), (chunk) =>
    transaction.insertInto('catalogueReference').values(chunk).execute(),
  )
}

const forget = async (transaction: CatalogueTransaction, ids: string[]): Promise<void> => {
  await inChunks(ids, (chunk) =>
    transaction.deleteFrom('catalogueNumber').where('recordId', 'in', chunk).execute(),
  )
  await inChunks(ids, (chunk) =>
    transaction.deleteFrom('catalogueReference').where('recordId', 'in', chunk).execute(),
  )
}

/** Bibliographic records that show one of these: by a heading that points to it, or by its pointing to them. */
const pointingTo = async (
  transaction: CatalogueTransaction,
  source: string,
  ids: string[],
): Promise<string[]> => {
  const headings = await inChunks(ids, (chunk) =>
    joined(transaction, 'authority')
      .where('catalogueNumber.source', '=', source)
      .select('catalogueReference.recordId')
      .where('catalogueNumber.recordId', 'in', chunk)
      .execute(),
  )
  const holders = await inChunks(ids, (chunk) =>
    joined(transaction, 'bib')
      .where('catalogueNumber.source', '=', source)
      .select('catalogueNumber.recordId')
      .where('catalogueReference.recordId', 'in', chunk)
      .execute(),
  )
  return [...headings, ...holders].map(({ recordId }) => recordId)
}

/** Numbers with the references that name them. */
export const joined = (database: CatalogueDatabase, kind: LinkKind) =>
  database
    .selectFrom('catalogueNumber')
    .innerJoin('catalogueReference', (join) =>
      join
        .onRef('catalogueReference.source', '=', 'catalogueNumber.source')
        .onRef('catalogueReference.kind', '=', 'catalogueNumber.kind')
        .onRef('catalogueReference.number', '=', 'catalogueNumber.number'),
    )
    .where('catalogueNumber.kind', '=', kind)

const worksOf = async (transaction: CatalogueTransaction, records: string[]): Promise<string[]> => {
  const rows = await inChunks(records, (chunk) =>
    transaction
      .selectFrom('catalogueRecord')
      .select('workId')
      .where('id', 'in', chunk)
      .where('workId', 'is not', null)
      .execute(),
  )
  return [...new Set(rows.map(({ workId }) => workId as string))]
}

/** A work that shows something else is a newer version of itself. */
const touchWorks = async (
  transaction: CatalogueTransaction,
  ids: string[],
  { run, at }: Context,
  changed: Changed,
): Promise<Changed> => {
  const known = await inChunks(ids, (chunk) =>
    transaction
      .selectFrom('catalogueWork')
      .select(['id', 'run'])
      .where('id', 'in', chunk)
      .where('gone', '=', 0)
      .execute(),
  )
  await inChunks(known, (chunk) =>
    transaction
      .updateTable('catalogueWork')
      .set((set) => ({ version: set('version', '+', 1), updatedAt: at, run }))
      .where(
        'id',
        'in',
        chunk.map(({ id }) => id),
      )
      .execute()
      .then(() => []),
  )
  return {
    works: [...changed.works, ...known.map(({ id }) => id)],
    indexed: changed.indexed + known.filter((work) => work.run !== run).length,
  }
}
