import t from 'tap'
import type { Row } from './field-table.js'
import { answer, fieldOf, partnersOf, tables } from './field-table-testing.js'

const isSubfields = ({ field, reads }: Row): boolean =>
  !isControl(field) && field !== 'any' && reads !== '*' && reads !== ''

const isControl = (field: string): boolean => field === 'LDR' || (field.length === 3 && field < '010')

for (const table of tables) {
  t.test(`${table.name}: each subfield that a row reads changes the answer`, async (t) => {
    for (const row of table.table.rows.filter((row) => row.place !== '-' && row.step && isSubfields(row)))
      for (const code of row.reads) {
        const answerOf = (codes: string): string => answer(table, [fieldOf(row, codes), ...partnersOf(row)])
        const isRead = [row.reads, code, `a${code}`, `de${code}`, `P${code}`, `u${code}`].some(
          (codes) => answerOf(codes) !== answerOf(codes.replace(code, '')),
        )
        t.ok(isRead, `${row.field} $${code} ${row.place}/${row.kind}`)
      }
  })

  t.test(`${table.name}: a subfield that is passed over changes nothing`, async (t) => {
    for (const row of table.table.rows.filter((row) => row.place === '-')) {
      const read = table.table.rows.find(
        (other) => other.field === row.field && other.step && isSubfields(other),
      )
      const own = read ? fieldOf(read, read.reads) : fieldOf(row, '')
      const codes = row.reads === '*' || row.reads === '' ? 'abc' : row.reads
      if (isControl(row.field) || row.field === 'any') continue
      for (const code of codes) {
        const more = {
          ...own,
          subfields: [...('subfields' in own ? own.subfields : []), { code, value: '文 more' }],
        }
        t.equal(answer(table, [more]), answer(table, [own]), `${row.field} $${code}`)
      }
    }
  })
}
