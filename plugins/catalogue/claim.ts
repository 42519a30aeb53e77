import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'

/** A claim that is not renewed lapses, in milliseconds. */
export const leaseMilliseconds = 30_000

export interface Claim {
  owner: string
  pid: number
  claimedUntil: number
}

/** This process as one that is at runs. */
export interface Runner {
  claim(now: Date): Claim
  /** Runs that it is at, each with what stops it; a claim of ours on any other was left behind by a failure. */
  running: Map<string, AbortController>
  /** Whether a run may be taken: its process is no more, or froze for longer than its claim. */
  isFree(run: Claim & { id: string }, now: Date): boolean
}

/**
 * Process ids mean something on one machine only, and are used again: in a container every start has the same.
 * So a claim names machine, start and a number that nobody else has.
 */
export const createRunner = (): Runner => {
  const machine = hostname()
  const process_ = `${machine} ${performance.timeOrigin}`
  const owner = `${process_} ${randomUUID()}`
  const running = new Map<string, AbortController>()
  return {
    running,
    claim: (now) => ({ owner, pid: process.pid, claimedUntil: now.getTime() + leaseMilliseconds }),
    isFree: (run, now) => {
      if (run.owner === owner) return !running.has(run.id)
      if (Number(run.claimedUntil) <= now.getTime()) return true
      if (!run.owner.startsWith(`${machine} `)) return false
      if (Number(run.pid) === process.pid) return !run.owner.startsWith(`${process_} `)
      return !isAlive(Number(run.pid))
    },
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives, under another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
