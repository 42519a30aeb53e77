import { setTimeout as sleep } from 'node:timers/promises'
import { giveTurns } from '../../gateway/contracts/give-turns.js'

export type Stints = () => Promise<void>

/** Milliseconds of work without a pause. */
const stint = 10
/** So much of a page is read without a rest; only hostile ones take longer. */
const free = 50

/**
 * Between two pieces of one page: whoever else has work in this process gets a turn, and beyond the usual nine times the time
 * that the piece took. A page of 60 MiB takes seconds to read; nobody is to wait so long for it.
 */
export function createStints(): Stints {
  let [began, worked] = [performance.now(), 0]
  return async () => {
    const lasted = performance.now() - began
    if (lasted < stint) return
    worked += lasted
    if (worked > free) await giveTurns(lasted)
    else await new Promise(setImmediate)
    began = performance.now()
  }
}

/** Octets a second: no provider needs to be read faster. */
const fastest = 16 * 1024 ** 2

/** After an answer of so many octets that took so many milliseconds: one that sends without end leaves time to the others. */
export async function unhurried(octets: number, taken: number, signal: AbortSignal): Promise<void> {
  const left = (1000 * octets) / fastest - taken
  if (left > stint) await sleep(left, undefined, { signal })
}
