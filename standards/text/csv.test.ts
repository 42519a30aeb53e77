import t from 'tap'
import { csvHead, csvRow } from './csv.js'

t.test('cells are quoted where they must be, and Chinese is told to be UTF-8', async (t) => {
  t.equal(csvHead(['number', '原因']), '\ufeffnumber,原因\r\n')
  t.equal(csvRow([1, 'a,b', 'say "no"', 'two\nlines', undefined]), '1,"a,b","say ""no""","two\nlines",\r\n')
})

t.test('what a spreadsheet would take for a formula is shown as text', async (t) => {
  t.equal(csvRow(['=1+1', '@x', '-2', '+3', 'a=b']), "'=1+1,'@x,'-2,'+3,a=b\r\n")
})
