import type { KbartLabel, packageLabel } from '../../crosswalks/kbart-labels.js'
import {
  findHeader as findTableHeader,
  type Header as TableHeader,
  type Vocabulary,
} from '../table/header.js'
import type { ListText } from '../table/text.js'
import { isStandardLabel, labelOf } from './labels.js'

export { preambleRows } from '../table/header.js'

export type Column = KbartLabel | typeof packageLabel

export interface Header extends TableHeader<Column> {
  /** Said in the lines before the header. */
  package?: string
  /** Labels of the file that were read as one of the standard's. */
  renamed: string[]
  /** Labels that are not known. */
  unknown: string[]
}

/** A title, or a label of the standard itself, must be among the labels. */
const vocabulary: Vocabulary<Column> = {
  labelOf,
  isHeader: (cells, labels) =>
    cells.some(isStandardLabel) || (labels.has('publication_title') && labels.size >= 2),
}

/** The header line of a title list; null when no row near the top is one. */
export function findHeader(text: ListText): Header | null {
  const header = findTableHeader(text, vocabulary)
  if (!header) return null
  const name = header.before.find(({ cells }) => /^package name$/i.test(cells[0] ?? ''))?.cells[1]
  const renamed = header.cells.filter((cell) => labelOf(cell) && !isStandardLabel(cell))
  const unknown = header.cells.filter((cell) => cell !== '' && !labelOf(cell))
  return { ...header, renamed, unknown, ...(name && { package: name }) }
}
