import type { WorkDocument } from '../../gateway/contracts/index.js'
import { type ReadingParts, readWorks } from './work.js'

/** What the search index needs of these works, in the order asked for. */
export const documentsOf = async (parts: ReadingParts, ids: string[]): Promise<WorkDocument[]> => {
  const found = new Map((await readWorks(parts, ids)).map((work) => [work.id, work]))
  return ids.map((id) => {
    const parts = found.get(id)
    return parts ? { id, gone: false, parts } : { id, gone: true }
  })
}
