import type { WorkDocument } from '../../gateway/contracts/index.js'
import { readWorks, type WorkParts } from './work.js'

/** What the search index needs of these works, in the order asked for. */
export const documentsOf = async (parts: WorkParts, ids: string[]): Promise<WorkDocument[]> => {
  const found = new Map((await readWorks(parts, ids)).map((work) => [work.work.id, work]))
  return ids.map((id) => {
    const entry = found.get(id)
    if (!entry) return { id, gone: true }
    const { work, records } = entry
    return {
      id,
      gone: false,
      version: work.version,
      updatedAt: work.updatedAt,
      work,
      records: records.map(({ description }) => description),
    }
  })
}
