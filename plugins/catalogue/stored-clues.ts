import { type Clues, cluesOf } from '../../standards/matching/clues.js'
import { readDescription } from '../../standards/record/packed.js'

/** Descriptions that are remembered, and the characters of the longest of them: at most some 40 MB. */
const most = 2_000
const longest = 10_000

const remembered = new Map<string, Clues>()

/**
 * Clues of a description as it is stored. Those asked for last are at hand: the first of a crowded block are met by
 * nearly every page.
 */
export const cluesOfStored = (packed: string): Clues => {
  const clues = remembered.get(packed) ?? cluesOf(readDescription(packed))
  if (packed.length > longest) return clues
  remembered.delete(packed)
  remembered.set(packed, clues)
  if (remembered.size > most) remembered.delete(remembered.keys().next().value as string)
  return clues
}
