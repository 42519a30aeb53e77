import { kbartLabels, packageLabel } from '../../standards/crosswalks/kbart-labels.js'
import type { Column } from '../../standards/formats/kbart/header.js'
import { readRow } from '../../standards/formats/table/rows.js'
import type { List } from './list.js'

export type Values = Partial<Record<Column, string>>

export interface ListRow {
  values: Values
  /** As they stand. */
  cells: string[]
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
  return isBlank ? { end } : { row: { values, cells }, end }
}

/** Whether something stands beyond the last label. */
export const hasExcess = ({ header }: List, { cells }: ListRow): boolean =>
  cells.slice(header.columns.length).some((cell) => cell !== '')

/** A header line and the rows, in the order of the standard: what the crosswalk reads. */
export function encode(rows: Values[], name: string | undefined): Uint8Array {
  const hasPackage = name !== undefined || rows.some((values) => values.package_name)
  const labels: Column[] = hasPackage ? [...kbartLabels, packageLabel] : [...kbartLabels]
  return table([
    labels,
    ...rows.map((values) =>
      labels.map((label) => (label === packageLabel ? (name ?? values.package_name) : values[label]) ?? ''),
    ),
  ])
}

/** The list's own header line and the rows: what the crosswalk refuses, a row having more cells than there are labels. */
export const asTheyStand = ({ header }: List, rows: ListRow[]): Uint8Array =>
  table([header.cells, ...rows.map(({ cells }) => cells)])

const table = (rows: string[][]): Uint8Array => Buffer.from(rows.map((cells) => cells.join('\t')).join('\n'))
