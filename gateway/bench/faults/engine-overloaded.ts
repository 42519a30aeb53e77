import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { jsonLines, listening, startShulianAt } from '../../command-testing.js'
import { type OaiProvider, startOaiProvider } from '../../sample/oai-provider.js'
import { stopped } from './behind-link.js'
import { openJobs } from './end-state.js'
import { generatedItems } from './generated-items.js'
import { isFinished } from './killing.js'
import type { Passing, SearchLink } from './search-link.js'

export interface Overload {
  records: number
  /** Records that the repository gives at once. */
  pageSize: number
  /** Bytes of a body that the engine takes, at most. */
  limit: number
  /** One in so many writes is told to come again. */
  oneIn: number
  /** Milliseconds for which the engine answers nobody, and how often. */
  stall: number
  stalls: number
}

export interface OverloadedOutcome {
  /** Writes that were refused with 413 and with 429. */
  tooLarge: number
  tooMany: number
  /** Lists asked of the repository in all, and at most while the engine answered nobody. */
  pages: number
  pagesMeanwhile: number
  stalls: number
  /** Megabytes of the heap at its highest: undisturbed, and so. */
  heap: [number, number]
  seconds: [number, number]
  /** Works of the index that differ from the catalogue's in the end, and works that were harvested. */
  differences: number
  works: number
}

/** The same harvest beside an engine that is well, and beside one that has too much to do. */
export const engineOverloaded = async (
  folder: string,
  link: SearchLink,
  overload: Overload,
): Promise<OverloadedOutcome> => {
  const provider = await startOaiProvider({
    items: generatedItems(overload.records),
    pageSize: overload.pageSize,
  })
  try {
    const calm = await harvested(join(folder, 'calm'), link, provider)
    const lists = listsOf(provider)
    const faults = overloading(overload, Math.floor(lists / (overload.stalls + 1)), () => listsOf(provider))
    link.meddle = faults.meddle
    const rough = await harvested(join(folder, 'rough'), link, provider)
    return {
      ...faults.counts,
      pages: lists,
      heap: [calm.heap, rough.heap],
      seconds: [calm.seconds, rough.seconds],
      differences: rough.differences,
      works: rough.works,
    }
  } finally {
    await provider.close()
  }
}

const listsOf = ({ requests }: OaiProvider): number =>
  requests.filter((request) => /verb=List/.test(request)).length

/** @param every after so many writes it answers nobody for a while */
const overloading = ({ limit, oneIn, stall, stalls }: Overload, every: number, lists: () => number) => {
  const counts = { tooLarge: 0, tooMany: 0, stalls: 0, pagesMeanwhile: 0 }
  let [writes, stalling] = [0, Promise.resolve()]
  const stalled = async () => {
    const before = lists()
    await sleep(stall)
    counts.pagesMeanwhile = Math.max(counts.pagesMeanwhile, lists() - before)
  }
  const meddle = async ({ method, path, body }: Passing) => {
    await stalling
    if (method !== 'POST' || !/\/documents(\?|$)/.test(path)) return undefined
    writes++
    if (counts.stalls < stalls && writes >= every * (counts.stalls + 1)) {
      counts.stalls++
      stalling = stalled()
      await stalling
    }
    if (Buffer.byteLength(body) > limit) {
      counts.tooLarge++
      return { status: 413 }
    }
    if (writes % oneIn === 0) {
      counts.tooMany++
      return { status: 429 }
    }
    return undefined
  }
  return { counts, meddle }
}

/** A gateway that harvests as it starts, until all of it can be found. */
const harvested = async (dataDir: string, link: SearchLink, provider: OaiProvider) => {
  provider.requests.length = 0
  const settings = {
    SHULIAN_MEILI_URL: link.url,
    SHULIAN_MEILI_KEY: link.key,
    SHULIAN_CONFIG: consortiumFile(`${dataDir}.json`, provider.url),
    SHULIAN_EGRESS_ALLOW: `127.0.0.1:${provider.port}`,
  }
  const began = performance.now()
  const gateway = startShulianAt({ dataDir, settings }, 'serve', '--json')
  try {
    const url = await listening(gateway)
    let heap = 0
    while (!isFinished(dataDir) || openJobs(dataDir) > 0) {
      heap = Math.max(heap, await heapOf(url))
      await sleep(100)
    }
    const seconds = (performance.now() - began) / 1_000
    const { code, stdout, stderr } = await startShulianAt({ dataDir, settings }, 'reconcile', '--json')
      .finished
    if (code !== 0) throw new Error(`reconciling ended with ${code}: ${stderr}`)
    const { missing, stale, extra } = jsonLines(stdout).at(-1) as Record<
      'missing' | 'stale' | 'extra',
      number
    >
    const found = (await (await fetch(`${url}/v1/search?q=&limit=1`)).json()) as { total: number }
    return { heap, seconds, differences: missing + stale + extra, works: found.total }
  } finally {
    await stopped(gateway)
  }
}

const consortiumFile = (path: string, url: string): string => {
  const source = { name: 'main', adapter: 'oai-pmh', options: { url, metadataPrefix: 'oai_dc' } }
  const member = { id: 'city', type: 'library', name: 'City', sources: [source] }
  writeFileSync(path, JSON.stringify({ name: 'Faults', members: [member] }))
  return path
}

/** Megabytes. */
const heapOf = async (url: string): Promise<number> => {
  const metrics = await (await fetch(`${url}/metrics`)).text()
  return Number(/^nodejs_heap_size_used_bytes (\S+)$/m.exec(metrics)?.[1]) / 1024 ** 2
}
