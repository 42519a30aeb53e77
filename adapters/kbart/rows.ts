import { kbartLabels, packageLabel } from '../../standards/crosswalks/kbart-labels.js'
import type { Column } from '../../standards/formats/kbart/header.js'
import { readRow } from '../../standards/formats/table/rows.js'
import type { List } from './list.js'

export type Values = Partial<Record<Column, string>>

export interface ListRow {
  values: Values
  /** What stands beyond the last label, in a list that has no such column. */
  excess: string[]
}

/** The row's cells by label, the first that is filled where two columns mean one; no row when it is blank. */
export function rowAt({ text, header }: List, start: number): { row?: ListRow; end: number } {
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
  if (isBlank) return { end }
  const excess = cells.slice(header.columns.length)
  return { row: { values, excess: excess.some((cell) => cell !== '') ? excess : [] }, end }
}

/** A header line and the rows, in the order of the standard: what the crosswalk reads, and refuses where cells are left over. */
export function encode(rows: ListRow[], name: string | undefined): Uint8Array {
  const hasPackage = name !== undefined || rows.some(({ values }) => values.package_name)
  const labels: Column[] = hasPackage ? [...kbartLabels, packageLabel] : [...kbartLabels]
  const lines = rows.map(({ values, excess }) =>
    [
      ...labels.map(
        (label) => (label === packageLabel ? (name ?? values.package_name) : values[label]) ?? '',
      ),
      ...excess,
    ].join('\t'),
  )
  return Buffer.from([labels.join('\t'), ...lines].join('\n'))
}
