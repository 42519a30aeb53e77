import t from 'tap'
import { describeCnmarc } from './cnmarc.js'
import { marcRecord } from './field-table-testing.js'
import { describeMarc21 } from './marc21.js'

const marc21 = (...lines: string[]) =>
  describeMarc21(marcRecord('00000nam a2200000 a 4500', lines)).description
const cnmarc = (...lines: string[]) =>
  describeCnmarc(marcRecord('00000nam0 2200000   450 ', lines)).description
const japanese = '008 200101s2001    ja            000 0 jpn d'

t.test(
  'an 880 of a field that a record has once belongs to it, though neither links to the other',
  async (t) => {
    const found = marc21('245 10$aHong lou meng', '880 10$6245-00/$1$a红楼梦', '880   $6500-00/$1$a附注')
    t.same(
      found?.titles.map(({ value, kind }) => [value, kind]),
      [
        ['红楼梦', 'original'],
        ['Hong lou meng', 'pinyin'],
      ],
    )
    t.same(found?.notes, [{ kind: 'general', value: '附注' }], 'others are fields of their own')
  },
)

t.test('an 880 that does not say what it stands for is kept', async (t) => {
  t.match(marc21('245 00$aTitle', '880   $a文字')?.notes, [{ kind: 'local', value: '880 $a 文字' }])
})

t.test('right to left is as good as any other script, and says so in its code', async (t) => {
  const found = marc21(
    '100 1 $6880-01$aBialik',
    '245 10$6880-02$aShirim',
    '880 1 $6100-01/(2/r$aביאליק',
    '880 10$6245-02/(2/r$aשירים',
  )
  t.match(found?.titles, [
    { value: 'שירים', script: 'Hebr', kind: 'original' },
    { value: 'Shirim', kind: 'parallel' },
  ])
  t.match(found?.agents[0]?.names, [
    { value: 'ביאליק', script: 'Hebr' },
    { value: 'Bialik', kind: 'parallel' },
  ])
})

t.test('the romanised form of Japanese in Han is no pinyin', async (t) => {
  const found = marc21(
    japanese,
    '100 1 $6880-01$aOe',
    '245 10$6880-02$aNihon bungaku shi',
    '880 1 $6100-01$a大江',
    '880 10$6245-02$a日本文学史',
  )
  t.equal(found?.titles[1]?.kind, 'parallel')
  t.equal(found?.agents[0]?.names[1]?.kind, 'parallel')
})

t.test('characters that are not filed are counted, and their marks taken away', async (t) => {
  t.match(marc21('245 00$a\u0098Der\u009c Wald')?.titles, [{ value: 'Der Wald', nonfiling: 3 + 1 }])
  t.match(cnmarc("200 1 $a\u0088L'\u0089altra faccia")?.titles, [{ value: "L'altra faccia", nonfiling: 2 }])
  t.match(marc21('245 00$a<<Die>> Welt')?.titles, [{ value: 'Die Welt', nonfiling: 4 }])
  t.match(
    marc21('245 10$aWelt', '246 1 $aDas \u0098x\u009c')?.titles,
    [{}, { value: 'Das x' }],
    'also where they mark nothing',
  )
  t.equal(
    marc21('245 00$a\u0098Konrad-Adenauer-Stiftung\u009c im Land')?.titles[0]?.nonfiling,
    undefined,
    'a name that is marked is filed all the same',
  )
})

t.test('a person in several roles stands once for each, with the words of the field', async (t) => {
  const roles = (...lines: string[]) =>
    marc21('245 00$aT', ...lines)?.agents.map(({ role, roleText }) => [role, roleText])
  t.same(roles('700 1 $aA$eeditor,$etranslator.'), [
    ['edt', 'editor'],
    ['trl', 'translator'],
  ])
  t.same(roles('700 1 $aA$eHerausgeber$4edt'), [['edt', 'Herausgeber']], 'a code and its word are one role')
  t.same(roles('700 1 $aA$eeditor and translator'), [
    ['edt', 'editor and translator'],
    ['trl', 'editor and translator'],
  ])
  t.same(roles('700 1 $aA$4http://id.loc.gov/vocabulary/relators/ill'), [['ill', undefined]])
  t.same(
    roles('700 1 $aA$ekeeper of bees'),
    [['ctb', 'keeper of bees']],
    'an unknown word is kept beside the usual role',
  )
  const chinese = cnmarc('200 1 $a题名', '702  0$a张三$4主编$4译')
  t.same(
    chinese?.agents.map(({ role, roleText }) => [role, roleText]),
    [
      ['edt', '主编'],
      ['trl', '译'],
    ],
  )
})

t.test('a uniform title keeps what belongs to it, and its language', async (t) => {
  t.match(marc21('240 10$aWorks.$kSelections.$lGerman.$f1999', '245 10$aAusgewählte Werke')?.titles[1], {
    value: 'Works. Selections',
    language: 'ger',
    kind: 'variant',
  })
  t.match(marc21('130 0 $aBible.$pN.T.$lChinese.', '245 10$a新约')?.titles[1], {
    value: 'Bible',
    part: { name: 'N.T' },
    language: 'chi',
  })
  t.match(marc21('240 10$aSonatas,$mpiano,$nno. 8, op. 13,$rC minor', '245 10$aPathétique')?.titles[1], {
    value: 'Sonatas, piano, C minor',
    part: { number: 'no. 8, op. 13' },
  })
})

