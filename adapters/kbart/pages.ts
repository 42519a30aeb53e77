import { kbartLabels, packageLabel } from '../../standards/crosswalks/kbart-labels.js'
import type { Column } from '../../standards/formats/kbart/header.js'
import { readRow } from '../../standards/formats/table/rows.js'
import type { Change } from '../../standards/record/change.js'
import type { List } from './list.js'

const pageSize = 200

export interface Page {
  changes: Change[]
  /** Bytes read so far. */
  end: number
  /** Row that the next page begins with; undefined after the last. */
  nextRow?: number
  notes: string[]
}

type Values = Partial<Record<Column, string>>

/** Changes of one list, a title each, from row `firstRow` on. The last page may be empty: it says that the list ended. */
export function* pagesOf(
  list: List,
  options: { packageName?: string | undefined; firstRow: number },
): Generator<Page> {
  const groups = groupRows(list)
  const name = options.packageName ?? list.header.package
  let page: Page = { changes: [], end: 0, notes: options.firstRow === 0 ? notesOf(list) : [] }
  let [at, row] = [list.header.rowsFrom, 0]
  while (at < list.text.bytes.length) {
    if (page.changes.length === pageSize) {
      yield { ...page, nextRow: row }
      page = { changes: [], end: 0, notes: [] }
    }
    const end =
      row < options.firstRow
        ? readRow(list.text, list.header.layout, at).end
        : addRow(list, groups, name, at, page.changes)
    ;[at, row, page.end] = [end, row + 1, end]
  }
  yield { ...page, end: list.text.bytes.length }
}

/** Adds the change that the row at `start` begins; a later row of a title was read with its first. Returns the row's end. */
function addRow(
  list: List,
  groups: Map<string, number[]>,
  name: string | undefined,
  start: number,
  changes: Change[],
): number {
  const { values, end } = valuesAt(list, start)
  if (!values) {
    changes.push({ op: 'empty', offset: start })
    return end
  }
  const id = values.title_id
  const starts = id === undefined ? undefined : groups.get(id)
  if (starts && starts[0] !== start) return end
  const rows = starts ? starts.map((at) => valuesAt(list, at).values as Values) : [values]
  changes.push({
    kind: 'bib',
    op: 'put',
    ...(id !== undefined && { sourceId: id }),
    format: 'kbart',
    bytes: encode(rows, name),
    offset: start,
  })
  return end
}

/** title_id → where its rows start, for titles of several rows. */
function groupRows(list: List): Map<string, number[]> {
  const first = new Map<string, number>()
  const groups = new Map<string, number[]>()
  let at = list.header.rowsFrom
  while (at < list.text.bytes.length) {
    const { values, end } = valuesAt(list, at)
    const id = values?.title_id
    if (id !== undefined) {
      const seen = first.get(id)
      if (seen === undefined) first.set(id, at)
      else groups.set(id, [...(groups.get(id) ?? [seen]), at])
    }
    at = end
  }
  return groups
}

/** The row's cells by label, the first that is filled where two columns mean one; none when the row is blank. */
function valuesAt({ text, header }: List, start: number): { values?: Values; end: number } {
  const { cells, end } = readRow(text, header.layout, start)
  const values: Values = {}
  let isBlank = true
  for (let i = 0; i < cells.length; i++) {
    const value = cells[i] as string
    if (value === '' || value === '-') continue
    isBlank = false
    const label = header.columns[i]
    if (label) values[label] ??= value
  }
  return isBlank ? { end } : { values, end }
}

/** A header line and the rows, in the order of the standard: what the crosswalk reads. */
function encode(rows: Values[], name: string | undefined): Uint8Array {
  const hasPackage = name !== undefined || rows.some((row) => row.package_name)
  const labels: Column[] = hasPackage ? [...kbartLabels, packageLabel] : [...kbartLabels]
  const lines = rows.map((row) =>
    labels
      .map((label) => (label === packageLabel ? (name ?? row.package_name) : row[label]) ?? '')
      .join('\t'),
  )
  return Buffer.from([labels.join('\t'), ...lines].join('\n'))
}

function notesOf({ location, text, header }: List): string[] {
  const notes: string[] = []
  if (text.note)
    notes.push(`${location}: ${text.note}${text.encoding === 'utf-8' ? '' : '; KBART asks for UTF-8'}.`)
  if (header.renamed.length)
    notes.push(`${location}: labels that are not KBART's were read as such: ${header.renamed.join(', ')}.`)
  return notes
}
