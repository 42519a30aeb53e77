import type { Format } from '../record/change.js'
import { bufferOf, FIELD_END } from './iso2709-bytes.js'
import { type SplitOptions, splitIso2709 } from './iso2709-split.js'
import { placeOfMabDiskette } from './mab2/mab2.js'
import { splitMarcJson } from './marc-json-split.js'
import { splitMarcxml } from './marcxml-split.js'
import { picaCarrierOf, placeOfLineRecord, placeOfPicaImport, placeOfPicaPlain } from './pica/carrier.js'
import { splitPicaJson } from './pica/json-split.js'
import type { Piece } from './pieces.js'
import { carrierOf } from './read-marc.js'
import { delimiters } from './table/rows.js'
import { findTableHeader, splitTable, unknownColumns } from './table/table.js'
import { placeOfAlephSequential } from './text/aleph-sequential.js'
import { placeOfLine } from './text/line-format.js'
import { type PlaceOf, splitLines } from './text/lines.js'
import { placeOfMarcmaker } from './text/marcmaker.js'
import { splitElements } from './xml-elements.js'

type Chunks = AsyncIterable<Uint8Array>

/** How records stand in a file, whatever they say. */
export interface Carrier {
  name: string
  /** Octets of UTF-8, or of an 8-bit encoding that the records show themselves; `head` the first of the file. */
  split(chunks: Chunks, options: SplitOptions & { head: Uint8Array }): AsyncGenerator<Piece>
}

const lines = (name: string, placeOf: PlaceOf): Carrier => ({
  name,
  split: (chunks, options) => splitLines(chunks, placeOf, options),
})
const elements = (name: string, names: readonly string[]): Carrier => ({
  name,
  split: (chunks, options) => splitElements(chunks, names, options),
})
const marcElements = (name: string): Carrier => ({
  name,
  split: (chunks, options) => splitMarcxml(chunks, { ...options, encoding: 'utf-8' }),
})

/** What a description in Dublin Core stands in: OAI-PMH and SRU, the containers of DCMI and of theses, RDF. */
const containers = [
  'record',
  'dc',
  'qualifieddc',
  'simpledc',
  'uketddc',
  'thesis',
  'metadata',
  'mdRecord',
  'Description',
] as const

/** EDM describes one thing by several resources of one RDF document, Project Gutenberg a book beside what it refers to. */
function containersIn(head: Uint8Array): readonly string[] {
  const xml = bufferOf(head).toString('latin1')
  if (/<(?:edm|ore):\w+[\s>]/.test(xml)) return ['record', 'RDF', 'Aggregation', 'mdRecord']
  return /<pgterms:ebook[\s>]/.test(xml) ? ['ebook'] : containers
}

/** Every carrier, by the name that a probe and a guess give it. */
export const carriers = {
  iso2709: { name: 'ISO 2709', split: splitIso2709 },
  marcxml: marcElements('MARCXML'),
  json: { name: 'MARC-in-JSON', split: splitMarcJson },
  marcmaker: lines('MARCMaker text', placeOfMarcmaker),
  alephseq: lines('Aleph sequential', placeOfAlephSequential),
  lines: lines('MARC lines', placeOfLine),
  'pica-normalised': lines('PICA+ normalised', placeOfLineRecord),
  'pica-plain': lines('PICA Plain', placeOfPicaPlain),
  'pica-import': lines('PICA+ import', placeOfPicaImport),
  'pica-binary': { name: 'PICA+ binary', split: splitIso2709 },
  'pica-xml': marcElements('PICA XML'),
  'pica-ppxml': elements('PICA PPXML', ['record']),
  'pica-json': { name: 'PICA JSON', split: splitPicaJson },
  'mab2-band': { name: 'MAB2 band', split: splitIso2709 },
  'mab2-diskette': lines('MAB2 diskette', placeOfMabDiskette),
  'mab2-xml': elements('MAB XML', ['datensatz']),
  'dublin-core-xml': {
    name: 'XML',
    split: (chunks, options) => splitElements(chunks, containersIn(options.head), options),
  },
  'mods-xml': elements('XML', ['record', 'mods']),
  tsv: { name: 'tab-separated table', split: splitTable },
  csv: { name: 'table', split: splitTable },
} as const satisfies Record<string, Carrier>
export type CarrierName = keyof typeof carriers

/** The carrier of a file whose vocabulary is known, from its first octets. */
export function carrierFor(format: Format, head: Uint8Array): CarrierName {
  if (format === 'marc21' || format === 'cnmarc') return carrierOf(head)
  if (format === 'pica') return picaCarrierOf(head)
  if (format === 'mab2') return mabCarrierOf(head)
  if (format === 'mods') return 'mods-xml'
  if (format === 'dublin-core') return 'dublin-core-xml'
  return findTableHeader(head)?.layout.delimiter === delimiters.tab ? 'tsv' : 'csv'
}

function mabCarrierOf(head: Uint8Array): CarrierName {
  const text = bufferOf(head).toString('latin1', 0, 4_096)
  if (/<(?:\w+:)?datensatz[\s>]/.test(text)) return 'mab2-xml'
  if (/^(?:\xef\xbb\xbf)?\s*</.test(text)) return 'marcxml'
  if (/^\d{9,20} [0-9A-Z]{3}/.test(text)) return 'alephseq'
  return head.includes(FIELD_END) ? 'mab2-band' : 'mab2-diskette'
}

/** What a person should know of the file beforehand. */
export function remarksOn(carrier: CarrierName, head: Uint8Array): string[] {
  if (carrier !== 'csv' && carrier !== 'tsv') return []
  const header = findTableHeader(head)
  const unknown = header ? unknownColumns(header) : []
  return unknown.length > 0
    ? [`columns that are not known are kept as notes: ${unknown.slice(0, 30).join(', ')}`]
    : []
}
