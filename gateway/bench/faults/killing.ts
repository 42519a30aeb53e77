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

/** Milliseconds: of a start until work goes on, and of a page, both undisturbed. */
export interface Pace {
  start: number
  page: number
}

/** Of a kill: the page under way, the one held until it is known not to be the last, and the one being stored. */
export const pagesLost = 3

/**
 * Starts the same command again and again and kills it: one point in each of as many parts of the whole as there
 * are kills, and somewhere in the page under way then, at the latest at its end; where the run has come further already, anywhere from the
 * start of the process to the end of its first page. @returns how often it was killed
 */
export const killedAt = async (
  dataDir: string,
  { records, kills, seed }: Sizes,
  pace: Pace,
  start: () => Started,
): Promise<number> => {
  const random = randomFrom(seed)
  let killed = 0
  for (let kill = 0; kill < kills && !isFinished(dataDir); kill++) {
    const point = Math.floor(((kill + random()) / kills) * records)
    const started = start()
    const isAhead = readOf(dataDir) >= point
    const at = await reached(dataDir, point, started)
    const wait = random() * (isAhead ? pace.start + pace.page : pace.page)
    await Promise.race([sleep(wait), reached(dataDir, at + 1, started)])
    started.child.kill(isFinished(dataDir) ? 'SIGTERM' : 'SIGKILL')
    const { code, stderr } = await started.finished
    if (code === null) killed++
    else if (code !== 0) throw new Error(`the command ended with ${code}: ${stderr}`)
  }
  return killed
}

const readOf = (dataDir: string): number => progressOf(dataDir)?.read ?? 0

/** Until so many records are read, or the command ended. @returns how many are */
const reached = async (dataDir: string, point: number, { finished }: Started): Promise<number> => {
  let end: Finished | undefined
  void finished.then((value) => {
    end = value
  })
  while (!end && !isFinished(dataDir) && readOf(dataDir) < point) await sleep(20)
  return readOf(dataDir)
}

export const isFinished = (dataDir: string): boolean => progressOf(dataDir)?.state === 'finished'

/** @returns what came, and after how many milliseconds */
export const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const began = performance.now()
  return [await work(), performance.now() - began]
}
