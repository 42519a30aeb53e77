import { buildRecord, digits, entryAt, goodRecord, type Parts } from './good-record.js'

/** A record that breaks one requirement and no other. */
export interface RecordMutant {
  requirement: string
  /** What is wrong with it, in a sentence. */
  describe: string
  bytes: Buffer
  /** MUSTs that break of necessity when this one does, and why. */
  alsoFails?: readonly { requirement: string; reason: string }[]
}

const id = (number: number): string => `iso2709@2008#MARC-${digits(number, 2)}`

/** Built of other parts, so that length and directory are right again. */
const built = (number: number, describe: string, parts: Partial<Parts>): RecordMutant => ({
  requirement: id(number),
  describe,
  bytes: buildRecord({ ...goodRecord, ...parts }),
})

/** Octets of the good record, changed where they stand. */
const surgery = (number: number, describe: string, cut: (bytes: Buffer) => Buffer): RecordMutant => ({
  requirement: id(number),
  describe,
  bytes: cut(buildRecord(goodRecord)),
})

const leader = (number: number, describe: string, at: number, text: string): RecordMutant =>
  surgery(number, describe, (bytes) => {
    bytes.write(text, at, 'latin1')
    return bytes
  })

/** Field → its content in another form. */
const withField = (tag: string, change: (content: string) => string): Partial<Parts> => ({
  fields: goodRecord.fields.map((field) => (field[0] === tag ? [tag, change(field[1])] : field)),
})

const twice = (tag: string): Partial<Parts> => ({
  fields: goodRecord.fields.flatMap((field) => (field[0] === tag ? [field, field] : [field])),
})

/** An entry rewritten in the directory alone. */
const entry = (
  number: number,
  describe: string,
  tag: string,
  from: number,
  text: (bytes: Buffer, at: number) => string,
) =>
  surgery(number, describe, (bytes) => {
    const at = entryAt(bytes, tag)
    bytes.write(text(bytes, at), at + from, 'latin1')
    return bytes
  })

const numberIn = (bytes: Buffer, at: number, count: number): number =>
  Number(bytes.toString('latin1', at, at + count))

/** One octet more before the 0x1E of the directory; length and base address follow it. */
const lengthened = (bytes: Buffer): Buffer => {
  const end = bytes.indexOf(0x1e)
  const longer = Buffer.concat([bytes.subarray(0, end), Buffer.from('0'), bytes.subarray(end)])
  longer.write(digits(longer.length, 5), 0, 'latin1')
  longer.write(digits(end + 2, 5), 12, 'latin1')
  return longer
}

const withoutEnd = (bytes: Buffer): Buffer => {
  const shorter = bytes.subarray(0, -1)
  shorter.write(digits(shorter.length, 5), 0, 'latin1')
  return shorter
}

const leaderMutants: RecordMutant[] = [
  surgery(1, 'The length is counted in characters, not octets', (bytes) => {
    bytes.write(digits(bytes.toString('utf8').length, 5), 0, 'latin1')
    return bytes
  }),
  leader(2, 'Indicator count is blank', 10, ' '),
  leader(3, 'Subfield code length is 1', 11, '1'),
  leader(4, 'Entry map begins with 00', 20, '00'),
  leader(5, 'Entry map ends with 99', 22, '99'),
  leader(6, 'Base address is zero', 12, '00000'),
  leader(7, 'Record status is x', 5, 'x'),
  leader(8, 'Type of record is 9', 6, '9'),
  leader(9, 'Bibliographic level is q', 7, 'q'),
  leader(10, 'Type of control is z', 8, 'z'),
  leader(11, 'Encoding level is 9', 17, '9'),
  leader(12, 'Cataloguing form is z', 18, 'z'),
  leader(13, 'Multipart level is z', 19, 'z'),
  leader(14, 'The octets are UTF-8, the leader states MARC-8', 9, ' '),
]

const structureMutants: RecordMutant[] = [
  {
    ...surgery(15, 'The directory is one octet too long', lengthened),
    alsoFails: [
      {
        requirement: id(6),
        reason:
          'The base address is 24 + 12n + 1 and the end of the directory at once: with other than 12n octets it cannot be both.',
      },
    ],
  },
  entry(16, 'A tag holds a hyphen', '500', 0, () => '5-0'),
  entry(17, 'A field length is not a number', '500', 3, () => 'abcd'),
  entry(18, 'A field begins beyond the record', '500', 7, () => '90000'),
  entry(19, 'Two entries name one place', '500', 3, (bytes) => {
    const other = entryAt(bytes, '650')
    return bytes.toString('latin1', other + 3, other + 12)
  }),
  entry(20, 'A field ends before its separator', '500', 3, (bytes, at) =>
    digits(numberIn(bytes, at + 3, 4) - 1, 4),
  ),
  surgery(21, 'The record terminator is missing', withoutEnd),
]

const contentMutants: RecordMutant[] = [
  built(
    22,
    '005 holds a subfield',
    withField('005', (content) => `\x1fa${content}`),
  ),
  built(
    23,
    '500 has no indicators',
    withField('500', (content) => content.slice(2)),
  ),
  built(
    24,
    '500 ends with a bare delimiter',
    withField('500', (content) => `${content}\x1f`),
  ),
  built(26, 'There are two 001', twice('001')),
  built(27, 'There are two 245', twice('245')),
  built(
    28,
    '008 is cut to 39 characters',
    withField('008', (content) => content.slice(0, 39)),
  ),
]

/** One for each MUST of ISO 2709, MARC 21 and CNMARC on one record. */
export const recordMutants: readonly RecordMutant[] = [
  ...leaderMutants,
  ...structureMutants,
  ...contentMutants,
]
