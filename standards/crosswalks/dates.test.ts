import t from 'tap'
import { dateStatements, toEdtf, yearOf } from './dates.js'

const readings: Record<string, string> = {
  '1985': '1985',
  '1985.': '1985',
  '１９８５': '1985',
  '1985.07': '1985-07',
  '1985.7': '1985-07',
  '1985-07-01': '1985-07-01',
  '1985.7.1': '1985-07-01',
  '19850701': '1985-07-01',
  '198507': '1985-07',
  '2012-07-04T10:00:00Z': '2012-07-04',
  '[1998?]': '1998?',
  '[1998]': '1998',
  '1998?': '1998?',
  c1999: '1999',
  '©1999': '1999',
  'cop. 1999': '1999',
  'ca. 1850': '1850~',
  '199u': '199X',
  '19uu': '19XX',
  '19--': '19XX',
  '[199-]': '199X',
  '[199-?]': '199X?',
  '[19--?]': '19XX?',
  '1950s': '195X',
  '20世纪90年代': '199X',
  '1954-': '1954/..',
  '1954—': '1954/..',
  '1954-1960': '1954/1960',
  '1954–1960': '1954/1960',
  '1954-60': '1954/1960',
  民国二十三年: '1934',
  民國23: '1934',
  民国23年: '1934',
  中华民国元年: '1912',
  康熙五十年: '1711',
  光绪三十一年: '1905',
  光緒三十一年: '1905',
  乾隆四十年: '1775',
  嘉庆元年: '1796',
  道光廿年: '1840',
  同治十年: '1871',
  宣统三年: '1911',
  雍正二年: '1724',
  顺治元年: '1644',
  清光绪: '1875/1908',
  '1934 (民国二十三年)': '1934',
  昭和50: '1975',
  昭和五十年: '1975',
  '1998年7月': '1998-07',
  '1998年': '1998',
  '1998年7月1日': '1998-07-01',
  '2004 printing': '2004',
  '1898 [i.e. 1899]': '1899',
  'July 1998': '1998-07',
  'Jul. 4, 2012': '2012-07-04',
  '4 July 2012': '2012-07-04',
  '1985-13': '1985',
  '18th century': '17XX',
}

t.test('dates in the words of imprints become EDTF', async (t) => {
  for (const [text, edtf] of Object.entries(readings)) t.equal(toEdtf(text), edtf, `${text} is ${edtf}`)
})

t.test('what cannot be told stays without a reading', async (t) => {
  for (const text of ['', 'n.d.', '[出版年不详]', '12345', '民国', '康熙九十九年', '----'])
    t.equal(toEdtf(text), undefined, text)
})

t.test('a copyright beside a date of issue is a statement of its own', async (t) => {
  t.same(dateStatements('1998, c1997'), [
    { kind: 'issued', edtf: '1998', text: '1998' },
    { kind: 'copyright', edtf: '1997', text: 'c1997' },
  ])
  t.same(dateStatements('s.a.'), [{ kind: 'issued', text: 's.a.' }], 'the words are kept anyway')
})

t.test('the first year of a reading', async (t) => {
  t.same(['1954/..', '1985-07', '199X', '1998?'].map(yearOf), [1954, 1985, undefined, 1998])
})
