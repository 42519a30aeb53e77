import * as cnmarcTables from './cnmarc/tables.js'
import { dublinCoreTable } from './dublin-core/elements.js'
import { type Row, rowsOf } from './field-table.js'
import { kbartTable } from './kbart-table.js'
import { mab2Table } from './mab2.js'
import * as marc21Tables from './marc21/tables.js'
import { modsElements } from './mods/table.js'
import { picaTable } from './pica.js'

/** A crosswalk's tables as a page that a librarian reads: made from the rows that the crosswalk runs on. */
export const crosswalkPages: Record<string, () => string> = {
  'marc21.md': () =>
    pageOf('MARC 21', [
      ['Bibliographic records 书目记录', marc21Tables.bibTable.rows],
      ['Holdings records (leader/06 = u, v, x, y) 馆藏记录', marc21Tables.holdingsTable.rows],
      ['Authority records (leader/06 = z) 规范记录', marc21Tables.authorityTable.rows],
    ]),
  'cnmarc.md': () =>
    pageOf('CNMARC and UNIMARC 中国机读目录格式', [
      ['Bibliographic records 书目记录', cnmarcTables.bibTable.rows],
      ['Holdings records (004 beside 252 or 256) 馆藏记录', cnmarcTables.holdingsTable.rows],
      ['Authority records (label/06 = x, y, z) 规范记录', cnmarcTables.authorityTable.rows],
    ]),
  'mods.md': () => pageOf('MODS 3', [['Elements by their path 元素', rowsOf(modsElements)]]),
  'dublin-core.md': () =>
    pageOf('Dublin Core 都柏林核心', [['Elements, whatever their namespace 元素', dublinCoreTable.rows]]),
  'kbart.md': () => pageOf('KBART', [['Labels 列标题', rowsOf(kbartTable)]]),
  'pica.md': () => pageOf('PICA+', [['Titles, libraries and copies', picaTable.rows]]),
  'mab2.md': () => pageOf('MAB2', [['Title records', mab2Table.rows]]),
}

const pageOf = (name: string, tables: [title: string, rows: readonly Row[]][]): string => {
  const parts = tables.flatMap(([title, rows]) => [`## ${title}`, tableOf(rows)])
  return `${[`# ${name} → the canonical record`, ...intro, ...parts].join('\n\n')}\n`
}

const intro = [
  'Made from the tables that the crosswalk runs on (`npm run generate`); not written by hand.',
  'Place is where in the canonical record a value goes; `notes/…` are kept in words alone; `—` are passed over, for the reason given. X stands for any character; `/*` for whatever stands under an element; *any* for every field; *letters* for a tag with letters in it. Subfield codes are case-sensitive.',
  '“去向”为规范记录中的字段；`notes/…` 仅作为附注原文保留；`—` 为有意不取，理由见后。X 代表任意字符，`/*` 代表其下任意元素。子字段代码区分大小写。',
]

const tableOf = (rows: readonly Row[]): string =>
  [
    '| Field 字段 | Subfields 子字段 | Place 去向 | Step | Why 说明 |',
    '|---|---|---|---|---|',
    ...together(rows).map(lineOf),
  ].join('\n')

/** Rows that differ in the field alone are one line. */
function together(rows: readonly Row[]): Row[] {
  const lines: Row[] = []
  for (const row of rows) {
    const last = lines.at(-1)
    if (last && bodyOf(last) === bodyOf(row))
      lines[lines.length - 1] = { ...last, field: `${last.field} ${row.field}` }
    else lines.push(row)
  }
  return lines
}

const bodyOf = ({ reads, place, kind, step, why }: Row): string => [reads, place, kind, step, why].join('|')

function lineOf({ field, reads, place, kind, step, why }: Row): string {
  const isCode = field !== 'LDR' && !/^00\d$/.test(field)
  const codes = reads === '*' ? 'all' : isCode ? [...reads].join(' ') : reads
  const where = place === '-' ? '—' : `\`${kind ? `${place}/${kind}` : place}\``
  return `| ${field} | ${codes} | ${where} | ${step} | ${why.replaceAll('|', '\\|')} |`
}
