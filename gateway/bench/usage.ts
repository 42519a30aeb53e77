import { readFileSync } from 'node:fs'

/** What a process and all that it started have used. */
export interface Usage {
  /** Milliseconds, as `performance.now()` counts. */
  at: number
  /** Seconds of all processors, of those that ended too. */
  processor: number
  /** Megabytes that are its own, and not shared with another. */
  megabytes: number
}

/** So often. */
const every = 50
/** Of the clock that the kernel counts in: `getconf CLK_TCK`, everywhere on Linux. */
const ticks = 100

/** Looks at processes until it is stopped. @returns by name, what they had used at each look */
export const watchUsage = (processes: Readonly<Record<string, number>>) => {
  const looks = new Map(Object.keys(processes).map((name) => [name, [] as Usage[]]))
  const look = () => {
    for (const [name, pid] of Object.entries(processes)) {
      const usage = usageOf(pid)
      if (usage) looks.get(name)!.push(usage)
    }
  }
  look()
  const timer = setInterval(look, every)
  return {
    stop: (): ReadonlyMap<string, Usage[]> => {
      clearInterval(timer)
      return looks
    },
  }
}

/** Seconds of processors from the one moment to the other. */
export const processorBetween = (looks: readonly Usage[], from: number, to: number): number =>
  lastBefore(looks, to).processor - lastBefore(looks, from).processor

const lastBefore = (looks: readonly Usage[], moment: number): Usage =>
  looks.findLast(({ at }) => at <= moment) ?? looks[0] ?? { at: 0, processor: 0, megabytes: 0 }

/** Seconds of processors that a process and all that it started have used; 0 when it is gone. */
export const processorOf = (pid: number): number => usageOf(pid)?.processor ?? 0

/** As proc(5) has it; null when the process is gone. */
const usageOf = (pid: number): Usage | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name, in parentheses, may have anything in it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [user, system, usersOfEnded, systemOfEnded] = fields.slice(11, 15).map(Number) as [
      number,
      number,
      number,
      number,
    ]
    const own = (user + system + usersOfEnded + systemOfEnded) / ticks
    const memory = /^RssAnon:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    const started = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
    const inner = started.flatMap((child) => usageOf(Number(child)) ?? [])
    return {
      at: performance.now(),
      processor: inner.reduce((sum, { processor }) => sum + processor, own),
      megabytes: inner.reduce((sum, { megabytes }) => sum + megabytes, Number(memory ?? 0) / 1024),
    }
  } catch {
    return null
  }
}
