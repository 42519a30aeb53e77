import { setTimeout as sleep } from 'node:timers/promises'
import { hearOthers } from '../../contracts/hear-others.js'
import { segmentsOf } from './segments.js'
import type { Sqlite } from './sqlite.js'

/** Milliseconds without a write of the index after which its segments are put together. */
const pause = 1_000

/** Pages that FTS5 writes in one step: about a millisecond, or as long as the longest list of hits takes to be written. */
const stepPages = 32

/** Of all pages those outside the largest segment: with fewer it would be written anew for little. */
const mostScattered = 0.2

/** Milliseconds after which the file is left to other processes, and for how long: who waits for it tries every ten. */
const burst = 10
const left = 12

type Write = (steps: () => Iterable<void>) => Promise<void>

const realClock = { now: () => performance.now(), rest: (): Promise<unknown> => sleep(left) }

/**
 * FTS5 leaves behind what was written in a dozen segments, and looks up a word in each of them. Put together they are one, in
 * short transactions: between two of them anybody reads and writes, and a process that dies leaves an index that is whole,
 * with a merge that goes on later. Other processes find the file free at their second try, since nobody waits for a merge.
 */
export const mergeSegments = async (
  sqlite: Sqlite,
  write: Write,
  goesOn = () => true,
  clock = realClock,
): Promise<void> => {
  let isMoving = true
  let since = clock.now()
  while (isMoving && goesOn() && isWanted(sqlite)) {
    await write(() => {
      isMoving = step(sqlite)
      return []
    })
    if (clock.now() - since < burst) await hearOthers()
    else {
      await clock.rest()
      since = clock.now()
    }
  }
}

/** A merge that was begun is ended; one of all segments is begun when the large one is worth being written again. */
const isWanted = (sqlite: Sqlite): boolean => {
  const { pages, isMerging } = segmentsOf(sqlite)
  if (isMerging) return true
  const all = pages.reduce((sum, one) => sum + one, 0)
  return all - Math.max(0, ...pages) > all * mostScattered
}

/** The number stands in the statement, since one that is bound is no integer to FTS5. */
const command = (name: string, value: number): string =>
  `insert into search_text(search_text, rank) values ('${name}', ${value})`

/** Whether anything was put together: FTS5 tells it by two changes or more. */
const step = (sqlite: Sqlite): boolean => {
  const changes = () => sqlite.number('select total_changes()')
  const goesOn = segmentsOf(sqlite).isMerging
  // With four, its own choice, three segments written since would keep a merge of three others from going on.
  if (!goesOn) sqlite.run(command('usermerge', 2))
  const before = changes()
  // Below zero: a merge of all. It would begin anew at each segment that was written since, so the others only go on.
  sqlite.run(command('merge', goesOn ? stepPages : -stepPages))
  return changes() - before > 1
}

/** Merges the live index in the pauses between writes. */
export const createMerging = (sqlite: Sqlite, write: Write) => {
  let timer: NodeJS.Timeout | undefined
  let writers = 0
  let isClosed = false
  let underway: Promise<void> = Promise.resolve()
  const isQuiet = () => writers === 0 && !isClosed
  const merge = () => {
    // A write may come and go within one step: the merge before goes on behind it, and is the one that closing waits for.
    // What keeps a merge from being written keeps the next write of the index too, and is told by that.
    underway = underway.then(() => mergeSegments(sqlite, write, isQuiet)).catch(() => undefined)
  }
  const waitForPause = () => {
    clearTimeout(timer)
    if (isQuiet()) timer = setTimeout(merge, pause).unref()
  }
  // One that an earlier process began.
  waitForPause()
  return {
    /** A write of the index, which no merge keeps waiting for more than a step. */
    whileWriting: async (work: () => Promise<void>): Promise<void> => {
      writers++
      clearTimeout(timer)
      try {
        await work()
      } finally {
        writers--
        waitForPause()
      }
    },
    close: async (): Promise<void> => {
      isClosed = true
      clearTimeout(timer)
      await underway
    },
  }
}
