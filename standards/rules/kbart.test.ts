import t from 'tap'
import type { KbartRow } from '../crosswalks/kbart.js'
import { kbartRules } from './kbart.js'

const serial: KbartRow = {
  publication_title: 'Journal of Examples',
  print_identifier: '0317-8471',
  online_identifier: '1050-124X',
  date_first_issue_online: '1998-01',
  num_first_vol_online: '1',
  date_last_issue_online: '2020',
  title_url: 'https://journals.example.org/je',
  title_id: 'je',
  embargo_info: 'R1Y;P180D',
  coverage_depth: 'fulltext',
  publication_type: 'serial',
  access_type: 'P',
}
const book: KbartRow = {
  publication_title: 'A book',
  print_identifier: '978-7-02-000220-7',
  title_url: 'https://books.example.org/1',
  title_id: 'b1',
  publication_type: 'monograph',
  date_monograph_published_print: '1996',
  access_type: 'F',
}
const broken = (row: KbartRow): string[] =>
  kbartRules.filter((rule) => rule.check(row).length > 0).map(({ id }) => id)

t.test('sound rows of a journal and of a book break no rule', async (t) => {
  t.same(broken(serial), [])
  t.same(broken(book), [])
})

t.test('each defect breaks the rule that names it, and no other', async (t) => {
  const cases: [string, KbartRow][] = [
    ['KBART-06', { ...serial, print_identifier: '03178471' }],
    ['KBART-06', { ...serial, online_identifier: '1050-1241' }],
    ['KBART-06', { ...book, print_identifier: '9.78702E+12' }],
    ['KBART-07a', { ...serial, date_first_issue_online: '01/1998' }],
    ['KBART-07b', { ...serial, date_last_issue_online: '1990' }],
    ['KBART-07c', { ...book, date_first_issue_online: '1996' }],
    ['KBART-08', { ...serial, num_first_vol_online: 'vol. 1' }],
    ['KBART-09', { ...serial, coverage_depth: 'full text' }],
    ['KBART-10', { ...serial, publication_type: 'Journal' }],
    ['KBART-11', { ...serial, access_type: 'free' }],
    ['KBART-12', { ...serial, embargo_info: '1 year' }],
    ['KBART-14', { ...book, date_monograph_published_print: undefined } as KbartRow],
    ['KBART-15', { ...serial, title_url: 'journals.example.org/je' }],
    ['KBART-15', { ...serial, title_url: 'https://lib.ezproxy.example.edu/login?url=https://j.example.org' }],
  ]
  for (const [id, row] of cases) t.same(broken(row), [id], JSON.stringify(row))
  t.same(
    [...new Set(cases.map(([id]) => id))],
    kbartRules.map(({ id }) => id),
    'every rule has one',
  )
})

t.test('a finding names the cell, what stands there, and what was expected, in two languages', async (t) => {
  const [finding] = kbartRules.flatMap((rule) => rule.check({ ...serial, access_type: 'free' }))
  t.match(finding, {
    code: 'KBART_ACCESS',
    path: 'access_type',
    got: 'free',
    expected: 'F / P',
    detailZh: /应为/,
  })
  for (const { code, check } of kbartRules)
    for (const found of check({ ...serial, ...book, title_url: 'x' })) t.equal(found.code, code)
})
