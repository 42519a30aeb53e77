import { isDataField, type MarcRecord } from '../formats/marc.js'
import type { Description } from '../record/v1-draft.js'
import { withoutMarks } from './isbd.js'

/** What perl's MARC::Record makes of a record. */
export interface Opinion {
  titles?: string[]
  isbns?: string[]
  names?: string[]
  years?: string[]
  coded?: string
  error?: string
}

export type Part = 'title' | 'isbn' | 'name' | 'year'

interface Difference {
  theirs: string
  ours: string
  bytes: Uint8Array
  record: MarcRecord
  description: Description
}

/** What perl's modules do not read at all, and we do. */
export const refusals: { reason: string; error: RegExp }[] = [
  {
    reason: 'a field whose tag has letters stands in MARCXML without indicators',
    error: /must have indicators/,
  },
  { reason: 'a tag of more than three characters', error: /is not a valid tag/ },
  { reason: 'octets that are no UTF-8 in a record that says it is', error: /does not map to Unicode/ },
  { reason: 'a reference to a character that XML forbids', error: /xmlParseCharRef: invalid xmlChar/ },
]

const latin1 = /^[\x20-\xff]*[\xc0-\xff][\x20-\xff]*$/

const reference = /&#x([\da-f]{2,6});/i

const resolved = (text: string): string =>
  text.replace(new RegExp(reference, 'gi'), (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))

/** Kinds of difference between perl's reading and ours, each with its reason. None of them is left to be guessed. */
export const explanations: {
  part: Part | 'any'
  reason: string
  explains(difference: Difference): boolean
}[] = [
  {
    part: 'any',
    reason:
      'the leader states another length than the record has, or octets stand before it; perl trusts the lengths, we the terminators',
    explains: ({ bytes }) => {
      const head = Buffer.from(bytes.subarray(0, 5)).toString('latin1')
      return head[0] !== '<' && (!/^\d{5}$/.test(head) || Number(head) !== bytes.length)
    },
  },
  {
    part: 'name',
    reason: 'letters of Latin-1 in a record that should be MARC-8; perl’s reader takes them for its marks',
    explains: ({ theirs, bytes, description }) =>
      description.agents
        .flatMap(({ names }) => names)
        .some(
          ({ value }) =>
            latin1.test(value) && value[0] === theirs[0] && Buffer.from(bytes).includes(value, 0, 'latin1'),
        ),
  },
  {
    part: 'isbn',
    reason: 'one 020 with two numbers, each in $a; perl’s subfield() gives the first',
    explains: ({ ours, record }) =>
      record.fields.some(
        (field) =>
          isDataField(field) &&
          field.tag === '020' &&
          field.subfields.filter(({ code }) => code === 'a').length > 1 &&
          field.subfields.some(({ value }) => value.startsWith(ours.slice(3, 12))),
      ),
  },
  {
    part: 'title',
    reason:
      'MARC-8 writes what it has no code for as a character reference; perl’s reader leaves it as it stands',
    explains: ({ theirs, ours }) => reference.test(theirs) && ours.includes(resolved(theirs)),
  },
  {
    part: 'title',
    reason: 'marks around characters that are not filed are taken off: they are no part of the title',
    explains: ({ theirs, description }) =>
      theirs !== withoutMarks(theirs) &&
      description.titles.some(({ value }) => withoutMarks(theirs).startsWith(value)),
  },
  {
    part: 'isbn',
    reason:
      'a nine-digit SBN (before 1970) is an ISBN with a nought before it; perl’s reader takes ten digits or none',
    explains: ({ theirs, ours, description }) =>
      theirs === '' &&
      description.identifiers.some(
        ({ value, text }) => value === ours && /^\D*(?:\d[- ]?){8}[\dXx](?![\d-])/.test(text ?? ''),
      ),
  },
  {
    part: 'year',
    reason: 'the cataloguer corrects the year on the item: 1990 [i.e. 1991] is 1991',
    explains: ({ description }) => description.dates.some(({ text }) => /i\.\s?e\./.test(text)),
  },
  {
    part: 'year',
    reason: '008 writes a year for what the imprint leaves open: 1900 beside 19--?',
    explains: ({ theirs, description }) =>
      description.dates.some(
        ({ edtf }) =>
          edtf?.includes('X') && new RegExp(`^${edtf.slice(0, 4).replaceAll('X', '\\d')}`).test(theirs),
      ),
  },
]
