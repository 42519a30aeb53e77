import type {
  Catalogue,
  Log,
  Pending,
  Refused,
  SearchDocument,
  SearchIndex,
  Threads,
} from '../../gateway/contracts/index.js'
import { folding } from './documents.js'

/** Works that are written at once: each transaction has its price. */
export const batch = 1_000
/** Works that are folded as one piece of work. */
const portion = 50

/** What is written to: the index that is searched, or one that is being built. */
export type Written = Pick<SearchIndex, 'upsert' | 'remove'>

export interface WritingParts {
  catalogue: Catalogue
  threads: Threads
  log: Log
}

export interface Done {
  written: number
  removed: number
  /** Works that the engine will not have. */
  refused: Refused[]
}

/** Makes the index say of these works what the catalogue says now. */
export const createWriting =
  (parts: WritingParts) =>
  async (index: Written, ids: readonly string[], signal: AbortSignal): Promise<Done> => {
    const done: Done = { written: 0, removed: 0, refused: [] }
    for (let at = 0; at < ids.length; at += batch) {
      signal.throwIfAborted()
      const { gone, folded } = await begin(parts, ids.slice(at, at + batch))
      const present: SearchDocument[] = []
      for (const some of folded) present.push(...(await some.result()))
      const refused = await index.upsert(present)
      for (const { id, code, reason } of refused)
        parts.log.error({ work: id, code, reason }, 'work set aside by the search engine')
      await index.remove(gone)
      done.written += present.length - refused.length
      done.refused.push(...refused)
      done.removed += gone.length
    }
    return done
  }

export type Writing = ReturnType<typeof createWriting>

/** Works of the catalogue, being folded. */
const begin = async ({ catalogue, threads }: WritingParts, ids: readonly string[]) => {
  const documents = await catalogue.documents([...ids])
  const parts = documents.flatMap((one) => (one.gone ? [] : [one.parts]))
  const folded: Pending<SearchDocument[]>[] = []
  for (let at = 0; at < parts.length; at += portion)
    folded.push(threads.begin(folding, parts.slice(at, at + portion)))
  return { gone: documents.filter((one) => one.gone).map(({ id }) => id), folded }
}
