import type { Change, Format } from '../../../standards/record/change.js'
import { chineseWorks } from '../chinese-works.js'
import { repeatedRecords } from '../repeated-corpus.js'

/** A record with the library that sends it. */
export interface Sent {
  library: string
  change: Change & { op: 'put' }
}

const sent = (library: string, format: Format, bytes: Uint8Array, sourceId?: string): Sent => ({
  library,
  change: { kind: 'bib', op: 'put', format, bytes, ...(sourceId !== undefined && { sourceId }) },
})

/** Chinese works as sixteen libraries catalogue them. */
export function* sentByLibraries(count: number, seed: number): Iterable<Sent> {
  for (const { library, format, bytes, sourceId } of chineseWorks(count, seed))
    yield sent(library, format, bytes, sourceId)
}

/** Real records, repeated: few of each work, as in a catalogue of one library. */
export function* realRecords(count: number, seed: number): Iterable<Sent> {
  for (const bytes of repeatedRecords(count, seed)) yield sent('city', 'marc21', bytes)
}
