import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Change } from '../../../standards/record/change.js'
import type { Gateway } from '../../gateway.js'
import { importFile } from '../import-file.js'
import { recordFile } from '../record-file.js'
import { sentByLibraries } from './records.js'

/** Records of one push. */
const atOnce = 2_000

export interface Filled {
  seconds: number
  /** Seconds that processors were at it. */
  processor: number
  /** Megabytes on the way. */
  memory: number[]
}

/** A file of real records, as the command imports it. */
export const imported = async (gateway: Gateway, count: number): Promise<Filled> => {
  const folder = mkdtempSync(join(tmpdir(), 'shulian-bench-'))
  try {
    const file = await recordFile(join(folder, 'records.mrc'), count, 1)
    const { memory, ...times } = await importFile(gateway, file)
    return { ...times, memory: memory.map(({ megabytes }) => megabytes) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Generated records, pushed library by library as they come; only what the gateway does is timed. */
export const pushed = async (
  { services: { catalogue, members } }: Gateway,
  count: number,
): Promise<Filled> => {
  const waiting = new Map<string, Change[]>()
  const filled: Filled = { seconds: 0, processor: 0, memory: [] }
  const { signal } = new AbortController()
  const push = async (library: string) => {
    const changes = waiting.get(library) as Change[]
    const used = process.cpuUsage()
    const began = performance.now()
    const { state, error } = await catalogue.push(`${library}/main`, changes, { signal })
    filled.seconds += (performance.now() - began) / 1e3
    const { user, system } = process.cpuUsage(used)
    filled.processor += (user + system) / 1e6
    if (state !== 'finished') throw new Error(`The run ended as ${state}: ${error?.detail}`)
    waiting.set(library, [])
  }
  let number = 0
  for (const { library, change } of sentByLibraries(count, 1)) {
    if (!waiting.has(library)) {
      await members.add({ id: library, name: library, type: 'library' })
      await members.addSource({ member: library, name: 'main', adapter: 'marc-file', options: { path: '-' } })
      waiting.set(library, [])
    }
    waiting.get(library)?.push(change)
    if (waiting.get(library)?.length === atOnce) await push(library)
    if (++number % Math.ceil(count / 5) === 0) filled.memory.push(process.memoryUsage().rss / 1e6)
  }
  for (const library of waiting.keys()) await push(library)
  filled.memory.push(process.memoryUsage().rss / 1e6)
  return filled
}
