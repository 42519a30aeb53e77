import { fileCarrierOf } from '../../standards/formats/record-file.js'
import type { DecidedPage, Rejected } from './page.js'
import type { PageContext } from './page-context.js'
import { type CatalogueTransaction, inChunks, inLists } from './tables.js'

/** Entries that are out of date: their record came in whole or was deleted, or their retry came in. */
export const settleEntries = async (
  transaction: CatalogueTransaction,
  { mended, settled }: Pick<DecidedPage, 'mended' | 'settled'>,
  { source, run }: PageContext,
): Promise<void> => {
  if (!(await hasOpen(transaction, source))) return
  const open = transaction
    .updateTable('catalogueQuarantine')
    .set({ state: 'resolved', resolvedRun: run })
    .where('state', '=', 'open')
  await inLists(mended, (chunk) => open.where('source', '=', source).where('sourceId', 'in', chunk).execute())
  await inLists(settled, (chunk) => open.where('number', 'in', chunk).execute())
}

/** Most sources have nothing set aside: one question spares one for each record of the page. */
const hasOpen = async (transaction: CatalogueTransaction, source: string): Promise<boolean> =>
  (await transaction
    .selectFrom('catalogueQuarantine')
    .select('number')
    .where('source', '=', source)
    .where('state', '=', 'open')
    .limit(1)
    .executeTakeFirst()) !== undefined

/** The same bytes set aside twice are one entry, which says what is wrong with them by today's rules. */
export const setAside = async (
  transaction: CatalogueTransaction,
  rejects: Rejected[],
  context: PageContext,
): Promise<void> => {
  if (rejects.length === 0) return
  const retried = rejects.filter(({ entry }) => entry !== undefined)
  for (const reject of retried) await say(transaction, reject.entry as number, reject, context)
  const latest = new Map(
    rejects.filter(({ entry }) => entry === undefined).map((reject) => [reject.hash, reject]),
  )
  const known = await openWith(transaction, [...latest.keys()], context)
  for (const { number, hash } of known) {
    const reject = latest.get(hash) as Rejected
    if (reject.state === 'open') await say(transaction, number, reject, context)
    latest.delete(hash)
  }
  await insert(transaction, [...latest.values()], context)
}

const openWith = (transaction: CatalogueTransaction, hashes: string[], { source }: PageContext) =>
  inLists(hashes, (chunk) =>
    transaction
      .selectFrom('catalogueQuarantine')
      .select(['number', 'hash'])
      .where('source', '=', source)
      .where('hash', 'in', chunk)
      .where('state', '=', 'open')
      .execute(),
  )

/** What is wrong with the bytes that are kept; a replacement that was refused is others. */
const say = async (
  transaction: CatalogueTransaction,
  number: number,
  { finding, hash }: Rejected,
  { run, at }: PageContext,
): Promise<void> => {
  await transaction
    .updateTable('catalogueQuarantine')
    .set({ run, at, code: finding.code, finding: JSON.stringify(finding) })
    .where('number', '=', number)
    .where('hash', '=', hash)
    .execute()
}

const insert = (transaction: CatalogueTransaction, rejects: Rejected[], { source, run, at }: PageContext) =>
  inChunks(rejects, (chunk) =>
    transaction
      .insertInto('catalogueQuarantine')
      .values(
        chunk.map(({ change, hash, finding, sourceId, state }) => ({
          source,
          sourceId: sourceId ?? null,
          isGivenId: change.sourceId === undefined ? 0 : 1,
          kind: change.op === 'put' ? change.kind : 'bib',
          run,
          at,
          offset: change.offset ?? null,
          format: change.format ?? null,
          bytes: Buffer.from(change.bytes.buffer, change.bytes.byteOffset, change.bytes.byteLength),
          hash,
          finding: JSON.stringify(finding),
          code: finding.code,
          carrier: fileCarrierOf(change.bytes, change.format, finding.code),
          state,
          firstRun: run,
          resolvedRun: state === 'resolved' ? run : null,
        })),
      )
      .execute(),
  )
