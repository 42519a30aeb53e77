import t from 'tap'
import { describeCnmarc } from './cnmarc.js'
import { marcRecord } from './field-table-testing.js'
import { describeMarc21 } from './marc21.js'

t.test('captions and enumeration are read as a statement', async (t) => {
  const found = describeMarc21(
    marcRecord('00000ny  a2200000 n 4500', [
      '001 h1',
      '004 b1',
      '852 0 $aDLC$bPER$hHF1$iA5',
      '853 20$81$av.$bno.$i(year)$j(month)',
      '863 40$81.2$a34$b1$i2017$j21',
      '863 40$81.1$a33$b5$i2016$j03/04',
      '866  0$80$aIndexes at the desk',
    ]),
  )
  t.equal(found.kind, 'holding')
  t.same(found.description?.holdings, [
    {
      organisation: { branch: 'DLC / PER' },
      callNumber: { class: 'HF1', item: 'A5', full: 'HF1 A5' },
      statement: 'v.33:no.5 (2016:Mar./Apr.) ; v.34:no.1 (2017:Spring) ; Indexes at the desk',
    },
  ])
  t.same(found.description?.relations, [
    { kind: 'host', identifiers: [{ scheme: 'record', value: 'b1', valid: true }] },
  ])
})

t.test('a UNIMARC holdings record is told by 004 beside 252', async (t) => {
  const found = describeCnmarc(
    marcRecord('00000na  a2200000   450 ', [
      '001 h1',
      '004 b1',
      '252 11$pPT$aBN$bFundo Geral$jRES 2678 A',
      '520   $a1-12',
    ]),
  )
  t.equal(found.kind, 'holding')
  t.same(found.description?.holdings, [
    {
      organisation: { branch: 'BN', location: 'Fundo Geral' },
      callNumber: { full: 'RES 2678 A' },
      statement: '1-12',
    },
  ])
})

t.test('an authority has a heading, what leads to it, what it leads to, and its numbers', async (t) => {
  const found = describeMarc21(
    marcRecord('00000nz  a2200000n  4500', [
      '001 n 79021164',
      '003 DLC',
      '010   $an  79021164',
      '024 7 $a96994048$2viaf',
      '100 1 $6880-01$aTwain, Mark,$d1835-1910',
      '400 1 $aClemens, Samuel',
      '500 1 $wnnnc$aSnodgrass, Quintus$0(DLC)n  1',
      '670   $aHis works$b(title page)',
      '880 1 $6100-01$a馬克吐溫',
    ]),
  )
  t.equal(found.kind, 'authority')
  t.same(
    found.description?.titles.map(({ value, kind }) => [value, kind]),
    [
      ['Twain, Mark, 1835-1910', 'original'],
      ['Clemens, Samuel', 'variant'],
      ['馬克吐溫', 'parallel'],
    ],
  )
  t.same(found.description?.subjects, [{ value: 'Twain, Mark, 1835-1910', kind: 'person' }])
  t.match(found.description?.relations, [
    { kind: 'related', title: 'Snodgrass, Quintus', identifiers: [{ scheme: 'lcnaf', value: 'n1' }] },
  ])
  t.match(found.description?.controlNumbers, [
    { agency: 'lccn', number: 'n 79021164' },
    { agency: 'lcnaf', number: 'n79021164' },
    { agency: 'viaf', number: '96994048' },
  ])
})

t.test('a CNMARC authority has its pinyin, and the heading in other languages', async (t) => {
  const found = describeCnmarc(
    marcRecord('00000nx  a2200000   45  ', [
      '001 A001',
      '200  0$a鲁迅$9lu xun$f(1881-1936)',
      '400  0$a周树人$9zhou shu ren',
      '500  0$5a$a旧名$3A002',
      '700  1$aLu, Xun$3(viaf)27063147',
    ]),
  )
  t.equal(found.kind, 'authority')
  t.same(
    found.description?.titles.map(({ value, kind }) => [value, kind]),
    [
      ['鲁迅 (1881-1936)', 'original'],
      ['lu xun', 'pinyin'],
      ['周树人', 'variant'],
      ['zhou shu ren', 'pinyin'],
      ['Lu, Xun', 'parallel'],
    ],
  )
  t.match(found.description?.relations, [
    { kind: 'earlier', title: '旧名', identifiers: [{ scheme: 'local', value: 'A002' }] },
  ])
  t.match(found.description?.controlNumbers, [{ agency: 'viaf', number: '27063147' }])
})
