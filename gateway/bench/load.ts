import { join } from 'node:path'
import { Agent, request } from 'undici'
import { listening, startShulian } from '../command-testing.js'
import type { SearchAnswer } from '../contracts/services.js'
import { inFolder } from './faults/in-folder.js'
import { settled } from './faults/settled.js'
import { addMember, imported } from './imported.js'
import { percentilesOf } from './percentiles.js'
import { recordFile } from './record-file.js'
import { typedFrom } from './typed.js'

export const name = 'load'

const most = process.argv.includes('--100k') ? 100_000 : 30_000
const more = 15_000
const eight = 8
const rounds = 800

/**
 * Readers at a gateway that is a process of its own: one after the other, eight at once, and while another process imports. The
 * yardstick is the same reader at rest; `/healthz` tells what an answer costs without a search. `--100k`: so many records.
 */
export const run = (report: (line: string) => void): Promise<void> =>
  inFolder(async (folder) => {
    const dataDir = join(folder, 'data')
    await addMember(dataDir)
    const files = await Promise.all([
      recordFile(join(folder, '1.mrc'), most, 1),
      recordFile(join(folder, '2.mrc'), more, 2),
    ])
    await imported(dataDir, files[0])
    await settled(dataDir, () => startShulian(dataDir, 'serve', '--empty', '--json'))
    const gateway = startShulian(dataDir, 'serve', '--empty', '--json')
    try {
      await measure(await readerOf(await listening(gateway)), () => imported(dataDir, files[1]), report)
    } finally {
      gateway.child.kill('SIGTERM')
      await gateway.finished
    }
  })

const measure = async (
  reader: Reader,
  importMore: () => Promise<unknown>,
  report: (line: string) => void,
): Promise<void> => {
  report(`${reader.works} works`)
  const idle = await reader.alone(reader.searches)
  report(percentilesOf('/healthz', await reader.alone(['/healthz']), idle))
  report(percentilesOf('a search, at rest', idle, idle))
  report(percentilesOf('with three facets', await reader.alone(reader.faceted), idle))
  report(percentilesOf('suggestions', await reader.alone(reader.suggestions), idle))
  const { times, perSecond } = await reader.together(reader.searches)
  report(`${percentilesOf('eight at once', times, idle)}, ${perSecond.toFixed(0)} searches/s`)
  const beside = await reader.until(importMore())
  report(
    `${percentilesOf('while a file is imported', beside, idle)}, the longest of ${beside.length} ${Math.max(...beside).toFixed(0)} ms`,
  )
}

type Reader = Awaited<ReturnType<typeof readerOf>>

const readerOf = async (url: string) => {
  const dispatcher = new Agent({ connections: eight })
  const get = async (path: string) => {
    const { body, statusCode } = await request(`${url}${path}`, { dispatcher })
    const text = await body.text()
    if (statusCode !== 200) throw new Error(`${path}: ${statusCode} ${text}`)
    return text
  }
  const timed = async (path: string): Promise<number> => {
    const began = performance.now()
    await get(path)
    return performance.now() - began
  }
  const { total, hits } = JSON.parse(await get('/v1/search?q=&limit=100&offset=5000')) as SearchAnswer
  const typed = typedFrom(hits.map(({ title }) => title))
  const searches = typed.map((q) => `/v1/search?q=${encodeURIComponent(q)}`)
  const alone = async (paths: readonly string[], enough = rounds) => {
    const times: number[] = []
    for (let at = 0; at < enough; at++) times.push(await timed(paths[at % paths.length]!))
    return times
  }
  return {
    works: total,
    searches,
    faceted: searches.map((path) => `${path}&facets=type,language,subject`),
    suggestions: typed.map((q) => `/v1/suggest?q=${encodeURIComponent(q.slice(0, 4))}`),
    alone,
    together: async (paths: readonly string[]) => {
      const began = performance.now()
      const times = await Promise.all(Array.from({ length: eight }, () => alone(paths, rounds / 2)))
      return { times: times.flat(), perSecond: times.flat().length / ((performance.now() - began) / 1000) }
    },
    until: async (work: Promise<unknown>) => {
      let isDone = false
      void work.finally(() => (isDone = true))
      const times: number[] = []
      while (!isDone) times.push(...(await alone(searches, 20)))
      await work
      return times
    },
  }
}
