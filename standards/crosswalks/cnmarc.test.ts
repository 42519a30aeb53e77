import t from 'tap'
import { Compile } from 'typebox/compile'
import type { MarcField, MarcRecord, Subfield } from '../formats/marc.js'
import { Description } from '../record/v1-draft.js'
import { describeCnmarc } from './cnmarc.js'

const form = Compile(Description)

/** `200 1 $a题名$f某某著` → a field; `001 123` a control field. */
function field(line: string): MarcField {
  const tag = line.slice(0, 3)
  if (tag.startsWith('00')) return { tag, value: line.slice(4) }
  const subfields: Subfield[] = line
    .slice(6)
    .split('$')
    .slice(1)
    .map((text) => ({ code: text[0] as string, value: text.slice(1) }))
  return { tag, ind1: line[4] ?? ' ', ind2: line[5] ?? ' ', subfields }
}

const record = (lines: string[], leader = '00000nam0 2200000   450 '): MarcRecord => ({
  leader,
  fields: lines.map(field),
})

function describe(lines: string[], leader?: string) {
  const described = describeCnmarc(record(lines, leader))
  if (!described.description) throw new Error('no description')
  if (described.description.titles.length && !form.Check(described.description))
    throw new Error(JSON.stringify([...form.Errors(described.description)][0]))
  return { ...described, description: described.description }
}

t.test('a book of the mainland, field by field', async (t) => {
  const { sourceId, description } = describe([
    '001 CAL0120071234',
    '010   $a978-7-101-10528-5$b精装$dCNY156.00',
    '035   $a(A100000NLC)001234567',
    '099   $aCAL 012007123456',
    '100   $a20150209d2015    em y0chiy50      ea',
    '101 0 $achi',
    '200 1 $a红楼梦$Ahong lou meng$e脂砚斋全评本$h第1册$f(清)曹雪芹著$g高鹗续',
    '205   $a2版',
    '210   $a北京$c中华书局$d2015.07',
    '215   $a3册$d22cm',
    '225 2 $a中国古典文学丛书$v第4辑',
    '330   $a内容提要。',
    '606 0 $a章回小说$x评论$y中国$z清代',
    '690   $aI242.4$v5',
    '692   $a44.5723',
    '701  0$c(清)$a曹雪芹$Acao xue qin$f(1715-1763)$4著$312345',
    '702  0$a高鹗$9gao e$4续',
    '801  0$aCN$bNLC$c20150415',
    '905   $aPKU$dI242.4$e8$f2',
    '905   $aPKU$bB0001$dI242.4$e8',
  ])
  t.equal(sourceId, 'CAL0120071234')
  t.equal(description.type, 'book')
  t.same(description.titles, [
    {
      value: '红楼梦',
      subtitle: '脂砚斋全评本',
      part: { number: '第1册' },
      kind: 'original',
      script: 'Hans',
    },
    { value: 'hong lou meng', kind: 'pinyin', script: 'Latn' },
  ])
  t.equal(description.statement, '(清)曹雪芹著 ; 高鹗续', '200 $f is a statement')
  t.match(description.agents[0], {
    role: 'aut',
    roleText: '著',
    main: true,
    dates: '清 1715-1763',
    authority: { id: '12345' },
  })
  t.same(
    description.agents.map(({ names }) => names.map(({ value, kind }) => [value, kind])),
    [
      [
        ['曹雪芹', 'original'],
        ['cao xue qin', 'pinyin'],
      ],
      [
        ['高鹗', 'original'],
        ['gao e', 'pinyin'],
      ],
    ],
    'pinyin in $A (CALIS) and in $9 (National Library)',
  )
  t.same(description.dates, [{ kind: 'issued', edtf: '2015-07', text: '2015.07' }])
  t.same(description.identifiers, [
    {
      scheme: 'isbn',
      value: '9787101105285',
      text: '978-7-101-10528-5',
      valid: true,
      qualifier: '精装',
      price: 'CNY156.00',
    },
  ])
  t.same(description.controlNumbers, [
    { agency: 'nlc', number: '001234567' },
    { agency: 'calis', number: '012007123456' },
  ])
  t.same(description.subjects[0]?.parts, [
    { kind: 'topic', value: '评论' },
    { kind: 'place', value: '中国' },
    { kind: 'period', value: '清代' },
  ])
  t.same(description.classes, [
    { scheme: 'clc', value: 'I242.4', edition: '5' },
    { scheme: 'cas', value: '44.5723' },
  ])
  t.same(description.relations, [{ kind: 'series', title: '中国古典文学丛书', number: '第4辑' }])
  t.same(description.holdings, [
    {
      organisation: { branch: 'PKU' },
      callNumber: { class: 'I242.4', item: '8', full: 'I242.4/8' },
      items: 2,
    },
    {
      id: 'B0001',
      organisation: { branch: 'PKU' },
      callNumber: { class: 'I242.4', item: '8', full: 'I242.4/8' },
      items: 1,
    },
  ])
  t.same(description.provenance['titles'], ['200$a', '200$A'])
  t.equal(description.edition, '2版')
  t.same(description.abstracts, [{ value: '内容提要。' }])
})

