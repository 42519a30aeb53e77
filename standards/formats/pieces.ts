import type { Finding } from '../record/change.js'

/** What a splitter hands out, in the order of the stream. `offset` counts octets from the start of the stream. */
export type Piece =
  | { kind: 'record'; bytes: Uint8Array; offset: number; end: number; findings: Finding[] }
  | { kind: 'broken'; bytes: Uint8Array; offset: number; end: number; finding: Finding }
  | { kind: 'empty'; offset: number; end: number }

/** Octets without an end of record after which a stream is cut. */
export const MAX_RECORD_BYTES = 10 * 1024 * 1024
