import { isDataField, type MarcField, type MarcRecord } from '../formats/marc.js'
import * as cnmarcTables from './cnmarc/tables.js'
import { describeCnmarc } from './cnmarc.js'
import type { Described } from './crosswalk.js'
import { sampleOf } from './field-samples-testing.js'
import type { Row, Table } from './field-table.js'
import { describeMab2, mab2Table } from './mab2.js'
import * as marc21Tables from './marc21/tables.js'
import { describeMarc21 } from './marc21.js'
import { describePica, picaTable } from './pica.js'

export interface NamedTable {
  name: string
  table: Table<unknown>
  leader: string
  describe(record: MarcRecord): Described
  /** Fields without which the others have nothing to belong to. */
  around: MarcField[]
}

const bib = [{ tag: '001', value: '1' }]
export const tables: NamedTable[] = [
  {
    name: 'MARC 21',
    table: marc21Tables.bibTable,
    leader: '00000nam a2200000 a 4500',
    describe: describeMarc21,
    around: bib,
  },
  {
    name: 'MARC 21 holdings',
    table: marc21Tables.holdingsTable,
    leader: '00000nx  a2200000 a 4500',
    describe: describeMarc21,
    around: bib,
  },
  {
    name: 'MARC 21 authority',
    table: marc21Tables.authorityTable,
    leader: '00000nz  a2200000 a 4500',
    describe: describeMarc21,
    around: bib,
  },
  {
    name: 'CNMARC',
    table: cnmarcTables.bibTable,
    leader: '00000nam0 2200000   450 ',
    describe: describeCnmarc,
    around: bib,
  },
  {
    name: 'UNIMARC holdings',
    table: cnmarcTables.holdingsTable,
    leader: '00000nam0 2200000   450 ',
    describe: describeCnmarc,
    around: [...bib, { tag: '004', value: '9' }, { tag: '256', ind1: ' ', ind2: ' ', subfields: [] }],
  },
  {
    name: 'CNMARC authority',
    table: cnmarcTables.authorityTable,
    leader: '00000nx  a2200000   450 ',
    describe: describeCnmarc,
    around: bib,
  },
  {
    name: 'PICA+',
    table: picaTable,
    leader: '',
    describe: ({ fields }) => describePica({ fields: fields.filter(isDataField) }),
    around: [
      { tag: '002@', ind1: '', ind2: '', subfields: [{ code: '0', value: 'Aau' }] },
      { tag: '003@', ind1: '', ind2: '', subfields: [{ code: '0', value: '1' }] },
    ],
  },
  {
    name: 'MAB2',
    table: mab2Table,
    leader: '00000nM2.01200024      h',
    describe: (record) => describeMab2({ ...record, fields: record.fields.filter(isDataField) }),
    around: [],
  },
]

const indicators: Record<string, string> = {
  language: '1',
  otherNumber: '7',
  notation: 'b',
  agencyNumber: 'a',
}

export const fieldOf = (row: Row, codes: string): MarcField => ({
  tag: row.field === 'X9X' ? '195' : row.field.replaceAll('X', '9'),
  ind1: indicators[row.step] ?? ' ',
  ind2: row.step === 'subject' ? '7' : row.step === 'agent' ? '2' : ' ',
  subfields: [...codes].map((code) => ({ code, value: sampleOf(row, code) })),
})

const fieldWith = (tag: string, code: string, value: string): MarcField => ({
  tag,
  ind1: ' ',
  ind2: ' ',
  subfields: [{ code, value }],
})

/** A section has its whole, a volume without a title its set, what explains a title the title. */
const wholes: Record<string, MarcField[]> = {
  section: [fieldWith('021A', 'a', 'Whole'), fieldWith('331', 'a', 'Whole')],
  subtitle: [fieldWith('331', 'a', 'Whole')],
  partTitle: [fieldWith('036C', 'a', 'Set')],
}

/** Captions and the values under them say something only together. */
export function partnersOf({ field, step }: Row): MarcField[] {
  if (wholes[step]) return wholes[step]
  const tag =
    step === 'captions'
      ? field.replace(/^85/, '86').replace(/^50/, '51')
      : step === 'enumeration'
        ? field.replace(/^86/, '85').replace(/^51/, '50')
        : undefined
  const subfields = [...'8abcdefghijklm'].map((code) => ({
    code,
    value: code === '8' ? '1.1' : `文 ${code}`,
  }))
  return tag ? [{ tag, ind1: ' ', ind2: ' ', subfields }] : []
}

export const answer = ({ describe, leader, around }: NamedTable, fields: MarcField[]): string =>
  JSON.stringify(
    describe({ leader, fields: [...around, ...[...fields].sort((a, b) => (a.tag < b.tag ? -1 : 1))] })
      .description,
  )

/** `245 10$aTitle :$bsubtitle`, `001 123`: a record for a test, a line for each field. */
export const marcRecord = (leader: string, lines: string[]): MarcRecord => ({
  leader,
  fields: lines.map((line) => {
    const tag = line.slice(0, 3)
    if (tag < '010') return { tag, value: line.slice(4) }
    const subfields = line
      .slice(6)
      .split('$')
      .slice(1)
      .map((text) => ({ code: text[0] as string, value: text.slice(1) }))
    return { tag, ind1: line[4] ?? ' ', ind2: line[5] ?? ' ', subfields }
  }),
})
