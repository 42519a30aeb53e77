import t from 'tap'
import { crosswalkFor } from '../../../standards/crosswalks/index.js'
import { writeIso2709 } from '../../../standards/formats/iso2709-write.js'
import { isDataField, type MarcRecord } from '../../../standards/formats/marc.js'
import { writeMarcxml } from '../../../standards/formats/marcxml-write.js'
import { iso2709Rules } from '../../../standards/rules/iso2709.js'
import { encodeCnmarc } from './encode-cnmarc.js'
import { encodeDublinCore } from './encode-dublin-core.js'
import { encodeKbart, kbartHeader } from './encode-kbart.js'
import { encodeMarc21 } from './encode-marc21.js'
import { type HeldWork, readWorks, type Work } from './work.js'
import { yearsOf } from './years.js'

const work: Work = {
  key: 'shishuo',
  type: 'book',
  title: '世说新语笺疏',
  subtitle: '修订本',
  titlePinyin: 'shi shuo xin yu jian shu',
  parallelTitle: 'A new account of tales of the world',
  variantTitles: ['世说新语'],
  language: 'chi',
  agents: [
    {
      name: '刘义庆',
      pinyin: 'liu yi qing',
      role: 'author',
      dates: '403-444',
      dynasty: '南朝宋',
      kind: 'person',
    },
    { name: '余嘉锡', pinyin: 'yu jia xi', role: 'editor', dates: '1884-1955', kind: 'person' },
  ],
  statement: '（南朝宋）刘义庆撰 ; 余嘉锡笺疏',
  edition: '第2版',
  publisher: '中华书局',
  place: '北京',
  date: '1983.08',
  extent: '998页',
  size: '21cm',
  isbn: [{ value: '7-101-00001-0', qualifier: '平装', price: 'CNY4.85' }],
  csbn: '10018·525',
  set: { title: '中华要籍集释丛书', volume: '第3种' },
  series: { title: '古籍', number: '7' },
  clc: 'I242.1',
  subjects: ['笔记小说'],
  places: ['中国'],
  periods: ['南朝时代'],
  abstract: '记汉末至东晋士人言行。',
  holders: {},
}
const held: HeldWork = { work, held: { id: '012345678901', callNumber: 'I242.1/L7', copies: 2 } }

const subfields = ({ fields }: MarcRecord, tag: string): string[] =>
  fields.flatMap((field) =>
    field.tag === tag && isDataField(field)
      ? [`${field.ind1}${field.ind2}${field.subfields.map(({ code, value }) => `$${code}${value}`).join('')}`]
      : [],
  )

t.test('CNMARC as cataloguers write it', (t) => {
  const record = encodeCnmarc(held)
  t.same(subfields(record, '010'), ['  $a7-101-00001-0$b平装$dCNY4.85'])
  t.same(subfields(record, '091'), ['  $a10018·525'])
  t.match(subfields(record, '100')[0], /^ {2}\$a\d{8}d1983 {4}em y0chiy0120 {4}ea$/)
  t.same(subfields(record, '102'), ['  $aCN$b110000'])
  t.same(subfields(record, '200'), [
    '1 $a世说新语笺疏$Ashi shuo xin yu jian shu$d= A new account of tales of the world$e修订本$f（南朝宋）刘义庆撰$Fliu yi qing$g余嘉锡笺疏$zeng',
  ])
  t.same(subfields(record, '225'), ['2 $a古籍$v7'])
  t.same(subfields(record, '461'), [' 0$12001 $a中华要籍集释丛书$v第3种'])
  t.same(subfields(record, '606'), ['0 $a笔记小说$y中国$z南朝时代'], 'place in $y, period in $z')
  t.same(subfields(record, '701'), [' 0$a刘义庆$Aliu yi qing$c(南朝宋)$f(403-444)$4著'])
  t.same(subfields(record, '702'), [' 0$a余嘉锡$Ayu jia xi$f(1884-1955)$4编'])
  t.same(subfields(record, '905'), ['  $aLC$b456789011$b456789012$c中文书库$dI242.1$eL7$f2'])
  t.end()
})

