import t from 'tap'
import { Compile } from 'typebox/compile'
import { Description } from '../record/v1-draft.js'
import { RecordUnreadable } from './crosswalk.js'
import { kbart } from './kbart.js'
import { kbartLabels, packageLabel } from './kbart-labels.js'

const form = Compile(Description)
type Values = Partial<Record<(typeof kbartLabels)[number] | typeof packageLabel, string>>

function describe(...rows: Values[]) {
  const labels = [...kbartLabels, packageLabel]
  const lines = rows.map((row) => labels.map((label) => row[label] ?? '').join('\t'))
  const described = kbart.describe(Buffer.from([labels.join('\t'), ...lines].join('\n')))
  if (!described.description) throw new Error('no description')
  if (described.description.titles.length) t.ok(form.Check(described.description), 'of the canonical form')
  return { ...described, description: described.description }
}

t.test('the rows of a serial are one record with a coverage each', async (t) => {
  const serial: Values = {
    publication_title: 'African Diaspora',
    print_identifier: '1872-5457',
    online_identifier: '1872-5465',
    title_id: 'ad',
    title_url: 'https://example.org/ad',
    publisher_name: 'Brill',
    publication_type: 'serial',
    access_type: 'P',
    package_name: 'Brill 2013',
  }
  const { sourceId, description } = describe(
    {
      ...serial,
      date_first_issue_online: '2002-01',
      num_first_vol_online: '1',
      num_first_issue_online: '1',
      date_last_issue_online: '2005',
      coverage_depth: 'fulltext',
    },
    { ...serial, date_first_issue_online: '2008-11', embargo_info: 'P1Y', notes: 'gap before' },
  )
  t.equal(sourceId, 'ad')
  t.equal(description.type, 'serial')
  t.same(description.identifiers, [
    { scheme: 'issn', value: '1872-5457', valid: true, qualifier: 'print' },
    { scheme: 'issn', value: '1872-5465', valid: true, qualifier: 'online' },
  ])
  t.same(description.links, [
    {
      href: 'https://example.org/ad',
      access: {
        kind: 'licensed',
        package: 'Brill 2013',
        coverage: [
          { from: '2002-01', to: '2005', fromVolume: '1', fromIssue: '1', depth: 'fulltext' },
          { from: '2008-11', embargo: 'P1Y', note: 'gap before' },
        ],
      },
    },
  ])
  t.same(description.provenance['identifiers'], ['print_identifier', 'online_identifier'])
})

t.test('a book: ISBN, first author, dates of print and online', async (t) => {
  const { description } = describe({
    publication_title: '经济数学',
    print_identifier: '978-7-101-10528-5',
    first_author: '张三著',
    publication_type: 'monograph',
    date_monograph_published_print: '2012',
    date_monograph_published_online: '2013-05-01',
    monograph_edition: '2版',
    access_type: 'F',
    title_url: 'https://example.org/b',
    title_id: '10.1000/B',
    first_editor: '李四',
  })
  t.equal(description.type, 'book')
  t.match(description.agents, [
    { names: [{ value: '张三' }], role: 'aut', main: true },
    { role: 'edt', main: false },
  ])
  t.same(
    description.dates.map(({ edtf }) => edtf),
    ['2012', '2013-05-01'],
  )
  t.equal(description.links[0]?.access?.kind, 'open')
  t.same(
    description.identifiers.map(({ scheme }) => scheme),
    ['isbn', 'doi'],
  )
})

t.test('without publication_type the numbers tell', async (t) => {
  t.equal(describe({ publication_title: 'X', online_identifier: '9787101105285' }).description.type, 'book')
  t.equal(describe({ publication_title: 'X', online_identifier: '1872-5465' }).description.type, 'serial')
})

t.test('an address that is none becomes a note; a row without a title is left to the rules', async (t) => {
  t.same(describe({ publication_title: 'X', title_url: 'brill.com/x' }).description.notes, [
    { kind: 'link', value: 'brill.com/x' },
  ])
  t.same(describe({ online_identifier: '1872-5465' }).description.titles, [])
})

t.test('bytes without labels or rows are unreadable', async (t) => {
  t.throws(() => kbart.describe(Buffer.from('nothing')), RecordUnreadable)
  t.throws(() => kbart.describe(Buffer.from(kbartLabels.join('\t'))), { code: 'KBART_UNREADABLE' })
})

t.test('without an address what can be read is a note', async (t) => {
  const { description } = describe(
    {
      publication_title: 'Annals',
      date_first_issue_online: '1995-01',
      num_first_vol_online: '12',
      num_first_issue_online: '3',
      date_last_issue_online: '2004',
      coverage_depth: 'fulltext',
      embargo_info: 'P1Y',
    },
    { publication_title: 'Annals', date_first_issue_online: '2008' },
  )
  t.same(
    description.notes.map(({ kind, value }) => [kind, value]),
    [
      ['coverage', '1995-01 (12:3)–2004; fulltext; P1Y'],
      ['coverage', '2008–'],
    ],
  )
})
