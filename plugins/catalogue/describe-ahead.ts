import type { Pending, Task, Threads } from '../../gateway/contracts/index.js'
import type { PutChange } from '../../standards/record/change.js'
import { matchedOf, unmatched } from './clues.js'
import { type Decided, decidePut } from './describe.js'

/** Records of one piece of work: small, so that whoever waits can do its share of a page. */
const portion = 40

/** Changes of one source as plain data. Their bytes stand in one piece: each copied alone would cost more than reading it. */
export interface Portion {
  source: string
  bytes: Uint8Array
  /** Octets of each record in `bytes`. */
  lengths: number[]
  changes: Omit<PutChange, 'bytes'>[]
}

const describeWith =
  (match: typeof matchedOf) =>
  ({ source, bytes, lengths, changes }: Portion): Decided[] => {
    let end = 0
    return changes.map((change, at) => {
      const begin = end
      end += lengths[at] as number
      return decidePut(source, { ...change, bytes: bytes.subarray(begin, end) }, match)
    })
  }

export const describing: Task<Portion, Decided[]> = {
  name: 'catalogue.describe',
  run: describeWith(matchedOf),
}

/** Nothing is said of what the records could be matched by: the yardstick that the cost of matching is held against. */
export const describingAlone: Task<Portion, Decided[]> = {
  name: 'catalogue.describe-alone',
  run: describeWith(() => unmatched),
}

/** What each change of a page comes to, by its place in the page: begun, and had when it is asked for. */
export type Ahead = () => Promise<Map<number, Decided>>

/** Begins to describe these changes, in other threads where there are any. */
export const describeAhead = (
  threads: Threads,
  source: string,
  wanted: { at: number; change: PutChange }[],
): Ahead => {
  const begun: { places: number[]; pending: Pending<Decided[]> }[] = []
  for (let from = 0; from < wanted.length; from += portion) {
    const some = wanted.slice(from, from + portion)
    const pending = threads.begin(describing, portionOf(source, some))
    begun.push({ places: some.map(({ at }) => at), pending })
  }
  return async () => {
    const decided = new Map<number, Decided>()
    for (const { places, pending } of begun)
      for (const [index, one] of (await pending.result()).entries()) decided.set(places[index] as number, one)
    return decided
  }
}

const portionOf = (source: string, wanted: { change: PutChange }[]): Portion => ({
  source,
  bytes: Buffer.concat(wanted.map(({ change }) => change.bytes)),
  lengths: wanted.map(({ change }) => change.bytes.length),
  changes: wanted.map(({ change: { bytes: _, ...rest } }) => rest),
})
