import t from 'tap'
import { rowsFor, rowsOf, standingOf, tableOf } from './field-table.js'

t.test('rows: several fields in one, a blank cell for those above, spaces between the codes', async (t) => {
  const rows = rowsOf(
    '245 |a b c | titles/original | step | why | so\n246 247 |a |-||\n |* | notes/x | note |',
  )
  t.same(
    rows.map(({ field, reads, place, kind, step }) => [field, reads, place, kind, step]),
    [
      ['245', 'abc', 'titles', 'original', 'step'],
      ['246', 'a', '-', '', ''],
      ['247', 'a', '-', '', ''],
      ['246', '*', 'notes', 'x', 'note'],
      ['247', '*', 'notes', 'x', 'note'],
    ],
  )
})

t.test(
  'what names a field stands before a pattern, and a pattern before what is said of any field',
  async (t) => {
    const rows = rowsOf(
      '905 |d | holdings | x |\nletters |* | notes/local | local |\n9XX |a | notes/local | local |\nany |6 | - | | linkage\nXXX |* | notes/local | local | unknown',
    )
    t.equal(standingOf(rows, '905', 'd'), 'used')
    t.equal(standingOf(rows, '905', 'a'), 'unknown', 'the row of the field does not know it')
    t.equal(standingOf(rows, '950', 'a'), 'kept')
    t.equal(standingOf(rows, '905', '6'), 'ignored')
    t.equal(standingOf(rows, '123', 'a'), 'unknown', 'kept as a local field, and reported')
    t.equal(rowsFor(rows, 'LKR')[0]?.field, 'letters', 'a field of one system')
  },
)

t.test('a table that names a step that there is not is refused when it is made', async (t) => {
  t.throws(() => tableOf('245 |a | titles | nothing | ', {}), /'nothing' \(245\)/)
})

t.test('a step for the rest of any field gets the subfields that have rows', async (t) => {
  const table = tableOf(
    '245 |a | titles | title |\n    |c | - | | by\n500 |* | notes | title |\nany |6 | - | | linkage\n    |* | notes/local | rest | unknown',
    { title: () => 'title', rest: ({ reads }) => `rest but ${reads}` },
  )
  t.same(table.stepsOf('245'), ['title', 'rest but ac6'])
  t.same(table.stepsOf('500'), ['title'], 'a field that is read whole has no rest')
  t.same(table.stepsOf('999'), [])
  t.equal(standingOf(table.rows, '245', 'b'), 'unknown')
  t.equal(standingOf(table.rows, '245', '6'), 'ignored')
})
