import { plain } from '../../standards/formats/kbart/labels.js'
import type { List } from './list.js'
import { rowAt, type Values } from './rows.js'

/** What only the whole list tells of its rows. */
export interface Groups {
  /** title_id → where its rows start, for titles of several rows. */
  rowsOf: Map<string, number[]>
  /** What stands under title_id with titles that are not the same, such as `N/A`: it identifies none of them. */
  notIds: Set<string>
  /** Most rows have more cells than there are labels: a column without a label, and no tab inside a cell. */
  isUnlabelled: boolean
}

export function groupRows(list: List): Groups {
  const first = new Map<string, number>()
  const groups: Groups = { rowsOf: new Map(), notIds: new Set(), isUnlabelled: false }
  let [rows, wide] = [0, 0]
  for (let at = list.header.rowsFrom; at < list.text.bytes.length; ) {
    const { row, end } = rowAt(list, at)
    if (row) {
      rows++
      if (row.excess.length > 0) wide++
      addTo(groups, first, list, at, row.values)
    }
    at = end
  }
  groups.isUnlabelled = wide > rows / 2
  return groups
}

function addTo(
  { rowsOf, notIds }: Groups,
  first: Map<string, number>,
  list: List,
  at: number,
  values: Values,
): void {
  const id = values.title_id
  if (id === undefined || notIds.has(id)) return
  const seen = first.get(id)
  if (seen === undefined) {
    first.set(id, at)
    return
  }
  if (isOneTitle(rowAt(list, seen).row?.values ?? {}, values)) {
    rowsOf.set(id, [...(rowsOf.get(id) ?? [seen]), at])
    return
  }
  notIds.add(id)
  rowsOf.delete(id)
}

/** Rows of one title differ in coverage. One that is written otherwise is the same where a number says so. */
const isOneTitle = (one: Values, other: Values): boolean =>
  plain(one.publication_title ?? '') === plain(other.publication_title ?? '') ||
  numbersOf(one).some((number) => numbersOf(other).includes(number))

const numbersOf = ({ print_identifier, online_identifier }: Values): string[] =>
  [print_identifier, online_identifier].flatMap((number) => (number ? [plain(number)] : []))
