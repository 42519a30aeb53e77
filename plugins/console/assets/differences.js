/**
 * Two texts as pieces, each marked where the other does not have it. A Han character is a piece, elsewhere a word is.
 * @typedef {{ text: string, differs: boolean }} Piece
 */

const pieces = /\p{sc=Han}|[\p{L}\p{N}]+|\s+|./gsu
/** Longer texts are not compared piece by piece: the table grows with the square of their length. */
const longest = 400

/** @param {string} a @param {string} b @returns {[Piece[], Piece[]]} */
export const differences = (a, b) => {
  const [one, other] = [a.match(pieces) ?? [], b.match(pieces) ?? []]
  if (one.length > longest || other.length > longest)
    return [[{ text: a, differs: a !== b }], [{ text: b, differs: a !== b }]]
  const lengths = commonLengths(one, other)
  /** @type {[Piece[], Piece[]]} */
  const found = [[], []]
  let [i, j] = [0, 0]
  while (i < one.length || j < other.length) {
    if (i < one.length && j < other.length && alike(one[i], other[j])) {
      add(found[0], one[i++], false)
      add(found[1], other[j++], false)
    } else if (j >= other.length || (i < one.length && at(lengths, i + 1, j) >= at(lengths, i, j + 1)))
      add(found[0], one[i++], true)
    else add(found[1], other[j++], true)
  }
  return found
}

/** @param {string | undefined} a @param {string | undefined} b */
const alike = (a, b) => a?.toLowerCase() === b?.toLowerCase()

/** @param {Piece[]} list @param {string | undefined} text @param {boolean} differs */
const add = (list, text = '', differs) => {
  const last = list.at(-1)
  if (last?.differs === differs) last.text += text
  else list.push({ text, differs })
}

/** @param {number[][]} table @param {number} i @param {number} j */
const at = (table, i, j) => table[i]?.[j] ?? 0

/** Length of the longest common sequence of what follows each two places. @param {string[]} one @param {string[]} other */
const commonLengths = (one, other) => {
  const table = Array.from({ length: one.length + 1 }, () => new Array(other.length + 1).fill(0))
  for (let i = one.length - 1; i >= 0; i--) {
    const row = table[i] ?? []
    for (let j = other.length - 1; j >= 0; j--)
      row[j] = alike(one[i], other[j])
        ? at(table, i + 1, j + 1) + 1
        : Math.max(at(table, i + 1, j), at(table, i, j + 1))
  }
  return table
}
