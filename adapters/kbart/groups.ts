import { readNumber } from '../../standards/crosswalks/kbart.js'
import { plain } from '../../standards/formats/kbart/labels.js'
import type { List } from './list.js'
import { hasExcess, type ListRow, rowAt, type Values } from './rows.js'

/** What only the whole list tells of its rows. */
export interface Groups {
  /** Where a row of a title of several rows starts → where all of them do. */
  rowsOf: Map<number, number[]>
  /** What stands under title_id with titles that are not the same, such as `N/A`: it identifies none of them. */
  notIds: Set<string>
  /** Most rows have more cells than there are labels: a column without a label, and no tab inside a cell. */
  isUnlabelled: boolean
  /** Most rows have a cell for each label, and none more: where one has, a tab stands inside a cell. */
  isEven: boolean
}

export function groupRows(list: List): Groups {
  const startsOf = new Map<string, number[]>()
  let [rows, wide, exact] = [0, 0, 0]
  for (let at = list.header.rowsFrom; at < list.text.bytes.length; ) {
    const { row, end } = rowAt(list, at)
    if (row) {
      rows++
      if (hasExcess(list, row)) wide++
      if (row.cells.length === list.header.columns.length) exact++
      if (row.values.title_id !== undefined) addTo(startsOf, row.values.title_id, at)
    }
    at = end
  }
  const isUnlabelled = rows > 1 && wide > rows / 2
  return { ...groupsOf(list, startsOf), isUnlabelled, isEven: exact > rows / 2 }
}

function addTo<Key>(groups: Map<Key, number[]>, key: Key, start: number): void {
  const known = groups.get(key)
  if (known) known.push(start)
  else groups.set(key, [start])
}

function groupsOf(list: List, startsOf: Map<string, number[]>): Pick<Groups, 'rowsOf' | 'notIds'> {
  const rowsOf = new Map<number, number[]>()
  const notIds = new Set<string>()
  for (const [id, starts] of startsOf) {
    if (starts.length === 1) continue
    const rows = starts.map((start) => rowAt(list, start).row?.values ?? {})
    const isId = areOneTitle(rows)
    if (!isId) notIds.add(id)
    for (const group of isId ? [starts] : alike(rows, starts))
      for (const start of group) rowsOf.set(start, group)
  }
  return { rowsOf, notIds }
}

/** Rows of one title differ in coverage. One that is written otherwise is the same where a number says so. */
function areOneTitle(rows: Values[]): boolean {
  const rowsWith = new Map<string, number[]>()
  const marksOf = rows.map((row) => [titleOf(row), ...numbersOf(row)])
  for (const [at, marks] of marksOf.entries()) for (const mark of marks) addTo(rowsWith, mark, at)
  const reached = new Set([0])
  for (const at of reached)
    for (const mark of marksOf[at] as string[]) {
      for (const other of rowsWith.get(mark) ?? []) reached.add(other)
      rowsWith.delete(mark)
    }
  return reached.size === rows.length
}

/** Under what is no identifier: rows of one title and the same numbers. A title alone (`Bulletin`) may be of two. */
function alike(rows: Values[], starts: number[]): number[][] {
  const groups = new Map<string, number[]>()
  for (const [index, row] of rows.entries())
    addTo(
      groups,
      [titleOf(row), row.print_identifier, row.online_identifier].join('\t'),
      starts[index] as number,
    )
  return [...groups.values()]
}

const titleOf = ({ publication_title = '' }: Values): string => plain(publication_title) || publication_title

/** What fills a column that must not be empty (`N/A`, `0000-0000`) is no number. */
const numbersOf = ({ print_identifier, online_identifier }: Values): string[] =>
  [print_identifier, online_identifier].flatMap((text) => {
    const number = text ? readNumber(text) : undefined
    return number?.valid ? [`${number.scheme} ${number.value}`] : []
  })

/** Whether a tab inside a cell has moved what follows it under wrong labels. */
export const isMoved = (list: List, row: ListRow, { isUnlabelled, isEven }: Groups): boolean =>
  !isUnlabelled && (isEven ? row.cells.length > list.header.columns.length : hasExcess(list, row))
