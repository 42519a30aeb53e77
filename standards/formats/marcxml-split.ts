import { RecordUnreadable } from '../crosswalks/crosswalk.js'
import type { SplitOptions } from './iso2709-split.js'
import { readMarcxml } from './marcxml.js'
import { MAX_RECORD_BYTES, type Piece } from './pieces.js'
import { asUtf8, peek, xmlEncodingOf } from './xml-encoding.js'
import { type RecordSlice, recordBoundaries } from './xml-records.js'

export interface XmlSplitOptions extends SplitOptions {
  /** Of the document; told from its first octets when left out. */
  encoding?: string
}

/**
 * The MARC records of an XML stream, each as the octets of its `<record>` element in UTF-8: collections, OAI-PMH and
 * SRU answers, any prefix. A record that is not well-formed, too deep, too wide, too long, uses an entity or holds no
 * MARC is `broken`; reading goes on at the next one. Offsets count octets of the stream in UTF-8.
 */
export async function* splitMarcxml(
  chunks: AsyncIterable<Uint8Array>,
  options: XmlSplitOptions = {},
): AsyncGenerator<Piece> {
  const { head, all } = await peek(chunks, 256)
  const boundaries = recordBoundaries(options.offset ?? 0, options.maxBytes ?? MAX_RECORD_BYTES)
  for await (const chunk of asUtf8(all, options.encoding ?? xmlEncodingOf(head))) {
    for (const slice of boundaries.push(chunk)) yield pieceOf(slice)
  }
  for (const slice of boundaries.end()) yield pieceOf(slice)
}

function pieceOf({ bytes, offset, end, header, isEmpty, finding }: RecordSlice): Piece {
  if (isEmpty) return { kind: 'empty', offset, end }
  const { sourceId } = header ?? {}
  const slice = { bytes, offset, end, ...(sourceId !== undefined && { sourceId }) }
  if (finding) return { kind: 'broken', ...slice, finding }
  if (header?.isDeleted && sourceId !== undefined) return { kind: 'deleted', ...slice, sourceId }
  try {
    readMarcxml(bytes)
    return { kind: 'record', ...slice, findings: [] }
  } catch (error) {
    if (error instanceof RecordUnreadable) return { kind: 'broken', ...slice, finding: error.finding }
    throw error
  }
}
