import { randomUUID } from 'node:crypto'

/** Who holds a job. The name starts with machine and process, so that others can tell whether it still lives. */
export interface Claimant {
  name: string
  machine: string
  pid: number
}

export interface ClaimMarks {
  claimedBy: string | null
  claimedPid: number | null
  claimedUntil: number | null
}

export const createClaimant = (machine: string): Claimant => ({
  name: `${processName(machine)} ${randomUUID()}`,
  machine,
  pid: process.pid,
})

/**
 * Whether a claim may be taken back: it lapsed, or its process is no more. Process ids mean something on one machine only;
 * in a container every start has the same id, so the start time counts too.
 */
export function isGone(claim: ClaimMarks, me: Claimant, now: number): boolean {
  if (Number(claim.claimedUntil) <= now) return true
  const holder = claim.claimedBy ?? ''
  if (!holder.startsWith(`${me.machine} `)) return false
  if (claim.claimedPid === me.pid) return !holder.startsWith(`${processName(me.machine)} `)
  return !isAlive(Number(claim.claimedPid))
}

const processName = (machine: string): string => `${machine} ${performance.timeOrigin}`

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives, under another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
