import type { Finding } from '../record/change.js'

/**
 * What a splitter hands out, in the order of the stream. `offset` counts octets from the start of the stream.
 * `sourceId` stands only where something around the record gives it: the header of a list harvested by OAI-PMH.
 */
export type Piece =
  | { kind: 'record'; bytes: Uint8Array; offset: number; end: number; findings: Finding[]; sourceId?: string }
  | { kind: 'broken'; bytes: Uint8Array; offset: number; end: number; finding: Finding; sourceId?: string }
  /** A header that says its record is deleted; `bytes` is what said so. */
  | { kind: 'deleted'; bytes: Uint8Array; offset: number; end: number; sourceId: string }
  | { kind: 'empty'; offset: number; end: number }

/** Octets without an end of record after which a stream is cut. */
export const MAX_RECORD_BYTES = 10 * 1024 * 1024
