import { hearOthers } from '../../gateway/contracts/index.js'
import { readDescription } from '../../standards/record/packed.js'
import type { Description } from '../../standards/record/v1-draft.js'
import { type CatalogueDatabase, inLists } from './tables.js'

/** What records say, by their id; of those that are not there nothing. Others have turns between two of them. */
export const storedDescriptions = async (
  database: CatalogueDatabase,
  ids: string[],
): Promise<Map<string, Description>> => {
  const rows = await inLists([...new Set(ids)], (list) =>
    database
      .selectFrom('catalogueContent')
      .select(['recordId', 'description'])
      .where('recordId', 'in', list)
      .execute(),
  )
  const descriptions = new Map<string, Description>()
  for (const { recordId, description } of rows) {
    await hearOthers()
    descriptions.set(recordId, readDescription(description))
  }
  return descriptions
}
