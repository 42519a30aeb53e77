import { isDataField, type MarcRecord } from '../formats/marc.js'
import * as cnmarcTables from './cnmarc/tables.js'
import { type Row, rowFor, type Standing, standingOf, type Table } from './field-table.js'
import * as marc21Tables from './marc21/tables.js'

/** What became of one subfield of a field (of a control field: the whole of it) over many records. */
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
  add(record: MarcRecord): void
  records(): number
  /** By tag and code. */
  rows(): Covered[]
}

/** The table that a record of this format goes by. */
export function tableFor(format: 'marc21' | 'cnmarc', record: MarcRecord): Table {
  const kind = record.leader[6] ?? ' '
  const isAuthority = format === 'marc21' ? kind === 'z' : 'xyz'.includes(kind)
  const { authorityTable, bibTable, holdingsTable } = format === 'marc21' ? marc21Tables : cnmarcTables
  if (isAuthority) return authorityTable
  return format === 'marc21' && 'uvxy'.includes(kind) ? holdingsTable : bibTable
}

const longest = 60

/** Counts which subfields were used, kept as notes, passed over, or are unknown. An 880 counts as the field that it stands for. */
export function coverageOf(format: 'marc21' | 'cnmarc'): Coverage {
  const found = new Map<string, Covered>()
  let records = 0
  return {
    add(record) {
      records++
      const { rows } = tableFor(format, record)
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

function* subfieldsOf(record: MarcRecord): Generator<[tag: string, code: string, value: string]> {
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