t.test('the volumes of a set have each its ISBN, with the volume as qualifier', async (t) => {
  t.match(
    cnmarc(
      '010   $a978-7-101-10528-5$b上册$dCNY30.00',
      '010   $a7-02-000220-X$b下册',
      '010   $b全套$dCNY60.00',
      '200 1 $a通史',
    )?.identifiers,
    [
      { value: '9787101105285', qualifier: '上册', price: 'CNY30.00' },
      { value: '9787020002207', qualifier: '下册' },
    ],
  )
  t.match(
    marc21('020   $a9787101105285 (v. 1 : hbk.) :$c$40', '245 00$aT')?.identifiers[0]?.qualifier,
    'v. 1 : hbk.',
  )
})

t.test('a set and its volume (套书) know each other by title, number and record', async (t) => {
  const found = cnmarc(
    '200 1 $a隋唐卷',
    '225 2 $a中国通史$h第四册$v4',
    '461  0$12001 $a中国通史$v第4册$1001CAL9',
    '462   $t古代部分$v2',
  )
  t.same(found?.relations, [
    { kind: 'series', title: '中国通史', number: '4, 第四册' },
    {
      kind: 'set',
      title: '中国通史',
      number: '第4册',
      identifiers: [{ scheme: 'record', value: 'CAL9', valid: true }],
    },
    { kind: 'set', title: '古代部分', number: '2' },
  ])
  t.match(marc21('245 00$aVolume', '773 08$iIn:$tWhole$gvol. 2$w(DE-101)123$q2:3<4')?.relations, [
    { kind: 'host', title: 'Whole', number: 'vol. 2, 2:3<4', identifiers: [{ scheme: 'dnb', value: '123' }] },
  ])
})

t.test('the same field in another script (UNIMARC $6 and $7) is one title and one agent', async (t) => {
  const found = cnmarc(
    '200 1 $6a01$7ba0yba0y$a红楼梦',
    '200 1 $6a01$7ba$aHong lou meng',
    '701  0$6a02$a曹雪芹$4著',
    '701  0$6a02$7ba$aCao Xueqin$4著',
    '702  0$6a00$a高鹗',
  )
  t.same(
    found?.titles.map(({ value, kind }) => [value, kind]),
    [
      ['红楼梦', 'original'],
      ['Hong lou meng', 'pinyin'],
    ],
  )
  t.same(
    found?.agents.map(({ names }) => names.map(({ value, kind }) => [value, kind])),
    [
      [
        ['曹雪芹', 'original'],
        ['Cao Xueqin', 'pinyin'],
      ],
      [['高鹗', 'original']],
    ],
  )
})

t.test('$9 that is no pinyin is none', async (t) => {
  t.equal(cnmarc('200 1 $a题名$9 ti ming')?.titles[1]?.value, 'ti ming')
  t.equal(cnmarc('200 1 $a题名$9 00123')?.titles.length, 1)
})

t.test('a general material designation is a note without its brackets', async (t) => {
  t.match(marc21('245 10$aTitle$h[electronic resource] /$cBy')?.notes, [
    { kind: 'medium', value: 'electronic resource' },
  ])
  t.match(cnmarc('200 1 $a题名$b专著')?.notes, [{ kind: 'medium', value: '专著' }])
})

t.test('a local field is kept whole, and one that is private is not', async (t) => {
  const found = marc21('245 10$aT', '561 0 $aBought from a friend', '561 1 $aOnce at Court', '950   $aA$bB')
  t.same(found?.notes, [
    { kind: 'provenance', value: 'Once at Court' },
    { kind: 'local', value: '950 $a A $b B' },
  ])
})

t.test('price and qualifier of ISSN and other numbers are data', async (t) => {
  t.match(cnmarc('011   $a0001-3072$b印刷版$dCNY12.00', '200 1 $a刊')?.identifiers, [
    { scheme: 'issn', value: '0001-3072', qualifier: '印刷版', price: 'CNY12.00' },
  ])
  t.match(marc21('024 2 $aM001123456$qpbk.$c$9.00', '028 02$aR10$bReprise', '245 00$aT')?.identifiers, [
    { scheme: 'ismn', value: 'M001123456', qualifier: 'pbk.' },
    { scheme: 'publisher-number', value: 'R10', qualifier: 'Reprise' },
  ])
})

t.test(
  'a subfield that its field does not have is kept as it stands: nothing is lost without a word',
  async (t) => {
    t.same(marc21('245 10$aTitle$tBob Anderson', '650  0$aCats$=^A99$3papers')?.notes, [
      { kind: 'local', value: '245 $t Bob Anderson' },
    ])
    t.same(cnmarc('200 1 $a题名$p1984')?.notes, [{ kind: 'local', value: '200 $p 1984' }])
  },
)

t.test('the imprint and the extent of a sound recording stood in fields of their own', async (t) => {
  const found = marc21('245 00$aT', '262   $aNew York :$bReprise,$c[1970]$kRS 6400.', '305   $a2 cassettes.')
  t.same(found?.publication, [{ place: 'New York', publisher: 'Reprise', date: '1970' }])
  t.match(found, { extent: '2 cassettes', dates: [{ edtf: '1970' }] })
})

t.test('the address of a record that stays is a number of it (UNIMARC 003)', async (t) => {
  t.same(cnmarc('001 1', '003 http://catalogue.bnf.fr/ark:/12148/cb1', '200 1 $aT')?.controlNumbers, [
    { agency: 'persistent', number: 'http://catalogue.bnf.fr/ark:/12148/cb1' },
  ])
})
