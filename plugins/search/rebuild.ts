import {
  type Building,
  type Catalogue,
  type SearchDocument,
  type SearchIndex,
  ShulianError,
  type Threads,
} from '../../gateway/contracts/index.js'
import { type Entry, equalize } from './comparing.js'
import { folding, versionOf } from './documents.js'
import type { Writing } from './writing.js'

export interface RebuildParts {
  index: SearchIndex
  catalogue: Catalogue
  threads: Threads
  write: Writing
}

export interface RebuildCall {
  signal: AbortSignal
  onProgress?: (done: number, of: number) => void
}

/** While an index is built the catalogue goes on: what differs then is compared again before it is judged again. */
const tries = 3
/** Works that must be found by their titles before the index is searched. */
const known = 50

/**
 * Fills an index beside the one that is searched, judges it, and puts it in its place. One that is found wanting is
 * dropped. Filling is comparing with the catalogue: so a build that was cut off goes on where it was.
 * @throws ShulianError SEARCH_BUILD_REFUSED, SEARCH_BUILD_UNDERWAY
 */
export const rebuild = async (parts: RebuildParts, call: RebuildCall): Promise<{ indexed: number }> => {
  const building = await parts.index.beside(call)
  try {
    for (let number = 1; ; number++) {
      const filled = await fill(parts, building, call)
      const faults = await judge(parts, building, filled)
      if (faults.length === 0) break
      if (number < tries) continue
      await building.drop()
      throw buildRefused(faults)
    }
    call.signal.throwIfAborted()
    await building.finish()
    const indexed = await building.count()
    await building.swap()
    return { indexed }
  } finally {
    await building.close()
  }
}

interface Filled {
  /** Of all works some, evenly spread, as they were then. */
  sample: Entry[]
  refused: Set<string>
}

const fill = async (parts: RebuildParts, building: Building, call: RebuildCall): Promise<Filled> => {
  const { works } = await parts.catalogue.counts()
  const each = Math.max(1, Math.floor(works / known))
  const filled: Filled = { sample: [], refused: new Set() }
  let done = 0
  for await (const { compared, refused } of equalize({ ...parts, index: building, signal: call.signal })) {
    for (const { id } of refused) filled.refused.add(id)
    filled.sample.push(...compared.filter((_, at) => (done + at) % each === 0))
    done += compared.length
    call.onProgress?.(done, Math.max(done, works))
  }
  return filled
}

/** What is wrong with it, in words; nothing when it may be searched. */
const judge = async (
  parts: RebuildParts,
  building: Building,
  { sample, refused }: Filled,
): Promise<string[]> => {
  const { works } = await parts.catalogue.counts()
  const count = await building.count()
  const judged = sample.filter(({ id }) => !refused.has(id))
  const documents = await documentsOf(
    parts,
    judged.map(({ id }) => id),
  )
  const unfound = new Set<string>()
  for (const document of documents) if (!(await isFound(building, document))) unfound.add(document.id)
  const lost = await unchanged(
    parts,
    judged.filter(({ id }) => unfound.has(id)),
  )
  return [
    ...(count === works - refused.size ? [] : [`it holds ${count} of ${works - refused.size} works`]),
    ...(lost.length === 0
      ? []
      : [
          `${lost.length} of ${documents.length} known works are not found by their titles (${lost.slice(0, 3).join(', ')})`,
        ]),
  ]
}

/** What changed since it was filled in is still on its way, written by whoever changed it: no fault of the index. */
const unchanged = async ({ catalogue }: RebuildParts, works: readonly Entry[]): Promise<string[]> => {
  const now = await catalogue.versions(works.map(({ id }) => id))
  return works
    .filter(({ id, version }) => {
      const current = now.get(id)
      return current !== undefined && versionOf(current) === version
    })
    .map(({ id }) => id)
}

const documentsOf = async (
  { catalogue, threads }: RebuildParts,
  ids: string[],
): Promise<SearchDocument[]> => {
  const works = (await catalogue.documents(ids)).flatMap((one) => (one.gone ? [] : [one.parts]))
  return threads.begin(folding, works).result()
}

/** Words of a title that are asked for, and hits that are looked through. */
const asked = 8
const looked = 100

const isFound = async (building: Building, { id, text }: SearchDocument): Promise<boolean> => {
  const words = text.title.split(' | ')[0]!.split(' ').filter(Boolean).slice(0, asked)
  const { hits, total } = await building.search({
    all: words.map((word) => ({ tokens: [word] })),
    none: [],
    facets: [],
    facetLimit: 0,
    sort: 'relevance',
    limit: looked,
    offset: 0,
    exactUpTo: looked,
  })
  return hits.some((hit) => hit.id === id) || total > looked
}

const buildRefused = (faults: readonly string[]) =>
  new ShulianError(
    'SEARCH_BUILD_REFUSED',
    `The index that was built is not put in place: ${faults.join('; ')}. What was searched is searched still. Run 'shulian rebuild' once more; if it is refused again, look at the search engine.`,
    { status: 503 },
  )
