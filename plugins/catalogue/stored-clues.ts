import { type Clues, cluesOf } from '../../standards/matching/clues.js'
import { readDescription } from '../../standards/record/packed.js'

/** Characters of descriptions that are remembered: of some 8,000 records of libraries, whose clues are 20 MB more. */
const most = 12_000_000
/** One description takes no place of so many others. */
const longest = 10_000

const remembered = new Map<string, Clues>()
let characters = 0

/**
 * Clues of a description as it is stored. Those asked for last are at hand: the first of a crowded block are met by
 * nearly every page, and in a large catalogue hundreds of blocks are crowded.
 */
export const cluesOfStored = (packed: string): Clues => {
  const known = remembered.get(packed)
  const clues = known ?? cluesOf(readDescription(packed))
  if (packed.length > longest) return clues
  if (known) remembered.delete(packed)
  else characters += packed.length
  remembered.set(packed, clues)
  if (characters > most) forgetOldest()
  return clues
}

const forgetOldest = (): void => {
  for (const oldest of remembered.keys()) {
    if (characters <= most) return
    remembered.delete(oldest)
    characters -= oldest.length
  }
}
