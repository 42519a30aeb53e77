import type { MarcField, MarcRecord } from '../formats/marc.js'
import * as cnmarcTables from './cnmarc/tables.js'
import { describeCnmarc } from './cnmarc.js'
import type { Described } from './crosswalk.js'
import type { Row, Table } from './field-table.js'
import * as marc21Tables from './marc21/tables.js'
import { describeMarc21 } from './marc21.js'

export interface NamedTable {
  name: string
  table: Table
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
]

/** A value that each step can make something of; elsewhere any words do. */
const values: Record<string, string> = {
  'isbn a': '978-7-101-10528-5',
  'isbn z': '7-02-000220-X',
  'issn a': '0001-3072',
  'issn f': '1674-733X',
  'issn l': '1674-733X',
  'issn y': '2049-3630',
  'issn z': '0317-8471',
  'language a': 'fre',
  'language b': 'ger',
  'language c': 'rus',
  'language d': 'spa',
  'language h': 'ita',
  'language j': 'jpn',
  'language k': 'kor',
  'systemNumber a': '(DE-588)118540238',
  'linking x': '0001-3072',
  'linking y': '978-7-101-10528-5',
  'linking z': '978-7-101-10528-5',
  'linking 1': '2001 ',
  'series x': '0001-3072',
  'series y': '978-7-101-10528-5',
  'series z': '978-7-101-10528-5',
  'link u': 'https://example.org/1',
  'link 7': '0',
  'link q': 'image/png',
  'licence u': 'https://example.org/licence',
  'uniformTitle l': 'German',
  'otherTitle y': 'ger',
  'otherTitle z': 'ger',
  'otherTitle A': 'pin yin',
  'otherTitle 9': 'pin yin',
  'properTitle A': 'pin yin',
  'properTitle 9': 'pin yin',
  'properTitle z': 'ger',
  'otherTitle m': 'rus',
  'imprint d': '1998',
  'imprint c': '1998',
  'agent 4': 'edt',
  'mainAgent 4': 'edt',
  'agent A': 'cao xue qin',
  'agent 9': 'cao xue qin',
  'agent c': '(清)',
  'enumeration 8': '1.1',
  'captions 8': '1',
  'fileNumber a': '0000000121',
  'subject 3': '12345',
  'fileNumber 0': '(viaf)96994048',
  'fileNumber 1': 'https://orcid.org/0000-0001',
  'libraryOfCongress a': 'n  79021164',
  'linkedHeading 0': '(DE-588)118540238',
  'linkedHeading 3': '(DE-588)118540238',
  'localClass a': 'I247.57',
  'shelfMark d': 'I247.57',
  'shelfMark f': '2',
  'localHolding f': '2',
  'subject 2': 'gnd',
  'subject 0': '(DE-588)4003338-7',
  'agent 0': '(DE-588)118540238',
  'agent 1': 'https://viaf.org/viaf/96994048',
  'mainAgent 0': '(DE-588)118540238',
  'mainAgent 1': 'https://viaf.org/viaf/96994048',
  'agent 3': '12345',
  'seeAlso w': 'a',
  'seeAlso 5': 'a',
  'seeAlso 0': '(DE-588)118540238',
  'seeAlso 3': '12345',
}

export const fieldOf = (row: Row, codes: string): MarcField => ({
  tag: row.field === 'X9X' ? '195' : row.field.replaceAll('X', '9'),
  ind1: row.step === 'language' ? '1' : row.step === 'otherNumber' ? '7' : ' ',
  ind2: row.step === 'subject' ? '7' : row.step === 'agent' ? '2' : ' ',
  subfields: [...codes].map((code) => ({ code, value: values[`${row.step} ${code}`] ?? `文 ${code}` })),
})

/** Captions and the values under them say something only together. */
export function partnersOf({ field, step }: Row): MarcField[] {
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
  JSON.stringify(describe({ leader, fields: [...around, ...fields] }).description)

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
