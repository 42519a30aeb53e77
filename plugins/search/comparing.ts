import type { Catalogue, Refused, SearchIndex } from '../../gateway/contracts/index.js'
import { atOnce } from './at-once.js'
import { versionOf } from './documents.js'
import type { Writing, Written } from './writing.js'

/** A work as an index has it, or ought to. */
export interface Entry {
  id: string
  version: number
}

/** What an index had otherwise than the catalogue, and all that the engine will not have. */
export interface Differences {
  written: number
  removed: number
  missing: number
  stale: number
  extra: number
  refused: Refused[]
}

export type Compared = Written & Pick<SearchIndex, 'list' | 'remove'>

interface Comparing {
  catalogue: Catalogue
  write: Writing
  index: Compared
  signal: AbortSignal
}

/** Makes an index equal to the catalogue, touching only what differs; in parts, told in their order. */
export const equalize = (comparing: Comparing): AsyncIterable<Differences & { compared: Entry[] }> =>
  atOnce(comparing.index.writesAtOnce, partsOf(comparing))

async function* partsOf(comparing: Comparing) {
  for await (const { wanted, held } of sideBySide(comparing.catalogue, comparing.index)) {
    comparing.signal.throwIfAborted()
    yield async () => ({ ...(await align(comparing, wanted, held)), compared: [...wanted.values()] })
  }
}

export const sumOf = async (parts: AsyncIterable<Differences>): Promise<Differences> => {
  const total: Differences = { written: 0, removed: 0, missing: 0, stale: 0, extra: 0, refused: [] }
  for await (const one of parts) add(total, one)
  return total
}

export const add = (total: Differences, one: Differences): void => {
  for (const name of ['written', 'removed', 'missing', 'stale', 'extra'] as const) total[name] += one[name]
  total.refused.push(...one.refused)
}

/** An index that is ahead (the catalogue was restored from a backup) would refuse what is older: it goes first. */
const align = async (
  { index, write, signal }: Comparing,
  wanted: Map<string, Entry>,
  held: Map<string, Entry>,
): Promise<Differences> => {
  const gone = [...held.keys()].filter((id) => !wanted.has(id))
  const ahead = [...wanted.values()].filter(({ id, version }) => (held.get(id)?.version ?? 0) > version)
  await index.remove(ahead.map(({ id }) => id))
  const different = [...wanted.values()].filter(({ id, version }) => held.get(id)?.version !== version)
  const { written, removed, refused } = await write(
    index,
    // What the catalogue lacked may have come back since: whoever writes reads it again.
    [...gone, ...different.map(({ id }) => id)],
    signal,
  )
  const missing = different.filter(({ id }) => !held.has(id)).length
  return {
    written,
    removed,
    missing,
    stale: different.length - missing,
    extra: gone.length,
    refused,
  }
}

const compared = 1_000

/**
 * What the index holds and what the catalogue has, over the same stretch of ids: up to the end of the page that
 * ends first, so that neither is asked for more than a page at a time. The index is read first: what is written
 * meanwhile is then at most missing in it, never ahead of the catalogue.
 */
async function* sideBySide(catalogue: Catalogue, index: Compared) {
  let after: string | null = null
  for (;;) {
    const documents: Entry[] = await index.list(after, compared)
    const works: Entry[] = (await catalogue.works(after, compared)).map(({ id, version }) => ({
      id,
      version: versionOf(version),
    }))
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
