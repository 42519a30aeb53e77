import type {
  Catalogue,
  Log,
  Pending,
  Refused,
  SearchDocument,
  SearchIndex,
  Threads,
} from '../../gateway/contracts/index.js'
import { atOnce } from './at-once.js'
import { folding, versionOf } from './documents.js'

/**
 * Works under way at once, shared by the calls that are worth while at the engine. Each call has its price, the more the larger the
 * index is: one transaction of 4,000 works beside 500,000 costs a quarter less than four of 1,000, and writes half as much.
 */
const underWay = 4_000
/** Works that are folded as one piece of work. */
const portion = 50

/** Looks again so often; what changes faster than that has jobs of its own that look. */
const mostLooks = 10

/** What is written to: the index that is searched, or one that is being built. */
export type Written = Pick<SearchIndex, 'isAtomic' | 'writesAtOnce' | 'upsert'>

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
    for await (const outcomes of atOnce(index.writesAtOnce, batchesOf(parts, index, ids, signal)))
      count(done, outcomes)
    return done
  }

/** While works are written other threads fold the next. As even as can be: a few that are left over would wait like many. */
function* batchesOf(parts: WritingParts, index: Written, ids: readonly string[], signal: AbortSignal) {
  const batches = Math.max(1, Math.round((ids.length * index.writesAtOnce) / underWay))
  const batch = Math.ceil(ids.length / batches)
  let next: Promise<Begun> | undefined
  for (let at = 0; at < ids.length; at += batch) {
    const some = ids.slice(at, at + batch)
    const begun = next ?? ahead(begin(parts, some))
    next = at + batch < ids.length ? ahead(begin(parts, ids.slice(at + batch, at + 2 * batch))) : undefined
    yield () => writeUntilSame(parts, index, some, begun, signal)
  }
}

const writeUntilSame = async (
  parts: WritingParts,
  index: Written,
  ids: string[],
  first: Promise<Begun>,
  signal: AbortSignal,
): Promise<Outcomes> => {
  const outcomes: Outcomes = new Map()
  let [some, begun] = [ids, first]
  for (let looks = 1; ; looks++) {
    signal.throwIfAborted()
    const versions = await writeOnce(parts, index, await begun, outcomes)
    // No removal compares a version: it may have passed the write of who brought the work back.
    const doubtful = index.isAtomic ? some.filter((id) => !versions.has(id)) : some
    some = await changedSince(parts.catalogue, doubtful, versions)
    if (some.length === 0 || looks === mostLooks) return outcomes
    begun = ahead(begin(parts, some))
  }
}

export type Writing = ReturnType<typeof createWriting>

/** What came of each work at last: one that changed meanwhile was written again, and is one work. */
type Outcomes = Map<string, 'written' | 'removed' | Refused>

const count = (done: Done, outcomes: Outcomes): void => {
  for (const outcome of outcomes.values())
    if (typeof outcome === 'string') done[outcome]++
    else done.refused.push(outcome)
}

/** May fail before it is asked for, and is asked for by nobody when the gateway ends. */
const ahead = (begun: Promise<Begun>): Promise<Begun> => {
  begun.catch(() => undefined)
  return begun
}

/** Returns the versions that were written, refused ones too; what was removed has none. */
const writeOnce = async (
  parts: WritingParts,
  index: Written,
  { gone, folded }: Begun,
  outcomes: Outcomes,
) => {
  const present: SearchDocument[] = []
  for (const some of folded) present.push(...(await some.result()))
  // What came back since it was read is written by whoever brought it back.
  const back = gone.length === 0 ? new Map() : await parts.catalogue.versions(gone)
  const removed = gone.filter((id) => !back.has(id))
  const refused = await index.upsert(present, removed)
  for (const { id } of present) outcomes.set(id, 'written')
  for (const one of refused) {
    const { id, code, reason } = one
    outcomes.set(id, one)
    parts.log.error({ work: id, code, reason }, 'work set aside by the search engine')
  }
  for (const id of removed) outcomes.set(id, 'removed')
  return new Map(present.map(({ id, version }) => [id, version]))
}

/**
 * Works that the catalogue tells otherwise by now. Another process may have written them while this one was between
 * reading and writing, and been overwritten. Whichever write comes last to the engine, whoever made it asks this after
 * it: so the last that is written is what the catalogue says.
 */
const changedSince = async (
  catalogue: Catalogue,
  ids: readonly string[],
  written: ReadonlyMap<string, number>,
): Promise<string[]> => {
  const now = await catalogue.versions([...ids])
  return ids.filter((id) => {
    const version = now.get(id)
    return (version === undefined ? undefined : versionOf(version)) !== written.get(id)
  })
}

/** Works of the catalogue, being folded. */
interface Begun {
  gone: string[]
  folded: Pending<SearchDocument[]>[]
}

const begin = async ({ catalogue, threads }: WritingParts, ids: readonly string[]): Promise<Begun> => {
  const documents = await catalogue.documents([...ids])
  const parts = documents.flatMap((one) => (one.gone ? [] : [one.parts]))
  const folded: Pending<SearchDocument[]>[] = []
  for (let at = 0; at < parts.length; at += portion)
    folded.push(threads.begin(folding, parts.slice(at, at + portion)))
  return { gone: documents.filter((one) => one.gone).map(({ id }) => id), folded }
}
