import { carriers } from '../../standards/formats/carriers.js'
import type { Piece } from '../../standards/formats/pieces.js'
import type { Change, PutChange } from '../../standards/record/change.js'
import type { OpenedFile } from './open-file.js'

/** The records of an opened file from `offset` on. */
export async function* piecesOf(file: OpenedFile, offset: number): AsyncGenerator<Piece> {
  const pieces = carriers[file.carrier].split(file.chunks, { offset: file.from, head: file.head })
  for await (const piece of pieces) if (piece.offset >= offset) yield piece
}

/** Octets are copied: a record that is kept must not keep alive the chunk it was cut from. */
export function changeOf(
  piece: Piece,
  file: Pick<OpenedFile, 'carrier' | 'format' | 'usualEncoding'>,
): Change {
  const { offset } = piece
  if (piece.kind === 'empty') return { op: 'empty', offset }
  if (piece.kind === 'deleted') return { op: 'delete', kind: 'bib', sourceId: piece.sourceId, offset }
  const bytes = Uint8Array.from(piece.bytes)
  const known = { format: file.format, bytes, offset, ...(piece.sourceId && { sourceId: piece.sourceId }) }
  if (piece.kind === 'broken') return { op: 'broken', ...known, finding: piece.finding }
  const change: PutChange = {
    kind: kindOf(bytes, file),
    op: 'put',
    ...known,
    ...(file.usualEncoding !== undefined && { usualEncoding: file.usualEncoding }),
  }
  return piece.findings.length > 0 ? { ...change, warnings: piece.findings } : change
}

/**
 * Leader/06: MARC 21 has authorities (z) and holdings (u v x y), CNMARC authorities (x y z). Of other carriers and
 * vocabularies the crosswalk says it.
 */
function kindOf(
  bytes: Uint8Array,
  { carrier, format }: Pick<OpenedFile, 'carrier' | 'format'>,
): PutChange['kind'] {
  const type = typeOfRecord(bytes, carrier)
  if (type === '' || (format !== 'cnmarc' && format !== 'marc21')) return 'bib'
  if (format === 'cnmarc') return 'xyz'.includes(type) ? 'authority' : 'bib'
  return type === 'z' ? 'authority' : 'uvxy'.includes(type) ? 'holding' : 'bib'
}

function typeOfRecord(bytes: Uint8Array, carrier: OpenedFile['carrier']): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1')
  if (carrier === 'iso2709') return head[6] ?? ''
  return /leader"?[^>:]{0,200}[>:]\s*"?.{6}(.)/.exec(head)?.[1] ?? ''
}
