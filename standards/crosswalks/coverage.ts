import { isDataField, type MarcField } from '../formats/marc.js'
import type { Format } from '../record/change.js'
import * as cnmarcTables from './cnmarc/tables.js'
import { dublinCoreTable } from './dublin-core/elements.js'
import { type Row, rowFor, rowsOf, type Standing, standingOf } from './field-table.js'
import { mab2Table } from './mab2.js'
import * as marc21Tables from './marc21/tables.js'
import { modsElements } from './mods/table.js'
import { picaTable } from './pica.js'

/** What became of one subfield of a field (of a control field, an element, a column: the whole of it) over many records. */
export interface Covered {
  tag: string
  code: string
  standing: Standing
  /** Where in the record it goes: titles, notes/thesis; `-` passed over. */
  place: string
  /** Of one that is passed over, the reason that the table gives. */
  why: string
  records: number
  /** The first value that was met, cut short. */
  example: string
}

export interface Coverage {
  add(record: Fields): void
  records(): number
  /** By tag and code. */
  rows(): Covered[]
}

/** A record as fields: of MARC and its kin as they are; an element or a column is a field without subfields. */
export interface Fields {
  leader?: string
  fields: readonly MarcField[]
}

/** Columns of a list have been told by their labels before, and unknown ones said. */
export type CoveredFormat = Exclude<Format, 'csv' | 'kbart'>

const modsRows = rowsOf(modsElements)

/** The table that a record of this format goes by. */
const rowsOfRecord: Record<CoveredFormat, (record: Fields) => readonly Row[]> = {
  marc21({ leader }) {
    const kind = leader?.[6] ?? ' '
    if (kind === 'z') return marc21Tables.authorityTable.rows
    return ('uvxy'.includes(kind) ? marc21Tables.holdingsTable : marc21Tables.bibTable).rows
  },
  cnmarc: ({ leader }) =>
    ('xyz'.includes(leader?.[6] ?? ' ') ? cnmarcTables.authorityTable : cnmarcTables.bibTable).rows,
  pica: () => picaTable.rows,
  mab2: () => mab2Table.rows,
  mods: () => modsRows,
  'dublin-core': () => dublinCoreTable.rows,
}

const longest = 60

/** Counts which subfields were used, kept as notes, passed over, or are unknown. An 880 counts as the field that it stands for. */
export function coverageOf(format: CoveredFormat): Coverage {
  const found = new Map<string, Covered>()
  let records = 0
  return {
    add(record) {
      records++
      const rows = rowsOfRecord[format](record)
      const seen = new Set<Covered>()
      for (const [tag, code, value] of subfieldsOf(record)) {
        const name = `${tag} ${code} ${rows.length}`
        let covered = found.get(name)
        if (!covered) {
          covered = { tag, code, ...judged(rows, tag, code), records: 0, example: value.slice(0, longest) }
          found.set(name, covered)
        }
        if (!seen.has(covered)) covered.records++
        seen.add(covered)
      }
    },
    records: () => records,
    rows: () => [...found.values()].sort((a, b) => (a.tag + a.code < b.tag + b.code ? -1 : 1)),
  }
}

function* subfieldsOf(record: Fields): Generator<[tag: string, code: string, value: string]> {
  for (const field of record.fields) {
    if (!isDataField(field)) {
      yield [field.tag, '', field.value]
      continue
    }
    const linked = field.tag === '880' && /^\d{3}/.exec(linkage(field.subfields))
    for (const { code, value } of field.subfields) yield [linked ? linked[0] : field.tag, code, value]
  }
}

const linkage = (subfields: { code: string; value: string }[]): string =>
  subfields.find(({ code }) => code === '6')?.value ?? ''

function judged(
  rows: readonly Row[],
  tag: string,
  code: string,
): Pick<Covered, 'standing' | 'place' | 'why'> {
  const row = rowFor(rows, tag, code)
  const standing = standingOf(rows, tag, code)
  if (!row || standing === 'unknown') return { standing, place: '', why: '' }
  return { standing, place: row.kind ? `${row.place}/${row.kind}` : row.place, why: row.why }
}
