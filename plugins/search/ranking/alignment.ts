import { isOneSlipAway } from '../distance.js'

/** Latin words that are one slip apart are nearly the same. */
const almost = 0.3

const costOf = (wanted: string, token: string): number => {
  if (wanted === token) return 0
  const isLong = wanted.length >= 4 && token.length >= 3 && wanted.charCodeAt(0) < 0x250
  return isLong && isOneSlipAway(wanted, token) ? almost : 1
}

/** Whether a token of the text is the wanted one, 1, nearly, or not at all, 0. */
export const closest = (wanted: string, text: readonly string[]): number => {
  if (text.includes(wanted)) return 1
  let least = 1
  for (const token of text) least = Math.min(least, costOf(wanted, token))
  return 1 - least
}

/**
 * 1 where the wanted tokens stand side by side somewhere in the text, less for each that is changed, left out, added or
 * swapped there (restricted Damerau–Levenshtein, free at both ends of the text), 0 where nothing is left of them.
 */
export const similarity = (wanted: readonly string[], text: readonly string[]): number => {
  if (wanted.length === 0 || text.length === 0) return 0
  let [beforeLast, last]: number[][] = [[], new Array<number>(text.length + 1).fill(0)]
  for (let row = 1; row <= wanted.length; row++) {
    const current = [row]
    for (let column = 1; column <= text.length; column++) {
      const cost = costOf(wanted[row - 1]!, text[column - 1]!)
      let best = Math.min(last![column]! + 1, current[column - 1]! + 1, last![column - 1]! + cost)
      const isSwapped =
        row > 1 && column > 1 && wanted[row - 1] === text[column - 2] && wanted[row - 2] === text[column - 1]
      if (isSwapped) best = Math.min(best, beforeLast![column - 2]! + 1)
      current.push(best)
    }
    beforeLast = last
    last = current
  }
  return Math.max(0, 1 - Math.min(...last!) / wanted.length)
}

/** Where the wanted tokens stand side by side; -1 where they do not. */
export const placeOf = (wanted: readonly string[], text: readonly string[]): number => {
  for (let at = 0; at + wanted.length <= text.length; at++) {
    let same = 0
    while (same < wanted.length && text[at + same] === wanted[same]) same++
    if (same === wanted.length) return at
  }
  return -1
}
