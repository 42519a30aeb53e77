import { setTimeout as sleep } from 'node:timers/promises'
import type { Finished, Started } from '../../command-testing.js'
import { randomFrom } from '../generated-records.js'
import { progressOf } from './end-state.js'

export interface Sizes {
  folder: string
  records: number
  kills: number
  seed: number
}

/** Of a kill: the page under way, the one held until it is known not to be the last, and the one being stored. */
export const pagesLost = 3

/** One point in each of as many parts of the whole as there are kills. */
export const pointsOf = ({ records, kills, seed }: Sizes): { read: number; after: number }[] => {
  const random = randomFrom(seed)
  return Array.from({ length: kills }, (_, at) => ({
    read: Math.floor(((at + random()) / kills) * 0.95 * records),
    after: random() * 60,
  }))
}

/**
 * Starts the same command again and again and kills it once it has read so many records and some milliseconds
 * more, then lets it run. @returns how often it was killed
 */
export const killedAt = async (
  dataDir: string,
  sizes: Sizes,
  start: () => Started,
): Promise<{ killed: number }> => {
  let killed = 0
  for (const { read, after } of pointsOf(sizes)) {
    const started = start()
    const over = ended(started)
    while (!over() && !isFinished(dataDir) && (progressOf(dataDir)?.read ?? 0) < read) await sleep(5)
    await sleep(after)
    if (isFinished(dataDir)) {
      started.child.kill('SIGTERM')
      await started.finished
      break
    }
    started.child.kill('SIGKILL')
    if ((await started.finished).code === null) killed++
  }
  return { killed }
}

export const isFinished = (dataDir: string): boolean => progressOf(dataDir)?.state === 'finished'

const ended = ({ finished }: Started): (() => boolean) => {
  let end: Finished | undefined
  void finished.then((value) => {
    end = value
  })
  return () => end !== undefined
}
