import type { Access, Agent, Description, RecordType } from '../record/v1-draft.js'
import { type Crosswalk, type Described, RecordUnreadable } from './crosswalk.js'
import { dateStatement } from './dates.js'
import {
  addAgent,
  addDate,
  addIdentifier,
  addLink,
  addNote,
  addTitle,
  credit,
  type Draft,
  present,
  startDraft,
  titleOf,
} from './draft.js'
import { readDoi, readIsbn, readIssn } from './identifiers.js'
import { type KbartLabel, packageLabel } from './kbart-labels.js'
import { agentType, nameOf, statedName } from './names.js'
import { addRelation } from './relations.js'

/** A row by label; what is empty is not there. */
export type KbartRow = Partial<Record<KbartLabel | typeof packageLabel, string>>
type Coverage = NonNullable<Access['coverage']>[number]

/**
 * The rows of one title as a description. They differ in coverage; what they say of the title itself is taken from
 * the first that says it.
 */
export function describeKbart(rows: KbartRow[]): Described {
  const draft = startDraft()
  const title = mergeRows(rows)
  draft.description.type = typeOf(title)
  addNames(draft, title)
  addNumbers(draft, title)
  addPublication(draft, title)
  addAccess(draft, title, rows)
  addRelations(draft, title)
  for (const row of rows) if (row.notes) addNote(draft, 'coverage', row.notes, 'notes')
  const { description, findings } = draft
  return { ...(title.title_id && { sourceId: title.title_id }), deleted: false, description, findings }
}

function mergeRows(rows: KbartRow[]): KbartRow {
  const merged: KbartRow = {}
  for (const row of rows)
    for (const label in row) merged[label as KbartLabel] ??= row[label as KbartLabel] as string
  return merged
}

/** publication_type, else what the numbers and dates are of. */
function typeOf(row: KbartRow): RecordType {
  const stated = (row.publication_type ?? '').toLowerCase()
  if (/^(?:serial|journal|periodical|newspaper|期刊|连续出版物|报纸)/.test(stated)) return 'serial'
  if (/^(?:monograph|e?-?book|图书|专著)/.test(stated)) return 'book'
  const numbers = [row.print_identifier, row.online_identifier].map(
    (text) => text && readNumber(text)?.scheme,
  )
  if (numbers.includes('isbn') || row.date_monograph_published_online || row.date_monograph_published_print)
    return 'book'
  return 'serial'
}

function addNames(draft: Draft, row: KbartRow): void {
  if (row.publication_title) {
    const subtitled = titleOf(
      row.publication_title,
      'original',
      row.monograph_volume ? { number: row.monograph_volume } : {},
    )
    addTitle(draft, subtitled, 'publication_title')
  }
  if (row.first_author) addAgent(draft, agentOf(row.first_author, 'aut', true), 'first_author')
  if (row.first_editor) addAgent(draft, agentOf(row.first_editor, 'edt', !row.first_author), 'first_editor')
  if (row.monograph_edition) {
    draft.description.edition = row.monograph_edition
    credit(draft, 'edition', 'monograph_edition')
  }
}

function agentOf(text: string, role: string, main: boolean): Agent {
  const { name, role: stated, roleText } = statedName(text)
  return {
    names: [nameOf(name)],
    type: agentType(name),
    role: stated ?? role,
    ...(roleText && { roleText }),
    main,
  }
}

/** An identifier column holds an ISSN, an ISBN or, in lists of packages, a DOI. */
export const readNumber = (text: string) =>
  readDoi(text) ?? (/^\D*\d{4}[-\s]?\d{3}[\dXx]\D*$/.test(text) ? readIssn(text) : readIsbn(text).identifier)

function addNumbers(draft: Draft, row: KbartRow): void {
  for (const [label, qualifier] of [
    ['print_identifier', 'print'],
    ['online_identifier', 'online'],
  ] as const) {
    const found = row[label] ? readNumber(row[label]) : undefined
    if (found) addIdentifier(draft, { ...found, qualifier }, label)
  }
  const doi = row.title_id ? readDoi(row.title_id) : undefined
  if (doi) addIdentifier(draft, doi, 'title_id')
}

function addPublication(draft: Draft, row: KbartRow): void {
  const [print, online] = [row.date_monograph_published_print, row.date_monograph_published_online]
  if (print) addDate(draft, dateStatement(print, 'issued'), 'date_monograph_published_print')
  if (online) addDate(draft, dateStatement(online, 'issued'), 'date_monograph_published_online')
  const publication = present({ publisher: row.publisher_name, date: print ?? online })
  if (!row.publisher_name && !publication.date) return
  draft.description.publication.push(publication)
  credit(draft, 'publication', row.publisher_name ? 'publisher_name' : 'date_monograph_published_print')
}

