/**
 * A mark is a word of the column `marks` that stands for a value: filters become part of the same match as the
 * text, and meet it in the engine. One character each, so that the prefix indexes leave them out; beyond the
 * Basic Multilingual Plane, and below U+100000, where the tokenizer knows no categories.
 */
export const mark = (id: number): string =>
  id < span ? one(id) : one(Math.floor(id / span)) + one(id % span)

const first = 0x20000
const span = 0x100000 - first
const one = (number: number) => String.fromCodePoint(first + number)

/** On every document. Values are numbered from 1. */
export const everything = mark(0)

/** Years are five digits, so that the year 500 before our era has its place too. */
const offset = 10_000
const clamp = (year: number) => Math.min(99_999, Math.max(0, Math.trunc(year) + offset))

export const yearNumber = clamp
export const yearOf = (number: number): number => number - offset

/** The year, its decade, its century and so on: `12005`, `1200`, `120`, `12`, `1`, and the empty word for any year. */
export const yearWords = (year: number): string[] => {
  const digits = String(clamp(year)).padStart(5, '0')
  return [5, 4, 3, 2, 1, 0].map((length) => digits.slice(0, length))
}

/** The fewest such words that together are exactly the years from `from` to `to`: 50 at most. */
export const yearCover = (from: number | undefined, to: number | undefined): string[] => {
  const low = from === undefined ? 0 : clamp(from)
  const high = to === undefined ? 99_999 : clamp(to)
  return cover('', low, high)
}

const cover = (digits: string, low: number, high: number): string[] => {
  const [begin, end] = [Number(digits.padEnd(5, '0')), Number(digits.padEnd(5, '9'))]
  if (end < low || begin > high) return []
  if (low <= begin && end <= high) return [digits]
  return [...'0123456789'].flatMap((digit) => cover(digits + digit, low, high))
}
