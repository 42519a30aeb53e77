import { constants, getPriority, setPriority } from 'node:os'

/**
 * Readers wait for an answer, nobody waits for an ingest: on few processors this thread is served after those that answer. Where a
 * priority is not a thread's own but its process's (elsewhere than on Linux), nothing is changed.
 */
export const giveWay = (): void => {
  const lower = constants.priority.PRIORITY_BELOW_NORMAL
  if (process.platform === 'linux' && getPriority() < lower) setPriority(lower)
}