/** KBART §6.6.25: F free, P paid. Without a word a title list is of what is licensed. */
function addAccess(draft: Draft, title: KbartRow, rows: KbartRow[]): void {
  if (!title.title_url) {
    addCoverageNotes(draft, rows)
    return
  }
  const coverage = rows.map(coverageOf).filter((one) => Object.keys(one).length > 0)
  const access: Access = { kind: /^f/i.test(title.access_type ?? '') ? 'open' : 'licensed' }
  const name = title[packageLabel]
  if (name) access.package = name
  if (coverage.length) access.coverage = coverage
  addLink(draft, title.title_url, undefined, access, 'title_url')
}

/** What can be read where no address is known: nothing can be opened by it, but it is what the list was sent for. */
function addCoverageNotes(draft: Draft, rows: KbartRow[]): void {
  for (const row of rows) {
    const from = stretch(row.date_first_issue_online, row.num_first_vol_online, row.num_first_issue_online)
    const to = stretch(row.date_last_issue_online, row.num_last_vol_online, row.num_last_issue_online)
    const span = from || to ? `${from}–${to}` : ''
    const text = [span, row.coverage_depth, row.embargo_info].filter(Boolean).join('; ')
    if (text) addNote(draft, 'coverage', text, 'date_first_issue_online')
  }
}

/** `1995-01 (12:3)`: a date, a volume and an issue, each where it is known. */
const stretch = (date = '', volume = '', issue = ''): string => {
  const number = issue ? `${volume}:${issue}` : volume
  return number ? `${date} (${number})`.trim() : date
}

const coverageOf = (row: KbartRow): Coverage =>
  present<Coverage>({
    from: row.date_first_issue_online,
    to: row.date_last_issue_online,
    fromVolume: row.num_first_vol_online,
    toVolume: row.num_last_vol_online,
    fromIssue: row.num_first_issue_online,
    toIssue: row.num_last_issue_online,
    depth: row.coverage_depth,
    embargo: row.embargo_info,
    note: row.notes,
  })

function addRelations(draft: Draft, row: KbartRow): void {
  const other = (value: string): Description['identifiers'] => [
    readDoi(value) ?? { scheme: 'title_id', value, valid: true },
  ]
  if (row.parent_publication_title_id)
    addRelation(
      draft,
      { kind: 'series', identifiers: other(row.parent_publication_title_id) },
      'parent_publication_title_id',
    )
  if (row.preceding_publication_title_id)
    addRelation(
      draft,
      { kind: 'earlier', identifiers: other(row.preceding_publication_title_id) },
      'preceding_publication_title_id',
    )
}

/** Header line and rows, tab-separated UTF-8: what the KBART adapter writes. */
export function readRows(bytes: Uint8Array): KbartRow[] {
  const text = new TextDecoder().decode(bytes)
  const [header = '', ...lines] = text.split(/\r?\n/)
  const labels = header.split('\t') as KbartLabel[]
  const rows = lines.filter((line) => line.trim() !== '').map((line) => readRow(labels, line))
  if (rows.length > 0 && labels.includes('publication_title')) return rows
  throw new RecordUnreadable({
    code: 'KBART_UNREADABLE',
    detail: 'A line of KBART labels and at least one row were expected, separated by tabs.',
    detailZh: '应有一行 KBART 标签及至少一行数据，以制表符分隔。',
    expected: 'publication_title',
    got: header.slice(0, 80),
  })
}

function readRow(labels: KbartLabel[], line: string): KbartRow {
  const row: KbartRow = {}
  const cells = line.split('\t')
  if (cells.length > labels.length) throw tooManyCells(labels, cells)
  for (let i = 0; i < labels.length; i++) {
    const value = cells[i]?.trim()
    if (value) row[labels[i] as KbartLabel] = value
  }
  return row
}

/** A tab inside a cell moves what follows under the wrong labels. */
const tooManyCells = (labels: readonly string[], cells: string[]): RecordUnreadable =>
  new RecordUnreadable({
    code: 'KBART_COLUMNS',
    detail: `The row has ${cells.length} cells, and there are ${labels.length} labels: a tab stands inside one of the cells, and what follows it stands under the wrong label. Take the tab out.`,
    detailZh: `该行有 ${cells.length} 个单元格，而列名只有 ${labels.length} 个：某单元格内夹有制表符，其后内容均错位。请删除该制表符。`,
    expected: String(labels.length),
    got: String(cells.length),
  })

export const kbart: Crosswalk = {
  format: 'kbart',
  version: '4',
  describe: (bytes) => describeKbart(readRows(bytes)),
}
