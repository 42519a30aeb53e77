import type {
  Catalogue,
  Log,
  Pending,
  Refused,
  Search,
  SearchDocument,
  SearchIndex,
  Threads,
} from '../../gateway/contracts/index.js'
import { folding, versionOf } from './documents.js'

/** Works that are written at once: each transaction has its price. */
const batch = 1_000
/** Works that are folded as one piece of work. */
const portion = 50

export interface Indexing extends Pick<Search, 'rebuild' | 'reconcile'> {
  /** Makes the index say of these works what the catalogue says now; `refused` are works that the engine will not have. */
  write(
    ids: readonly string[],
    signal: AbortSignal,
  ): Promise<{ written: number; removed: number; refused: Refused[] }>
  /** Whether the index is that of this catalogue, as far as that can be told at once. */
  isCurrent(): Promise<boolean>
}

interface Begun {
  gone: string[]
  folded: Pending<SearchDocument[]>[]
}

interface Entry {
  id: string
  version: number
}

export const createIndexing = (parts: {
  index: SearchIndex
  catalogue: Catalogue
  threads: Threads
  log: Log
}): Indexing => {
  const { index, catalogue, threads, log } = parts

  /** Works of the catalogue, being folded. */
  const begin = async (ids: readonly string[]): Promise<Begun> => {
    const documents = await catalogue.documents([...ids])
    const parts = documents.flatMap((one) => (one.gone ? [] : [one.parts]))
    const folded: Pending<SearchDocument[]>[] = []
    for (let at = 0; at < parts.length; at += portion)
      folded.push(threads.begin(folding, parts.slice(at, at + portion)))
    return { gone: documents.filter((one) => one.gone).map(({ id }) => id), folded }
  }

  const write: Indexing['write'] = async (ids, signal) => {
    const done = { written: 0, removed: 0, refused: [] as Refused[] }
    for (let at = 0; at < ids.length; at += batch) {
      signal.throwIfAborted()
      const { gone, folded } = await begin(ids.slice(at, at + batch))
      const present: SearchDocument[] = []
      for (const some of folded) present.push(...(await some.result()))
      const refused = await index.upsert(present)
      for (const { id, code, reason } of refused)
        log.error({ work: id, code, reason }, 'work set aside by the search engine')
      await index.remove(gone)
      done.written += present.length - refused.length
      done.refused.push(...refused)
      done.removed += gone.length
    }
    return done
  }

  /** An index that is ahead (the catalogue was restored from a backup) would refuse what is older: it goes first. */
  const align = async (wanted: Map<string, Entry>, held: Map<string, Entry>, signal: AbortSignal) => {
    const gone = [...held.keys()].filter((id) => !wanted.has(id))
    const ahead = [...wanted.values()].filter(({ id, version }) => (held.get(id)?.version ?? 0) > version)
    await index.remove([...gone, ...ahead.map(({ id }) => id)])
    const different = [...wanted.values()].filter(({ id, version }) => held.get(id)?.version !== version)
    const { written, removed, refused } = await write(
      different.map(({ id }) => id),
      signal,
    )
    const missing = different.filter(({ id }) => !held.has(id)).length
    return {
      written,
      removed: removed + gone.length,
      missing,
      stale: different.length - missing,
      extra: gone.length,
      refused,
    }
  }

  return {
    write,
    isCurrent: async () => {
      const { works } = await catalogue.counts()
      const [first] = await index.list(null, 1)
      const [wanted] = await catalogue.works(null, 1)
      return (
        works === (await index.count()) &&
        first?.id === wanted?.id &&
        first?.version === (wanted && versionOf(wanted.version))
      )
    },
    rebuild: async ({ signal, onProgress }) => {
      const { works } = await catalogue.counts()
      await index.clear()
      let indexed = 0
      for await (const page of pages((after) => catalogue.works(after, batch))) {
        indexed += (
          await write(
            page.map(({ id }) => id),
            signal,
          )
        ).written
        onProgress?.(indexed, works)
      }
      return { indexed }
    },
    reconcile: async ({ signal }) => {
      const total = { written: 0, removed: 0, missing: 0, stale: 0, extra: 0, refused: [] as Refused[] }
      for await (const { wanted, held } of sideBySide(catalogue, index)) {
        signal.throwIfAborted()
        const one = await align(wanted, held, signal)
        for (const name of ['written', 'removed', 'missing', 'stale', 'extra'] as const)
          total[name] += one[name]
        total.refused.push(...one.refused.slice(0, mostTold - total.refused.length))
      }
      if (total.written + total.removed > 0) log.info(total, 'search index reconciled')
      return total
    },
  }
}

async function* pages(read: (after: string | null) => Promise<Entry[]>): AsyncIterable<Entry[]> {
  let after: string | null = null
  for (;;) {
    const page: Entry[] = await read(after)
    if (page.length === 0) return
    yield page
    after = page.at(-1)!.id
  }
}

const compared = 1_000
/** Works set aside that a report names. */
const mostTold = 100

/**
 * What the catalogue has and what the index holds, over the same stretch of ids: up to the end of the page that
 * ends first, so that neither is asked for more than a page at a time.
 */
async function* sideBySide(catalogue: Catalogue, index: SearchIndex) {
  let after: string | null = null
  for (;;) {
    const works: Entry[] = (await catalogue.works(after, compared)).map(({ id, version }) => ({
      id,
      version: versionOf(version),
    }))
    const documents: Entry[] = await index.list(after, compared)
    if (works.length === 0 && documents.length === 0) return
    const ends = [works, documents].filter(({ length }) => length === compared).map((page) => page.at(-1)!.id)
    const end: string | undefined = ends.sort()[0]
    const within = (page: Entry[]) =>
      new Map(page.filter(({ id }) => end === undefined || id <= end).map((one) => [one.id, one]))
    yield { wanted: within(works), held: within(documents) }
    if (end === undefined) return
    after = end
  }
}
