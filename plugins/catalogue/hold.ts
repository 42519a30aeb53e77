import { codeOf } from '../../gateway/contracts/index.js'
import { leaseMilliseconds } from './claim.js'
import type { RunParts } from './run-parts.js'
import { isStopAsked, renewClaim, runCut } from './run-store.js'

/** Between two looks whether somebody in another process asked the run to stop, in milliseconds. */
const lookEvery = 1_000
const renewEvery = leaseMilliseconds / 3

/** Stops a run because an operator wants it to, not because its caller went away. */
export const stopAsked = new Error('an operator stopped the run')

export const stoppedBy = ({ reason }: AbortSignal): { code: string; detail: string } => {
  if (reason === stopAsked)
    return {
      code: 'RUN_STOPPED',
      detail: 'An operator stopped the run. The same call goes on where it stopped.',
    }
  // The gateway ends, or another one took its jobs over: nobody wanted this run to stop.
  if (['QUEUE_CLOSED', 'JOB_LOST'].includes(codeOf(reason))) return runCut
  return { code: 'RUN_CANCELLED', detail: 'The run was cancelled. The same call goes on where it stopped.' }
}

/** Keeps the claim on a run while a page takes its time, and hears who wants it stopped. */
export const hold = (
  { database, log, ...parts }: RunParts,
  run: string,
  caller: AbortSignal,
): { signal: AbortSignal; release(): void } => {
  const stop = new AbortController()
  const cancel = () => stop.abort(caller.reason)
  if (caller.aborted) cancel()
  caller.addEventListener('abort', cancel, { once: true })
  parts.runner.running.set(run, stop)
  let renewed = parts.now().getTime()
  const look = async (): Promise<void> => {
    const at = parts.now().getTime()
    // By the clock: looks of a slow database are far apart, and a renewal that failed is tried again with the next one.
    if (at - renewed >= renewEvery) {
      await renewClaim(database, run, parts)
      renewed = at
    }
    if (await isStopAsked(database, run)) stop.abort(stopAsked)
  }
  let timer: NodeJS.Timeout | undefined
  let isReleased = false
  // One look at a time: those of a database that takes long would else hold all connections.
  const lookOn = (): void => {
    if (isReleased) return
    timer = setTimeout(() => {
      look()
        .catch((error) => log.warn({ run, err: error }, 'claim on the run not renewed'))
        .finally(lookOn)
    }, lookEvery).unref()
  }
  lookOn()
  return {
    signal: stop.signal,
    release() {
      isReleased = true
      clearTimeout(timer)
      caller.removeEventListener('abort', cancel)
      parts.runner.running.delete(run)
    },
  }
}
