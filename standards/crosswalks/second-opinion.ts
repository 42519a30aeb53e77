import type { MarcRecord } from '../formats/marc.js'
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
]

const reference = /&#x([\da-f]{2,6});/i

const resolved = (text: string): string =>
  text.replace(new RegExp(reference, 'gi'), (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))

/** Kinds of difference between perl's reading and ours, each with its reason. None of them is left to be guessed. */
export const explanations: { part: Part; reason: string; explains(difference: Difference): boolean }[] = [
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
