const fieldBits = 3
export const encode = (value: number, field: number): number => value * (1 << fieldBits) + field
export const fieldOf = (encoded: number): number => encoded & ((1 << fieldBits) - 1)
export const numberIn = (encoded: number): number => encoded >>> fieldBits

/** Of one field the encoded values that are chosen. */
export interface Chosen {
  field: number
  values: Iterable<number>
}

/** Values of one field, each once, and beside each how often it stands. */
export interface Tally {
  values: Uint32Array
  counts: Uint32Array
}

export interface Counted {
  /** Documents that fulfil every choice. */
  total: number
  /** By field; counted on the documents that fulfil the choices in all other fields. */
  tallies: Map<number, Tally>
}

/** For each document a run of values in one array; a document that is read again gets a new run. */
export const emptyRows = () => {
  let start = new Uint32Array(1024)
  let length = new Uint16Array(1024)
  /** Whether there is such a document: it may have no value at all. */
  let alive = new Uint8Array(1024)
  let end = 0
  let values = new Uint32Array(8192)
  let used = 0
  let live = 0
  let counts = new Uint32Array(8192)
  /** For each value the fields whose choice it fulfils, a bit each; all 0 between two counts. */
  let fulfils = new Uint8Array(8192)

  const push = (doc: number, value: number) => {
    if (used === values.length) values = grown(values, used + 1)
    if (value >= counts.length) {
      counts = grown(counts, value + 1)
      fulfils = grown(fulfils, counts.length)
    }
    values[used++] = value
    length[doc]!++
    live++
  }

  const begin = (doc: number) => {
    if (doc >= start.length) {
      start = grown(start, doc + 1)
      length = grown(length, start.length)
      alive = grown(alive, start.length)
    }
    live -= length[doc]!
    start[doc] = used
    length[doc] = 0
    alive[doc] = 1
    end = Math.max(end, doc + 1)
  }

  const drop = (doc: number) => {
    if (doc >= end) return
    live -= length[doc]!
    length[doc] = alive[doc] = 0
  }

  const read = (part: string) => {
    let [doc, number, digits] = [-1, 0, 0]
    const finish = () => {
      if (digits > 0) push(doc, number)
      number = digits = 0
    }
    for (let at = 0; at < part.length; at++) {
      const code = part.charCodeAt(at)
      if (code === colon) {
        doc = number
        begin(doc)
        number = digits = 0
      } else if (code === comma || code === semicolon) finish()
      else {
        number = number * 10 + code - zero
        digits++
      }
    }
    finish()
  }

  /** Runs that were left behind take at most as much as those that are used. */
  const compact = () => {
    if (used < 65_536 || used < live * 2) return
    const packed = new Uint32Array(live + (live >> 2))
    let next = 0
    for (let doc = 0; doc < end; doc++) {
      const run = values.subarray(start[doc]!, start[doc]! + length[doc]!)
      packed.set(run, next)
      start[doc] = next
      next += run.length
    }
    values = packed
    used = next
  }

  /** The documents that are there, or those of them that are named. */
  const count = (docs: Uint32Array | null, fields: readonly number[], chosen: readonly Chosen[]): Counted => {
    const asked = bitsOf(chosen.map(({ field }) => field))
    mark(chosen, 1)
    const runs = { start, length, alive, values, counts, fulfils, end }
    const { total, seen } = countRuns(runs, docs, bitsOf(fields), asked)
    const tallies = new Map(fields.map((field) => [field, tallyOf(seen[field]!, counts)]))
    mark(chosen, 0)
    return { total, tallies }
  }

  const mark = (chosen: readonly Chosen[], on: 0 | 1) => {
    for (const { field, values: some } of chosen)
      for (const value of some) if (value < fulfils.length) fulfils[value] = on << field
  }

  return { read, drop, compact, count }
}

const bitsOf = (fields: readonly number[]) => fields.reduce((bits, field) => bits | (1 << field), 0)

interface Runs {
  start: Uint32Array
  length: Uint16Array
  alive: Uint8Array
  values: Uint32Array
  counts: Uint32Array
  fulfils: Uint8Array
  end: number
}

/**
 * The inner loop of every facet. `wanted` and `asked` are fields, a bit each; `seen` are the values of each field whose
 * count is no longer 0.
 */
const countRuns = (runs: Runs, docs: Uint32Array | null, wanted: number, asked: number) => {
  const { start, length, alive, values, counts, fulfils, end } = runs
  const seen = Array.from({ length: 1 << fieldBits }, (): number[] => [])
  let total = 0
  for (let at = 0, size = docs?.length ?? end; at < size; at++) {
    const doc = docs ? docs[at]! : at
    if (doc >= end || alive[doc] === 0) continue
    const [from, to] = [start[doc]!, start[doc]! + length[doc]!]
    let fails = asked
    if (asked !== 0) for (let place = from; place < to; place++) fails &= ~fulfils[values[place]!]!
    if (fails === 0) total++
    // Who fails two choices counts nowhere, who fails one only in that field.
    const counting = fails === 0 ? wanted : (fails & (fails - 1)) === 0 ? wanted & fails : 0
    if (counting === 0) continue
    for (let place = from; place < to; place++) {
      const value = values[place]!
      const field = fieldOf(value)
      if ((counting & (1 << field)) !== 0 && counts[value]!++ === 0) seen[field]!.push(value)
    }
  }
  return { total, seen }
}

/** Takes the counts out: they are 0 again. */
const tallyOf = (seen: readonly number[], counts: Uint32Array): Tally => {
  const tally = { values: new Uint32Array(seen.length), counts: new Uint32Array(seen.length) }
  for (let at = 0; at < seen.length; at++) {
    const encoded = seen[at]!
    tally.values[at] = numberIn(encoded)
    tally.counts[at] = counts[encoded]!
    counts[encoded] = 0
  }
  return tally
}

const [zero, comma, colon, semicolon] = [48, 44, 58, 59]

const grown = <T extends Uint8Array | Uint16Array | Uint32Array>(array: T, least: number): T => {
  const larger = new (array.constructor as new (length: number) => T)(Math.max(least, array.length * 2))
  larger.set(array)
  return larger
}