t.test('MARC 21 in Chinese, or romanised with its originals in 880', (t) => {
  const plain = encodeMarc21({ ...held, work: { ...work, key: 'plain-1' } }, 'X')
  const all = Array.from({ length: 20 }, (_, i) =>
    encodeMarc21({ ...held, work: { ...work, key: `k${i}` } }, 'X'),
  )
  const romanised = all.find((record) => subfields(record, '880').length > 0) as MarcRecord
  const chinese = all.find((record) => subfields(record, '880').length === 0) as MarcRecord
  t.same(subfields(chinese, '245'), ['10$a世说新语笺疏 :$b修订本 /$c（南朝宋）刘义庆撰 ; 余嘉锡笺疏.'])
  t.same(subfields(romanised, '245'), ['10$6880-02$aShi shuo xin yu jian shu /$cLiu Yiqing, Yu Jiaxi.'])
  t.same(subfields(romanised, '100'), ['1 $6880-01$aLiu, Yiqing,$d403-444,$eauthor.'])
  t.same(subfields(romanised, '880').slice(0, 2), [
    '1 $6100-01/$1$a刘义庆,$d403-444,$eauthor.',
    '10$6245-02/$1$a世说新语笺疏 :$b修订本 /$c（南朝宋）刘义庆撰 ; 余嘉锡笺疏.',
  ])
  t.same(subfields(chinese, '650'), [' 4$a笔记小说$z中国$y南朝时代'], 'place in $z, period in $y')
  t.same(subfields(chinese, '852').length, 2)
  t.same(
    plain,
    encodeMarc21({ ...held, work: { ...work, key: 'plain-1' } }, 'X'),
    'always the same for a key',
  )
  t.end()
})

t.test('KBART has 25 columns, the empty ones kept', (t) => {
  const cells = encodeKbart(held).split('\t')
  t.equal(cells.length, 25)
  t.equal(kbartHeader.split('\t').length, 25)
  t.match(cells, {
    0: '世说新语笺疏 : 修订本',
    1: '7101000010',
    10: '刘义庆',
    11: '012345678901',
    16: 'monograph',
    17: '1983',
  })
  t.same(cells.slice(3, 9), ['', '', '', '', '', ''], 'no coverage for a book')
  t.end()
})

t.test('Dublin Core stands alone and escapes', (t) => {
  const xml = encodeDublinCore({ ...held, work: { ...work, publisher: 'A & B' } })
  t.match(xml, /^<oai_dc:dc xmlns:oai_dc=/)
  t.match(xml, '<dc:publisher>A &amp; B</dc:publisher><dc:date>1983</dc:date>')
  t.end()
})

t.test('every work of the sample keeps its title and first author through each format', (t) => {
  for (const work of readWorks()) {
    const one = { work, held: Object.values(work.holders)[0] ?? { id: 'x' } }
    const described = {
      cnmarc: crosswalkFor('cnmarc').describe(writeIso2709(encodeCnmarc(one), 'gb18030')),
      marc21: crosswalkFor('marc21').describe(Buffer.from(writeMarcxml(encodeMarc21(one, 'X')))),
      'dublin-core': crosswalkFor('dublin-core').describe(Buffer.from(encodeDublinCore(one))),
    }
    for (const [format, { description, findings }] of Object.entries(described)) {
      t.same(findings, [], `${format} of ${work.key} is sound`)
      t.ok(
        description?.titles.some(({ value }) => value.startsWith(work.title)),
        `${format} of ${work.key} has its title`,
      )
      const [agent] = work.agents
      if (agent)
        t.ok(
          JSON.stringify(description?.agents).includes(agent.name.replace(/[.]$/, '')),
          `${format} of ${work.key} has its agent`,
        )
    }
  }
  t.end()
})

t.test('the records keep every rule for their format', (t) => {
  for (const work of readWorks()) {
    const one = { work, held: Object.values(work.holders)[0] ?? { id: 'x' } }
    const records = [
      ['cnmarc', writeIso2709(encodeCnmarc(one), 'gb18030')],
      ['marc21', writeIso2709(encodeMarc21(one, 'X'), 'utf-8')],
    ] as const
    for (const [profile, bytes] of records) {
      const broken = iso2709Rules.flatMap((rule) => rule.check(bytes, profile))
      t.same(broken, [], `${profile} of ${work.key}`)
    }
  }
  t.end()
})

t.test('years of dates as items bear them', (t) => {
  const cases: Record<string, [string?, string?, boolean?]> = {
    '1996.12': ['1996'],
    '1989-1998': ['1989', '1998'],
    '1991-': ['1991', undefined, true],
    'Vol. 1, no. 1 (June 1945)-': ['1945', undefined, true],
    c1996: ['1996'],
    '[1961-1964]': ['1961', '1964'],
    '1980 (2004重印)': ['1980'],
    '2012-01-16': ['2012'],
    民國八年: ['1919'],
    民國二十三年: ['1934'],
    民國二十四年至二十五年: ['1935', '1936'],
    '民65 [1976]': ['1976'],
  }
  for (const [date, [from, to, isOpen = false]] of Object.entries(cases))
    t.same(yearsOf(date), { ...(from && { from }), ...(to && { to }), isOpen }, date)
  t.end()
})