t.test('010 with only a price has no ISBN, and a price in $a is no digit of it', async (t) => {
  t.same(describe(['200 1 $a书', '010   $dCNY12.00']).description.identifiers, [])
  t.same(describe(['200 1 $a书', '010   $aCNY12.00']).description.identifiers, [])
  t.match(describe(['200 1 $a书', '010   $a7-5013-0003-2 (平装) : CNY2.50']).description.identifiers, [
    { price: 'CNY2.50', qualifier: '平装' },
  ])
})

t.test('091 is 统一书号', async (t) => {
  t.match(describe(['200 1 $a书', '091   $a10019.1234$dCNY0.85']).description.identifiers, [
    { scheme: 'csbn', value: '10019·1234', price: 'CNY0.85', valid: true },
  ])
})

t.test('a translation names the language of its original', async (t) => {
  const { languages } = describe(['101 1 $achi$ceng', '200 1 $a书']).description
  t.same(languages, [
    { code: 'chi', role: 'text' },
    { code: 'eng', role: 'original' },
  ])
})

t.test('marks of ISBD that are typed between subfields are no part of them', async (t) => {
  const { description } = describe([
    '001 1',
    '200 1 $a红楼梦 :$e一百二十回 /$f曹雪芹著',
    '205   $a第2版. -',
    '210   $a北京 :$c人民文学出版社，$d1982-',
    '215   $a3册 (1606页) :$c图 ;$d20cm',
  ])
  t.match(description, {
    titles: [{ value: '红楼梦', subtitle: '一百二十回' }],
    edition: '第2版',
    publication: [{ place: '北京', publisher: '人民文学出版社', date: '1982-' }],
    extent: '3册 (1606页) ; 图 ; 20cm',
  })
})

t.test('fields embedded after $1 are unpacked', async (t) => {
  const { relations } = describe([
    '200 1 $a第三卷',
    '461  0$1001CAL9$12001 $a中国通史$v第3册$1010  $a978-7-101-10528-5',
    '410  0$12001 $a大学丛书$i历史系列',
    '451  0$t通史简编$v2',
    '463  0$12001 $a某刊$v第5卷第3期$1011  $a0001-3072',
  ]).description
  t.match(relations, [
    {
      kind: 'set',
      title: '中国通史',
      number: '第3册',
      identifiers: [{ scheme: 'isbn', value: '9787101105285' }],
    },
    { kind: 'series', title: '大学丛书. 历史系列' },
    { kind: 'other-edition', title: '通史简编', number: '2' },
    { kind: 'part', title: '某刊' },
  ])
})

t.test('an analytic record lies in its host', async (t) => {
  const { description } = describe(['200 1 $a论文', '463  0$12001 $a某刊'], '00000naa0 2200000   450 ')
  t.equal(description.type, 'article')
  t.equal(description.relations[0]?.kind, 'host')
})

t.test('520 is a former title in CNMARC, and 517 another one with its pinyin', async (t) => {
  const { titles, abstracts } = describe([
    '200 1 $a新名',
    '517 1 $a又名$Ayou ming',
    '520 1 $a旧名',
    '510 1 $aNew name$zeng',
  ]).description
  t.same(
    titles.map(({ value, kind }) => [value, kind]),
    [
      ['新名', 'original'],
      ['又名', 'variant'],
      ['you ming', 'pinyin'],
      ['旧名', 'variant'],
      ['New name', 'parallel'],
    ],
  )
  t.equal(titles[4]?.language, 'eng')
  t.same(abstracts, [])
})

t.test('words after a statement that open a part, and parallel titles with their language', async (t) => {
  const { titles } = describe([
    '200 1 $a一带一路$f刘作奎主编$i俄罗斯$d= One belt one road$eRussia$zeng$c另一著作',
  ]).description
  t.match(titles, [
    { value: '一带一路', part: { name: '俄罗斯' } },
    { value: 'One belt one road', subtitle: 'Russia', kind: 'parallel', language: 'eng' },
    { value: '另一著作', kind: 'variant' },
  ])
})

t.test('a surname and a forename of the West, a body, a meeting', async (t) => {
  const { agents } = describe([
    '200 1 $a书',
    '701  1$a海明威$bE.$c(美)$g(Hemingway, Ernest)$4070',
    '702  0$a汤永宽$4译',
    '702  1$a赖特$b劳拉$4绘',
    '702  1$a欧阳$b予倩$4编',
    '711 02$a中国社会科学院$b历史研究所$4编',
    '712 12$a国际会议$4主编',
  ]).description
  t.match(agents, [
    { names: [{ value: '海明威, E.' }, { value: 'Hemingway, Ernest', kind: 'parallel' }], role: 'aut' },
    { role: 'trl', main: false },
    { names: [{ value: '赖特, 劳拉' }] },
    { names: [{ value: '欧阳予倩' }] },
    { names: [{ value: '中国社会科学院. 历史研究所' }], type: 'organisation', role: 'edt', roleText: '编' },
    { type: 'meeting', role: 'edt' },
  ])
  t.equal(agents[0]?.dates, undefined, '(美) is a country, no date')
})

