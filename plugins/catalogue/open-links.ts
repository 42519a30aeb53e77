import { sql } from 'kysely'
import type { LinkKind } from './link-tables.js'
import type { CatalogueDatabase } from './tables.js'

/**
 * How many of a linked source's holdings name no bibliographic record of it, and how many of its headings name no authority
 * record. Counted when a run ends, since either may come before the other. Undefined when each finds its own.
 */
export const openLinks = async (database: CatalogueDatabase, source: string): Promise<string | undefined> => {
  const linked = await database
    .selectFrom('catalogueLinked')
    .select('source')
    .where('source', '=', source)
    .executeTakeFirst()
  if (!linked) return undefined
  const [holdings, headings] = [
    await countOf(database, source, 'bib'),
    await countOf(database, source, 'authority'),
  ]
  if (holdings.open === 0 && headings.open === 0) return undefined
  return `LINKS_OPEN: holdings records that name no bibliographic record of this source (004, 014): ${holdings.open} of ${holdings.all}; headings that name no authority record of it ($0, $3): ${headings.open} of ${headings.all}. They are kept, and linked when it comes.`
}

/** Of holdings the records are counted, of headings the references. */
const countOf = async (
  database: CatalogueDatabase,
  source: string,
  kind: LinkKind,
): Promise<{ all: number; open: number }> => {
  const counted = kind === 'bib' ? sql`distinct record_id` : sql`*`
  const row = await database
    .selectFrom('catalogueReference as reference')
    .select([
      sql<number>`count(${counted})`.as('all'),
      sql<number>`count(${kind === 'bib' ? sql`distinct case when number_there.number is null then record_id end` : sql`case when number_there.number is null then 1 end`})`.as(
        'open',
      ),
    ])
    .leftJoin(
      (from) =>
        from
          .selectFrom('catalogueNumber')
          .select(['number'])
          .distinct()
          .where('source', '=', source)
          .where('kind', '=', kind)
          .as('number_there'),
      (join) => join.onRef('number_there.number', '=', 'reference.number'),
    )
    .where('reference.source', '=', source)
    .where('reference.kind', '=', kind)
    .executeTakeFirstOrThrow()
  return { all: Number(row.all), open: Number(row.open) }
}
