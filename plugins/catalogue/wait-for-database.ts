import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf, type Progress, type RunOptions } from '../../gateway/contracts/index.js'
import type { RunReport } from '../../standards/record/run-report.js'

const away = 'DATABASE_UNAVAILABLE'
/** What one that comes back says at first: it is still at what it was left in the midst of. */
const passing = new Set([away, 'STORAGE_BUSY'])

/** So often a run may meet an outage at one place: it is of its own making, then. */
const mostAtOnePlace = 5

/**
 * For a run that takes long and that no request waits for: where the database goes in its midst it is waited for, and the run goes
 * on where it was left, as it does for whoever calls again. A server that has much to do falls silent for seconds.
 *
 * @throws what `perform` throws before the run has begun
 */
export const waitForDatabase = async (
  perform: (options: RunOptions) => Promise<RunReport>,
  options: RunOptions,
  /** Milliseconds between two tries. */
  pause = 5_000,
): Promise<RunReport> => {
  const { signal, onProgress } = options
  let latest: Progress | undefined
  /** By the outage that lasts. */
  let left: RunReport | undefined
  const noting: RunOptions = {
    ...options,
    onProgress: (progress) => {
      latest = progress
      left = undefined
      onProgress?.(progress)
    },
  }
  let [at, times] = [-1, 0]
  for (;;) {
    const report = await perform(noting).catch((error: unknown) => {
      if (left && passing.has(codeOf(error))) return left
      throw error
    })
    if (report.error?.code !== away || signal.aborted) return report
    if (report !== left) [at, times] = [report.read, report.read === at ? times + 1 : 1]
    if (times === mostAtOnePlace) return report
    if (latest && !left) onProgress?.({ ...latest, waiting: waitingFor(pause) })
    left = report
    await sleep(pause, undefined, { signal }).catch(() => {})
  }
}

const waitingFor = (pause: number) => ({
  until: new Date(Date.now() + pause).toISOString(),
  seconds: pause / 1_000,
  why: 'for the database, which does not answer; it goes on when it does, Ctrl-C ends it',
})
