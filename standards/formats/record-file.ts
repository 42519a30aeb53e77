import { kbartLabels, packageLabel } from '../crosswalks/kbart-labels.js'
import type { Format } from '../record/change.js'
import { bufferOf, FIELD_END, RECORD_END, SUBFIELD_START } from './iso2709-bytes.js'
import { carrierOf } from './read-marc.js'

/** What single records can be put together to again, for a system that reads such files. */
export const fileCarriers = ['iso2709', 'xml', 'json', 'table', 'rows', 'text'] as const
export type FileCarrier = (typeof fileCarriers)[number]

export const extensionOf: Record<FileCarrier, string> = {
  iso2709: 'mrc',
  xml: 'xml',
  json: 'json',
  table: 'txt',
  rows: 'tsv',
  text: 'txt',
}

/**
 * Of a record that may be broken: told from what is left of it.
 * @param code of what is wrong with it
 */
export function fileCarrierOf(bytes: Uint8Array, format: Format | undefined, code?: string): FileCarrier {
  // Under the labels of the standard the cells of another list would mean something else.
  if (format === 'kbart') return code === 'KBART_COLUMNS' ? 'rows' : 'table'
  if (format === 'csv') return 'rows'
  const carrier = carrierOf(bytes)
  if (carrier === 'marcxml') return 'xml'
  if (carrier === 'json') return 'json'
  // No other has terminators: a text between its records belongs to that file.
  if (code === 'MARC_NO_TERMINATOR') return 'iso2709'
  const isFramed = [FIELD_END, RECORD_END, SUBFIELD_START].some((separator) => bytes.includes(separator))
  return isFramed || /^\d{5}/.test(bufferOf(bytes).toString('latin1', 0, 5)) ? 'iso2709' : 'text'
}

/** Prefixes that records cut out of a longer document may use without declaring them. */
const collection =
  '<?xml version="1.0" encoding="UTF-8"?>\n<collection xmlns="http://www.loc.gov/MARC21/slim" xmlns:marc="http://www.loc.gov/MARC21/slim" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'

interface Joint {
  head: string
  between: string
  tail: string
  /** What of a record's bytes goes into the file; `first` the record that the file begins with. */
  part(bytes: Uint8Array, first: Uint8Array): Uint8Array
}

const joints: Record<FileCarrier, Joint> = {
  iso2709: { head: '', between: '', tail: '', part: terminated },
  xml: { head: collection, between: '\n', tail: '\n</collection>\n', part: (bytes) => bytes },
  json: { head: '[\n', between: ',\n', tail: '\n]\n', part: (bytes) => bytes },
  table: {
    head: `${[...kbartLabels, packageLabel].join('\t')}\n`,
    between: '\n',
    tail: '\n',
    part: withoutLabels,
  },
  rows: { head: '', between: '\n', tail: '\n', part: withoutSameLabels },
  text: { head: '', between: '\n\n', tail: '\n', part: (bytes) => bytes },
}

/** The file's bytes in order. Each record stands in it as it came, save for a terminator that ISO 2709 lacks. */
export async function* joinRecords(
  carrier: FileCarrier,
  records: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const { head, between, tail, part } = joints[carrier]
  let first: Uint8Array | undefined
  for await (const bytes of records) {
    yield Buffer.concat([Buffer.from(first ? between : head), part(bytes, first ?? bytes)])
    first ??= bytes
  }
  if (first) yield Buffer.from(tail)
}

/** Where a record ends must be seen, or the next one is lost with it. */
function terminated(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === RECORD_END ? bytes : Buffer.concat([bytes, Buffer.of(RECORD_END)])
}

/** Each title is kept under its own line of labels. */
function withoutLabels(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0x0a)
  return end === -1 ? bytes : bytes.subarray(end + 1)
}

/** Each row of a library's table is kept under the labels of its file: they stand once, and again where they change. */
function withoutSameLabels(bytes: Uint8Array, first: Uint8Array): Uint8Array {
  const labels = (record: Uint8Array): Buffer => bufferOf(record.subarray(0, record.indexOf(0x0a) + 1))
  return bytes === first || !labels(bytes).equals(labels(first)) ? bytes : withoutLabels(bytes)
}
