import { splitIso2709 } from '../../standards/formats/iso2709-split.js'
import { splitMarcJson } from '../../standards/formats/marc-json-split.js'
import { splitMarcxml } from '../../standards/formats/marcxml-split.js'
import type { Piece } from '../../standards/formats/pieces.js'
import type { MarcCarrier } from '../../standards/formats/read-marc.js'
import type { Change, PutChange } from '../../standards/record/change.js'
import type { MarcFormat } from './index.js'
import type { OpenedFile } from './open-file.js'

/** The records of an opened file from `offset` on. */
export async function* piecesOf(file: OpenedFile, offset: number): AsyncGenerator<Piece> {
  for await (const piece of split(file)) if (piece.offset >= offset) yield piece
}

function split(file: OpenedFile): AsyncGenerator<Piece> {
  const options = { offset: file.from }
  if (file.carrier === 'marcxml') return splitMarcxml(file.chunks, { ...options, encoding: file.xmlEncoding })
  return file.carrier === 'json' ? splitMarcJson(file.chunks, options) : splitIso2709(file.chunks, options)
}

/** Octets are copied: a record that is kept must not keep alive the chunk it was cut from. */
export function changeOf(piece: Piece, file: Pick<OpenedFile, 'carrier' | 'format'>): Change {
  const { offset } = piece
  if (piece.kind === 'empty') return { op: 'empty', offset }
  const bytes = Uint8Array.from(piece.bytes)
  if (piece.kind === 'broken')
    return { op: 'broken', format: file.format, bytes, offset, finding: piece.finding }
  const change: PutChange = {
    kind: kindOf(bytes, file.carrier, file.format),
    op: 'put',
    format: file.format,
    bytes,
    offset,
  }
  return piece.findings.length > 0 ? { ...change, warnings: piece.findings } : change
}

/** Leader/06: MARC 21 has authorities (z) and holdings (u v x y), CNMARC authorities (x y z). */
function kindOf(bytes: Uint8Array, carrier: MarcCarrier, format: MarcFormat): PutChange['kind'] {
  const type = typeOfRecord(bytes, carrier)
  if (type === '') return 'bib'
  if (format === 'cnmarc') return 'xyz'.includes(type) ? 'authority' : 'bib'
  return type === 'z' ? 'authority' : 'uvxy'.includes(type) ? 'holding' : 'bib'
}

function typeOfRecord(bytes: Uint8Array, carrier: MarcCarrier): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1')
  if (carrier === 'iso2709') return head[6] ?? ''
  return /leader"?[^>:]{0,200}[>:]\s*"?.{6}(.)/.exec(head)?.[1] ?? ''
}