t.test('a link that is no web address becomes a note', async (t) => {
  const { links, notes } = describe([
    '200 1 $a书',
    '856 4 $uwww.example.org/1$z全文',
    '856 40$uhttp://example.org/2',
  ]).description
  t.same(links, [{ href: 'http://example.org/2' }])
  t.same(notes, [{ kind: 'link', value: '全文: www.example.org/1' }])
})

t.test('leader/05 d deletes; without a title there is nothing to describe', async (t) => {
  const deleted = describeCnmarc(record(['001 9'], '00000dam0 2200000   450 '))
  t.same(deleted, { deleted: true, findings: [], sourceId: '9' })
})

t.test('an electronic resource that 135 calls text is a book, else software', async (t) => {
  const leader = '00000nlm0 2200000   450 '
  t.equal(describe(['135   $adrnnn||||||||', '200 1 $a书'], leader).description.type, 'book')
  t.equal(describe(['135   $abrnnn||||||||', '200 1 $a书'], leader).description.type, 'software')
  t.equal(describe(['200 1 $a书'], leader).description.type, 'software')
})

t.test('the body that a serial is published for is its issuing body', async (t) => {
  const [agent] = describe(['200 1 $a学报', '711 02$a水利学会$4主办']).description.agents
  t.match(agent, { role: 'isb', roleText: '主办' })
})

t.test('a short or broken 100 does no harm', async (t) => {
  t.same(describe(['100   $a2015', '200 1 $a书']).description.dates, [])
  t.same(describe(['100   $a20150209a19549999em y0chiy50      ea', '200 1 $a刊']).description.dates, [
    { kind: 'issued', edtf: '1954/..', text: '1954-' },
  ])
})

t.test('a volume that has its number alone as a title is named by its set', async (t) => {
  const volume = (title: string, link = '461  0$1001RU\\X\\7$12001 $aЛесные птицы$vВып. 3') =>
    describe([`200 1 ${title}`, link]).description
  t.match(volume('$aВып. 3.').titles, [
    { value: 'Лесные птицы', part: { number: 'Вып. 3.' }, kind: 'original' },
  ])
  t.match(volume('$aТ. 2$hкн. 4$iСовы$eочерки').titles, [
    { value: 'Лесные птицы', subtitle: 'очерки', part: { number: 'Т. 2, кн. 4', name: 'Совы' } },
  ])
  t.match(volume('$aVol. 2', '461  0$tUccelli').titles, [{ value: 'Uccelli', part: { number: 'Vol. 2' } }])
  t.match(volume('$aСовы').titles, [{ value: 'Совы' }], 'a title of its own stays')
  t.match(volume('$a1929-1939').titles, [{ value: '1929-1939' }])
  t.match(describe(['200 1 $aВып. 3']).description.titles, [{ value: 'Вып. 3' }], 'no set is named')
  t.match(volume('$aВып. 3').relations, [{ kind: 'set', title: 'Лесные птицы', number: 'Вып. 3' }])
})

t.test('a Russian record: shelf marks, check digits, names of works', async (t) => {
  const { description } = describe([
    '010   $a5-900776-31-х',
    '200 1 $aСовы',
    '604   $1700 1$aЛунин$bМ. Б.$15011 $aПтицы',
    '899   $aRNB$j97-4/119$p335323',
    '899   $aСвоя помета',
  ])
  t.match(description.identifiers, [{ scheme: 'isbn', value: '9785900776316', valid: true }])
  t.match(description.subjects, [{ value: 'Лунин, М. Б. Птицы', kind: 'title' }])
  t.match(description.holdings, [
    { id: '335323', organisation: { branch: 'RNB' }, callNumber: { full: '97-4/119' } },
  ])
  t.match(description.notes, [{ kind: 'local', value: '899 $a Своя помета' }])
})

t.test('Italian and Portuguese records: marks of filing, points of names, shelf marks', async (t) => {
  const titles = (line: string) => describe([line]).description.titles
  t.match(titles('200 1 $a\x1bHIl \x1bInido'), [{ value: 'Il nido', nonfiling: 3 }])
  t.match(titles('200 1 $a<Os >Melros'), [{ value: 'Os Melros', nonfiling: 3 }])
  t.match(
    titles('200 1 $a<Aves> de Lisboa'),
    [{ value: '<Aves> de Lisboa' }],
    'a word in brackets is no article',
  )
  const { description } = describe([
    '200 1 $aMelros',
    '700  1$aPinto,$bAna de,$f1845-1900',
    '966   $lBN$mFGMON$sL. 12345 P.',
    '966   $aoutra coisa',
  ])
  t.match(description.agents, [{ names: [{ value: 'Pinto, Ana de' }], dates: '1845-1900' }])
  t.same(description.holdings, [
    { organisation: { branch: 'BN', location: 'FGMON' }, callNumber: { full: 'L. 12345 P.' } },
  ])
  t.match(description.notes, [{ kind: 'local', value: '966 $a outra coisa' }])
})
