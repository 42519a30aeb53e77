import { join } from 'node:path'
import { Agent, request } from 'undici'
import { listening, shulian, startShulianAt } from '../command-testing.js'
import { silentLog } from '../contracts/log.js'
import type { SearchAnswer } from '../contracts/services.js'
import { openDatabases } from '../database/databases.js'
import { openSearchIndex } from '../search-index/open.js'
import { type Asked, type Planned, plannedCalls, plannedRequests } from './answers/planned.js'
import { inFolder } from './faults/in-folder.js'
import { settled } from './faults/settled.js'
import { numberOf } from './number-of.js'
import { percentilesOf } from './percentiles.js'
import { recordFile } from './record-file.js'
import { openSearchEngine, type SearchEngine } from './search-engine.js'
import { typedFrom } from './typed.js'

export const name = 'answers'

/** How often each search was asked before it counts: a gateway that has run for a while has its code compiled and its pages read. */
const before = 3

/**
 * A search through a gateway, over HTTP, beside its engine alone, which is asked what the gateway had asked it: the embedded
 * engine, called in this process, and a search engine of its own (a stand-in, or `SHULIAN_TEST_MEILI_URL`). They take turns, and
 * each search is asked of both three times before it counts. `/healthz` tells what any answer over HTTP costs: of it, and of ranking
 * and marking twenty hits, no catalogue makes less, so the ratio says most where the catalogue is as large as a consortium's.
 * `--records 30000`, `--searches 300`.
 */
export const run = (report: (line: string) => void): Promise<void> =>
  inFolder(async (folder) => {
    const file = await recordFile(join(folder, 'records.mrc'), numberOf('--records', 30_000), 1)
    await beside(join(folder, 'embedded'), file, 'the embedded engine', undefined, report)
    const engine = await openSearchEngine()
    try {
      await beside(join(folder, 'apart'), file, engine.label, engine, report)
    } finally {
      await engine.close()
    }
  })

const beside = async (
  dataDir: string,
  file: string,
  label: string,
  engine: SearchEngine | undefined,
  report: (line: string) => void,
): Promise<void> => {
  const settings = engine && { SHULIAN_MEILI_URL: engine.url, SHULIAN_MEILI_KEY: engine.key }
  const start = (...words: string[]) => startShulianAt({ dataDir, ...(settings && { settings }) }, ...words)
  await shulian(dataDir, 'members', 'add', 'bench', '--name', 'Bench', '--type', 'library')
  const { code, stderr } = await start('import', file, '--member', 'bench', '--format', 'marc21').finished
  if (code !== 0) throw new Error(`the import ended with ${code}: ${stderr}`)
  await settled(dataDir, () => start('serve', '--empty', '--json'))
  const served = start('serve', '--empty', '--json')
  const databases = await openDatabases({ dataDir }, silentLog)
  const meili = engine && { urls: [engine.url], key: engine.key }
  const index = openSearchIndex({ ...(meili && { meili }) }, databases, silentLog)
  const agent = new Agent()
  // A stand-in takes a second to forgive slips: only searches that need nothing forgiven are asked of it.
  const mostRounds = engine && engine.pid !== null ? 1 : Number.POSITIVE_INFINITY
  try {
    const planned = (asked: Asked) =>
      engine ? plannedRequests(index, agent, asked) : plannedCalls(index, asked)
    await measure({ url: await listening(served), agent, planned, label, mostRounds }, report)
  } finally {
    served.child.kill('SIGTERM')
    await served.finished
    await agent.close()
    await index.close()
    await databases.close()
  }
}

interface Beside {
  url: string
  agent: Agent
  label: string
  planned(asked: Asked): Promise<Planned>
  /** What takes more is passed over. */
  mostRounds: number
}

const measure = async (
  { url, agent, label, planned, mostRounds }: Beside,
  report: (line: string) => void,
) => {
  const get = async (path: string): Promise<string> => {
    const { statusCode, body } = await request(`${url}${path}`, { dispatcher: agent })
    const text = await body.text()
    if (statusCode !== 200) throw new Error(`${path}: ${statusCode} ${text}`)
    return text
  }
  const page = async (offset: number) =>
    JSON.parse(await get(`/v1/search?q=&limit=100&offset=${offset}`)) as SearchAnswer
  const typed = await typedOn(page, numberOf('--searches', 300))
  report(`${label}, ${(await page(0)).total} works`)
  for (const facets of [[], ['type', 'language', 'subject']] as const) {
    const searches: { again(): Promise<void>; path: string }[] = []
    for (const q of typed) {
      const { again, rounds } = await planned({ q, facets: [...facets] })
      const path = `/v1/search?q=${encodeURIComponent(q)}${facets.length > 0 ? `&facets=${facets.join(',')}` : ''}`
      if (rounds <= mostRounds) searches.push({ again, path })
    }
    const round = async () => {
      const times: { alone: number[]; through: number[]; nothing: number[] } = {
        alone: [],
        through: [],
        nothing: [],
      }
      for (const { again, path } of searches) {
        times.alone.push(await timed(again))
        times.through.push(await timed(() => get(path)))
        times.nothing.push(await timed(() => get('/healthz')))
      }
      return times
    }
    for (let time = 0; time < before; time++) await round()
    const { alone, through, nothing } = await round()
    report(facets.length > 0 ? '  with three facets' : '  plain')
    report(`  ${percentilesOf('  the engine alone', alone, alone)}`)
    report(`  ${percentilesOf('  through the gateway', through, alone)} (p95 at most 1.2 ×)`)
    report(`  ${percentilesOf('  /healthz', nothing, alone)}`)
  }
}

/** From titles here and there in the catalogue. */
const typedOn = async (
  page: (offset: number) => Promise<SearchAnswer>,
  enough: number,
): Promise<string[]> => {
  const typed: string[] = []
  for (let offset = 100; typed.length < enough; offset += 400) {
    const { hits } = await page(offset)
    if (hits.length === 0) break
    typed.push(...typedFrom(hits.map(({ title }) => title)))
  }
  return typed.slice(0, enough)
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}
