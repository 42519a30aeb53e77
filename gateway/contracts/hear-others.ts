/** Milliseconds that a thread works in one breath. */
const breath = 8

let heardAt = 0

/**
 * Between two pieces of long work: whoever else waits for this thread is heard, unless that was only just. A promise that is
 * kept already lets nobody in, so that a hundred questions to a database in this process would be one piece.
 */
export const hearOthers = async (): Promise<void> => {
  if (performance.now() - heardAt < breath) return
  await new Promise(setImmediate)
  heardAt = performance.now()
}
