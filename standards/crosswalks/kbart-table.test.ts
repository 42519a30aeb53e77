import t from 'tap'
import { rowsOf } from './field-table.js'
import { describeKbart, type KbartRow } from './kbart.js'
import { kbartLabels } from './kbart-labels.js'
import { kbartTable } from './kbart-table.js'

const whole: KbartRow = {
  publication_title: 'Title',
  print_identifier: '0001-3072',
  online_identifier: '1674-733X',
  date_first_issue_online: '1990',
  date_last_issue_online: '2000',
  num_first_vol_online: '1',
  num_last_vol_online: '11',
  num_first_issue_online: '2',
  num_last_issue_online: '3',
  title_url: 'https://example.org/1',
  first_author: 'Spiller',
  title_id: 't1',
  embargo_info: 'P1Y',
  coverage_depth: 'fulltext',
  notes: 'except 1995',
  publisher_name: 'Verlag',
  publication_type: 'serial',
  date_monograph_published_print: '1998',
  date_monograph_published_online: '1999',
  monograph_volume: '4',
  monograph_edition: '2nd',
  first_editor: 'Wang',
  parent_publication_title_id: 't2',
  preceding_publication_title_id: 't3',
  access_type: 'F',
}

t.test('the table names every label of the standard, once', async (t) => {
  t.same(
    rowsOf(kbartTable)
      .map(({ field }) => field)
      .sort(),
    [...kbartLabels].sort(),
  )
})

t.test('each label of the table changes the answer', async (t) => {
  const answer = (row: KbartRow): string => JSON.stringify(describeKbart([row]))
  for (const { field } of rowsOf(kbartTable)) {
    const { [field as keyof KbartRow]: left, ...rest } = whole
    t.ok(left, field)
    t.not(answer(rest), answer(whole), `${field} is read`)
  }
})
