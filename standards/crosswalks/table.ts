import { type TableLabel, tableLabelOf } from '../formats/table/labels.js'
import type { Finding } from '../record/change.js'
import type { Holding } from '../record/holding.js'
import { clcTopClass, isClcForm } from './clc.js'
import { type Crosswalk, type Described, RecordUnreadable } from './crosswalk.js'
import { dateStatements } from './dates.js'
import {
  addAbstract,
  addAgent,
  addClass,
  addDate,
  addIdentifier,
  addLanguage,
  addLink,
  addNote,
  addTitle,
  credit,
  type Draft,
  present,
  startDraft,
  titleOf,
} from './draft.js'
import { readType } from './dublin-core/types.js'
import { addHolding } from './holdings.js'
import { readDoi, readIsbn, readIssn } from './identifiers.js'
import { agentType, nameOf, splitNames, statedName } from './names.js'
import { addIsbn } from './numbers.js'
import { addRelation } from './relations.js'

type Row = Partial<Record<TableLabel, string>>
type ColumnStep = (value: string, draft: Draft, row: Row) => void

const agents =
  (role: string, isMain = false): ColumnStep =>
  (value, draft) => {
    for (const text of splitNames(value).flatMap((one) => one.split(/[,，、]\s*(?=\p{Script=Han})/u))) {
      const { name, role: stated, roleText, dates } = statedName(text)
      const main = isMain && !draft.description.agents.some((agent) => agent.main)
      const more = { ...(roleText && { roleText }), ...(dates && { dates }) }
      if (name)
        addAgent(
          draft,
          { names: [nameOf(name)], type: agentType(name), role: stated ?? role, ...more, main },
          role,
        )
    }
  }

const title: ColumnStep = (value, draft, row) =>
  addTitle(
    draft,
    titleOf(value, 'original', {
      ...(row.subtitle && { subtitle: row.subtitle }),
      ...(row.volume && { number: row.volume }),
    }),
    'title',
  )

/** The price of a list is that of its ISBN: without one it is a note. */
const price: ColumnStep = (value, draft, row) => {
  if (!row.isbn) addNote(draft, 'price', value, 'price')
}

const isbn: ColumnStep = (value, draft, row) => {
  for (const text of value.split(/[;；|]/)) {
    if (readIsbn(text).identifier) addIsbn(draft, text, false, undefined, row.price, 'isbn')
    else if (readIssn(text)) issn(text, draft, row)
  }
}

const issn: ColumnStep = (value, draft) => {
  const found = readIssn(value)
  if (found) addIdentifier(draft, found, 'issn')
}

const subjects: ColumnStep = (value, draft) => {
  for (const text of value.split(/\s*[;；,，|]\s*/))
    if (text) draft.description.subjects.push({ value: text, kind: 'keyword' })
  credit(draft, 'subjects', 'subject')
}

const classNumber: ColumnStep = (value, draft) =>
  addClass(
    draft,
    isClcForm(value) && clcTopClass(value) ? 'clc' : /^\d{3}(?:\.\d+)?$/.test(value) ? 'ddc' : 'local',
    value,
    undefined,
    'class',
  )

const words =
  (name: 'edition' | 'extent'): ColumnStep =>
  (value, draft) => {
    const before = draft.description[name]
    draft.description[name] = before ? `${before} ; ${value}` : value
    credit(draft, name, name)
  }

/** What each column says, in the order in which the record is made of them. Columns of a copy make its holding. */
const steps: Partial<Record<TableLabel, ColumnStep>> = {
  title,
  parallelTitle: (value, draft) => addTitle(draft, titleOf(value, 'parallel'), 'parallelTitle'),
  author: agents('aut', true),
  editor: agents('edt'),
  translator: agents('trl'),
  contributor: agents('ctb'),
  isbn,
  issn,
  csbn: (value, draft) => addIdentifier(draft, { scheme: 'csbn', value, valid: true }, 'csbn'),
  doi: (value, draft) => {
    const found = readDoi(value)
    if (found) addIdentifier(draft, found, 'doi')
  },
  price,
  edition: words('edition'),
  extent: words('extent'),
  size: words('extent'),
  date: (value, draft) => {
    for (const statement of dateStatements(value)) addDate(draft, statement, 'date')
  },
  language: (value, draft) => {
    for (const text of value.split(/\s*[;；,，、/]\s*/))
      if (text && !addLanguage(draft, text, 'text', 'language')) addNote(draft, 'language', text, 'language')
  },
  subject: subjects,
  class: classNumber,
  series: (value, draft) => addRelation(draft, { kind: 'series', title: value }, 'series'),
  abstract: (value, draft) => addAbstract(draft, value, 'abstract'),
  note: (value, draft) => addNote(draft, 'general', value, 'note'),
  url: (value, draft) => addLink(draft, value, undefined, undefined, 'url'),
}

/** One row of a library's own list as a canonical description. */
export function describeRow(row: Row, unknown: [label: string, value: string][]): Described {
  const draft = startDraft()
  draft.description.type = readType([{ name: 'type', value: row.type ?? '' }])
  if (draft.description.type === 'other' && !row.type)
    draft.description.type = row.issn && !row.isbn ? 'serial' : 'book'
  for (const [label, step] of Object.entries(steps) as [TableLabel, ColumnStep][]) {
    const value = row[label]
    if (value !== undefined) step(value, draft, row)
  }
  const publication = present({ place: row.place, publisher: row.publisher, date: row.date })
  if (row.publisher || row.place) draft.description.publication.push(publication)
  addCopy(row, draft)
  for (const [label, value] of unknown) addNote(draft, label, value, label)
  const { description, findings } = draft
  return { ...(row.id && { sourceId: row.id }), deleted: false, description, findings }
}

function addCopy(row: Row, draft: Draft): void {
  const organisation = present({ branch: row.branch, location: row.location })
  const copies = /^\d{1,4}/.exec(row.copies ?? '')?.[0]
  const holding = present<Holding>({
    id: row.barcode,
    organisation: Object.keys(organisation).length > 0 ? organisation : undefined,
    callNumber: row.callNumber ? { full: row.callNumber } : undefined,
  })
  addHolding(draft, copies ? { ...holding, items: Number(copies) } : holding, 'holding')
}

/** Header line and row, tab-separated UTF-8. */
function readRow(bytes: Uint8Array): { row: Row; unknown: [string, string][] } {
  const [header = '', line] = new TextDecoder().decode(bytes).split('\n')
  if (line === undefined) throw new RecordUnreadable(noRow)
  const row: Row = {}
  const unknown: [string, string][] = []
  const cells = line.split('\t')
  for (const [at, cell] of header.split('\t').entries()) {
    const value = cells[at]?.trim()
    if (!value) continue
    const label = tableLabelOf(cell)
    if (label && row[label] === undefined) row[label] = value
    else if (cell) unknown.push([cell, value])
  }
  return { row, unknown }
}

export const table: Crosswalk = {
  format: 'csv',
  version: '4',
  describe(bytes) {
    const { row, unknown } = readRow(bytes)
    return describeRow(row, unknown)
  },
}

const noRow: Finding = {
  code: 'TABLE_UNREADABLE',
  detail: 'A line of column labels and a row were expected, separated by tabs.',
  detailZh: '应有一行列标题及一行数据，以制表符分隔。',
  expected: 'title',
}
