import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { marc } from '../../../plugins/catalogue/testing.js'
import { listening, startShulianAt } from '../../command-testing.js'
import { stopped } from './behind-link.js'
import { openLiveService } from './live-service.js'
import type { SearchLink } from './search-link.js'

export interface StormOutcome {
  requests: number
  /** What a request costs upstream when all is well. */
  each: number
  /** What reached the upstream in the storm. */
  hits: number
  /** Answers of the storm by their code. */
  told: Record<string, number>
  /** Milliseconds from the end of the storm to an answer; undefined when none came. */
  back: number | undefined
}

export interface Storm {
  requests: number
  clients: number
}

/** As long as a caller waits for what is well again. */
const patience = 30_000

/** A member's live service that answers everybody with 503, and asks to be called again at once. */
export const stormOfService = async (folder: string, storm: Storm): Promise<StormOutcome> => {
  let isStorm = false
  const live = await openLiveService(folder, (_request, response) =>
    response.writeHead(isStorm ? 503 : 200, { 'retry-after': '0' }).end(),
  )
  try {
    return await weathered(storm, {
      url: () => live.url,
      hits: live.asked,
      raise: (is) => (isStorm = is),
    })
  } finally {
    await live.close()
  }
}

/** A search engine that answers every search with 503. */
export const stormOfEngine = async (
  folder: string,
  link: SearchLink,
  storm: Storm,
): Promise<StormOutcome> => {
  const settings = { SHULIAN_MEILI_URL: link.url, SHULIAN_MEILI_KEY: link.key }
  const file = join(folder, 'some.mrc')
  const records = Array.from({ length: 20 }, (_, at) => marc({ id: `x${at}`, title: `Storm ${at}` }))
  writeFileSync(file, Buffer.concat(records))
  const words = ['import', file, '--member', 'city', '--format', 'marc21']
  for (const some of [['members', 'add', 'city', '--name', 'City', '--type', 'library'], words]) {
    const { code, stderr } = await startShulianAt({ dataDir: folder, settings }, ...some).finished
    if (code !== 0) throw new Error(`the command ended with ${code}: ${stderr}`)
  }
  const started = startShulianAt({ dataDir: folder, settings }, 'serve', '--empty', '--json')
  try {
    const gateway = await listening(started)
    let [hits, isStorm] = [0, false]
    link.meddle = async ({ method, path }) => {
      if (method !== 'POST' || !/search/.test(path)) return undefined
      hits++
      return isStorm ? { status: 503 } : undefined
    }
    return await weathered(storm, {
      // Each another, or it would be remembered.
      url: (number) => `${gateway}/v1/search?q=storm+${number % 20}&limit=${1 + (number % 50)}`,
      hits: () => hits,
      raise: (is) => (isStorm = is),
    })
  } finally {
    await stopped(started)
  }
}

interface Weather {
  url(number: number): string
  hits(): number
  raise(isStorm: boolean): void
}

/** How many requests show what one costs. */
const calm = 40

const weathered = async ({ requests, clients }: Storm, weather: Weather): Promise<StormOutcome> => {
  const counted = async (from: number, count: number) => {
    const [before, told] = [weather.hits(), {} as Record<string, number>]
    let next = from
    const client = async () => {
      while (next < from + count) {
        const code = await ask(weather.url(next++))
        told[code] = (told[code] ?? 0) + 1
      }
    }
    await Promise.all(Array.from({ length: clients }, client))
    return { hits: weather.hits() - before, told }
  }
  const before = await counted(0, calm)
  if (before.told['200'] !== calm) throw new Error(`before the storm: ${JSON.stringify(before.told)}`)
  weather.raise(true)
  const { hits, told } = await counted(calm, requests)
  weather.raise(false)
  const back = await answeredAfter(() => ask(weather.url(calm + requests)))
  return { requests, each: before.hits / calm, hits, told, back }
}

const answeredAfter = async (call: () => Promise<string>): Promise<number | undefined> => {
  const began = performance.now()
  while (performance.now() - began < patience) {
    if ((await call()) === '200') return performance.now() - began
    await sleep(50)
  }
  return undefined
}

/** @returns `200`, or the code of a problem */
const ask = async (url: string): Promise<string> => {
  const response = await fetch(url, { signal: AbortSignal.timeout(patience) })
  const text = await response.text()
  return response.status === 200 ? '200' : ((JSON.parse(text) as { code?: string }).code ?? text)
}
