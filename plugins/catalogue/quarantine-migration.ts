import type { AnyTransaction, Migration } from '../../gateway/contracts/index.js'
import { fileCarrierOf } from '../../standards/formats/record-file.js'
import type { Format } from '../../standards/record/change.js'

const batch = 200

/**
 * What entries are grouped and exported by, and the runs that they came and went with. Entries from before have the
 * run that spoke of them last for their first.
 */
export const quarantineCauses: Migration = {
  id: 'catalogue-002-quarantine-causes',
  async up(database) {
    for (const name of ['code', 'carrier', 'first_run'])
      await database.schema
        .alterTable('catalogue_quarantine')
        .addColumn(name, 'text', (column) => column.notNull().defaultTo(''))
        .execute()
    await database.schema.alterTable('catalogue_quarantine').addColumn('resolved_run', 'text').execute()
    await fill(database)
    await database.schema
      .createIndex('catalogue_quarantine_cause')
      .on('catalogue_quarantine')
      .columns(['state', 'code', 'source'])
      .execute()
  },
}

const fill = async (database: AnyTransaction): Promise<void> => {
  for (let after = 0; ; ) {
    const rows = await database
      .selectFrom('catalogueQuarantine')
      .select(['number', 'finding', 'bytes', 'format', 'run'])
      .where('number', '>', after)
      .orderBy('number')
      .limit(batch)
      .execute()
    for (const { number, finding, bytes, format, run } of rows)
      await database
        .updateTable('catalogueQuarantine')
        .set({
          code: JSON.parse(finding).code,
          carrier: fileCarrierOf(bytes, (format ?? undefined) as Format | undefined),
          firstRun: run,
        })
        .where('number', '=', number)
        .execute()
    if (rows.length < batch) return
    after = Number(rows.at(-1)?.number)
  }
}
