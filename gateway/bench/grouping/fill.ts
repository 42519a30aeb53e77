import type { Change } from '../../../standards/record/change.js'
import type { Gateway } from '../../gateway.js'
import type { Sent } from './records.js'

/** Records of one push. */
const pushed = 2_000

export interface Filled {
  seconds: number
  /** Seconds that processors were at it. */
  processor: number
  /** Megabytes at each fifth of the way. */
  memory: number[]
}

/** Library by library as their records come; only what the gateway does is timed. */
export const fill = async (
  { services: { catalogue, members } }: Gateway,
  records: Iterable<Sent>,
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
  for (const { library, change } of records) {
    if (!waiting.has(library)) {
      await members.add({ id: library, name: library, type: 'library' })
      await members.addSource({ member: library, name: 'main', adapter: 'marc-file', options: { path: '-' } })
      waiting.set(library, [])
    }
    waiting.get(library)?.push(change)
    if (waiting.get(library)?.length === pushed) await push(library)
    if (++number % Math.ceil(count / 5) === 0) filled.memory.push(process.memoryUsage().rss / 1e6)
  }
  for (const library of waiting.keys()) await push(library)
  filled.memory.push(process.memoryUsage().rss / 1e6)
  return filled
}
