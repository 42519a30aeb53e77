import { writeIso2709 } from '../../../standards/formats/iso2709-write.js'
import { type DataField, isDataField, type MarcRecord } from '../../../standards/formats/marc.js'
import { encodeCnmarc } from '../encode/encode-cnmarc.js'
import type { HeldWork, Work } from '../encode/work.js'

const SOUND = 4

/**
 * The donations that the university keeps apart: a few sound records, and one for each way in which such files are
 * broken in practice. CNMARC in GB 18030.
 */
export function donations(works: readonly Work[]): Buffer {
  const given = works.filter(
    ({ type, language, holders }) => type === 'book' && language === 'chi' && !holders.university,
  )
  const held = given.slice(0, SOUND + defects.length).map(asGift)
  const sound = held.slice(0, SOUND).map((work) => written(encodeCnmarc(work, 'LCD')))
  const broken = defects.flatMap((defect, i) => {
    const work = held[SOUND + i]
    return work ? [defect(encodeCnmarc(work, 'LCD'))] : []
  })
  return Buffer.concat([...sound, ...broken])
}

const asGift = (work: Work, i: number): HeldWork => ({
  work,
  held: {
    id: `gift${String(i + 1).padStart(6, '0')}`,
    callNumber: work.clc ? `${work.clc}/G${i + 1}` : undefined,
  },
})

const written = (record: MarcRecord): Buffer => Buffer.from(writeIso2709(record, 'gb18030'))

type Defect = (record: MarcRecord) => Buffer

/** The last one breaks off, so it must be the end of the file. */
const defects: Defect[] = [
  wrongLength,
  garbledDirectory,
  withoutFields,
  withoutTitle,
  undecodable,
  wrongCheckDigit,
  shortCodedField,
  withoutNumber,
  strayText,
  truncated,
]

/** Leader 00-04 states another length; the terminators are where they belong. */
function wrongLength(record: MarcRecord): Buffer {
  const bytes = written(record)
  bytes.write('00500', 0, 'latin1')
  return bytes
}

function garbledDirectory(record: MarcRecord): Buffer {
  const bytes = written(record)
  bytes.write('?'.repeat(24), 24 + 12 * 3, 'latin1')
  return bytes
}

/** All that a failed disk left: a leader, and zeros where the fields were. */
function withoutFields(record: MarcRecord): Buffer {
  const bytes = written(record)
  bytes.fill('0', 24, bytes.length - 1, 'latin1')
  return bytes
}

function withoutTitle({ leader, fields }: MarcRecord): Buffer {
  return written({ leader, fields: fields.filter(({ tag }) => !['200', '500', '510', '517'].includes(tag)) })
}

/** Octets that are no character in GB 18030, nor in UTF-8, inside the statement of responsibility. */
function undecodable({ leader, fields }: MarcRecord): Buffer {
  const spoilt = changed(fields, '200', 'f', () => '@@@@')
  const bytes = written({ leader, fields: spoilt })
  const at = bytes.indexOf('@@@@')
  bytes.set([0xff, 0xff, 0x80, 0xff], at)
  return bytes
}

function wrongCheckDigit({ leader, fields }: MarcRecord): Buffer {
  const others = fields.filter(({ tag }) => tag !== '010')
  const isbn: DataField = {
    tag: '010',
    ind1: ' ',
    ind2: ' ',
    subfields: [
      { code: 'a', value: '978-7-02-000220-1' },
      { code: 'd', value: 'CNY36.00' },
    ],
  }
  return written({ leader, fields: [...others.slice(0, 2), isbn, ...others.slice(2)] })
}

/** 100 $a has 36 characters; old systems left off what they did not know. */
function shortCodedField({ leader, fields }: MarcRecord): Buffer {
  return written({ leader, fields: changed(fields, '100', 'a', (value) => value.slice(0, 20)) })
}

function withoutNumber({ leader, fields }: MarcRecord): Buffer {
  return written({ leader, fields: fields.filter(({ tag }) => tag !== '001') })
}

/** A line of a listing got between the records. */
function strayText(record: MarcRecord): Buffer {
  return Buffer.concat([Buffer.from('*** END OF BATCH 7 ***\r\n', 'latin1'), written(record)])
}

function truncated(record: MarcRecord): Buffer {
  const bytes = written(record)
  return bytes.subarray(0, Math.floor(bytes.length * 0.6))
}

function changed(
  fields: MarcRecord['fields'],
  tag: string,
  code: string,
  change: (value: string) => string,
): MarcRecord['fields'] {
  return fields.map((field) =>
    field.tag === tag && isDataField(field)
      ? {
          ...field,
          subfields: field.subfields.map((subfield) =>
            subfield.code === code ? { code, value: change(subfield.value) } : subfield,
          ),
        }
      : field,
  )
}
