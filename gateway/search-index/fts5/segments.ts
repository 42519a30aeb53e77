import type { Sqlite } from './sqlite.js'

/** What FTS5 holds of an index, as its structure record says. */
export interface Segments {
  /** Pages of each segment. */
  pages: number[]
  /** Some are being put together: the merge goes on where it was left, by whomever. */
  isMerging: boolean
}

/** Where FTS5 keeps the structure record: row 10 of its data. */
const structure = 'select hex(block) from search_text_data where id = 10'

/** Of tables from which rows can be deleted without their text: behind the cookie, where others have the number of levels. */
const withOrigins = 'FF000001'
const cookieBytes = 4
const segmentNumbers = 3
const originNumbers = 5

export const segmentsOf = (sqlite: Sqlite): Segments => {
  const record = Buffer.from(sqlite.text(structure) ?? '', 'hex')
  const hasOrigins = record.toString('hex', cookieBytes, 2 * cookieBytes).toUpperCase() === withOrigins
  const next = numbersOf(record, hasOrigins ? 2 * cookieBytes : cookieBytes)
  const levels = next()
  skip(next, 2)
  const found: Segments = { pages: [], isMerging: false }
  for (let level = 0; level < levels; level++) {
    if (next() > 0) found.isMerging = true
    const segments = next()
    for (let segment = 0; segment < segments; segment++) {
      const [, first, last] = Array.from({ length: segmentNumbers }, next)
      skip(next, hasOrigins ? originNumbers : 0)
      found.pages.push(last! - first! + 1)
    }
  }
  return found
}

/** SQLite's numbers: seven bits a byte, the highest first, as long as the eighth says that there is more. */
const numbersOf = (record: Buffer, start: number) => {
  let at = start
  return (): number => {
    let value = 0
    for (;;) {
      const byte = record[at++] ?? 0
      value = value * 128 + (byte & 127)
      if (byte < 128) return value
    }
  }
}

const skip = (next: () => number, count: number): void => {
  for (let left = count; left > 0; left--) next()
}
