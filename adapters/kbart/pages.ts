import { basename } from 'node:path'
import { readRow } from '../../standards/formats/table/rows.js'
import type { Change } from '../../standards/record/change.js'
import { type Groups, groupRows, isMoved } from './groups.js'
import type { List } from './list.js'
import { asTheyStand, encode, rowAt, type Values } from './rows.js'

const pageSize = 200

export interface Page {
  changes: Change[]
  /** Bytes read so far. */
  end: number
  /** Row that the next page begins with; undefined after the last. */
  nextRow?: number
  notes: string[]
}

/** Changes of one list, a title each, from row `firstRow` on. The last page may be empty: it says that the list ended. */
export function* pagesOf(
  list: List,
  options: { packageName?: string | undefined; firstRow: number },
): Generator<Page> {
  const groups = groupRows(list)
  const name = options.packageName ?? list.header.package
  let page: Page = { changes: [], end: 0, notes: options.firstRow === 0 ? notesOf(list, groups) : [] }
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
  groups: Groups,
  name: string | undefined,
  start: number,
  changes: Change[],
): number {
  const { row, end } = rowAt(list, start)
  if (!row) {
    changes.push({ op: 'empty', offset: start })
    return end
  }
  const id = row.values.title_id
  const isId = id !== undefined && !groups.notIds.has(id)
  const starts = groups.rowsOf.get(start)
  if (starts && starts[0] !== start) return end
  const rows = starts ? starts.flatMap((at) => rowAt(list, at).row ?? []) : [row]
  changes.push({
    kind: 'bib',
    op: 'put',
    ...(isId && { sourceId: id }),
    format: 'kbart',
    bytes: rows.some((one) => isMoved(list, one, groups))
      ? asTheyStand(list, rows)
      : encode(
          rows.map(({ values }) => (isId ? values : withoutId(values))),
          name,
        ),
    offset: start,
  })
  return end
}

const withoutId = ({ title_id, ...others }: Values): Values => others

const notesOf = ({ location, text, header, size }: List, { notIds, isUnlabelled }: Groups): string[] => {
  const name = basename(location)
  const notes: string[] = []
  if (header.rowsFrom >= size) notes.push(`"${name}" holds no record.`)
  if (text.note)
    notes.push(`${name}: ${text.note}${text.encoding === 'utf-8' ? '' : '; KBART asks for UTF-8'}.`)
  if (header.renamed.length)
    notes.push(`${name}: labels that are not KBART's were read as such: ${header.renamed.join(', ')}.`)
  if (header.unknown.length)
    notes.push(
      `${name}: columns that are not known were left out: ${header.unknown.slice(0, 30).join(', ')}.`,
    )
  if (isUnlabelled) notes.push(`${name}: what stands beyond the last label was left out.`)
  if (notIds.size > 0)
    notes.push(
      `${name}: under title_id stands what different titles share, and was not taken for an identifier: ${[...notIds].slice(0, 10).join(', ')}.`,
    )
  return notes
}
