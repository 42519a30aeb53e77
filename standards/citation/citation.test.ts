import t from 'tap'
import { startDraft } from '../crosswalks/draft.js'
import type { Agent, Description } from '../record/v1-draft.js'
import { readWithin } from './facts.js'
import { citation, citationStyles } from './index.js'

const agent = (value: string, role = 'aut', type: Agent['type'] = 'person'): Agent => ({
  names: [{ value, kind: 'original' }],
  type,
  role,
  main: role === 'aut',
})
const description = (more: Partial<Description>): Description => ({
  ...startDraft().description,
  type: 'book',
  ...more,
})
const title = (value: string, subtitle?: string): Description['titles'] => [
  { value, ...(subtitle && { subtitle }), kind: 'original' },
]
const issued = (text: string, edtf = text): Description['dates'] => [{ kind: 'issued', text, edtf }]
const chinese: Description['languages'] = [{ code: 'chi', role: 'text' }]
const english: Description['languages'] = [{ code: 'eng', role: 'text' }]

const translation = description({
  titles: title('递归宏观经济理论'),
  agents: [
    agent('扬奎斯特'),
    agent('萨金特'),
    ...['杨斌', '王忠玉', '陈彦斌', '胡适'].map((name) => agent(name, 'trl')),
  ],
  languages: chinese,
  edition: '第2版',
  publication: [{ place: '北京', publisher: '中国人民大学出版社', date: '2010' }],
  dates: issued('2010'),
})
const western = description({
  titles: title('Probability, random variables, and random signal principles'),
  agents: [
    agent('Peebles, Peyton Zimmer, Jr.'),
    agent('Godard, Jean-Luc'),
    agent('de Marais, D. J.'),
    agent('Summons, R. E.'),
  ],
  languages: english,
  edition: '4th ed.',
  publication: [{ place: 'New York', publisher: 'McGraw-Hill' }],
  dates: issued('2001'),
})
const article = description({
  type: 'article',
  titles: title('互联网药品可信交易环境中主体资质审核备案模式'),
  agents: ['于潇', '刘义', '柴跃廷', '孙宏波'].map((name) => agent(name)),
  languages: chinese,
  relations: [{ kind: 'host', title: '清华大学学报(自然科学版)', number: '2012, 52(11): 1518-1523' }],
  dates: issued('2012'),
})

const gbt = (one: Description, style: 'gbt7714-2015' | 'gbt7714-2025', context?: object): string =>
  citation(one, style, context).text

t.test('GB/T 7714: three names, then 等 or et al; 2025 keeps the comma before 译', async (t) => {
  t.equal(
    gbt(translation, 'gbt7714-2015'),
    '扬奎斯特, 萨金特. 递归宏观经济理论[M]. 杨斌, 王忠玉, 陈彦斌, 等译. 2版. 北京: 中国人民大学出版社, 2010.',
  )
  t.equal(
    gbt(translation, 'gbt7714-2025'),
    '扬奎斯特, 萨金特. 递归宏观经济理论[M]. 杨斌, 王忠玉, 陈彦斌, 等, 译. 2版. 北京: 中国人民大学出版社, 2010.',
  )
})

t.test('Western names: capitals in 2015, as they are in 2025, and the hyphen of initials', async (t) => {
  t.equal(
    gbt(western, 'gbt7714-2015'),
    'PEEBLES P Z, Jr, GODARD J L, DE MARAIS D J, et al. Probability, random variables, and random signal principles[M]. 4th ed. New York: McGraw-Hill, 2001.',
  )
  t.equal(
    gbt(western, 'gbt7714-2025'),
    'Peebles P Z Jr, Godard J-L, de Marais D J, et al. Probability, random variables, and random signal principles[M]. 4th ed. New York: McGraw-Hill, 2001.',
  )
})

t.test('an article in its journal', async (t) => {
  t.equal(
    gbt(article, 'gbt7714-2015'),
    '于潇, 刘义, 柴跃廷, 等. 互联网药品可信交易环境中主体资质审核备案模式[J]. 清华大学学报(自然科学版), 2012, 52(11): 1518-1523.',
  )
  t.equal(
    gbt(
      {
        ...article,
        relations: [{ kind: 'host', title: '文献', number: '第1期, 56-75页' }],
        agents: [agent('杨洪升')],
        dates: issued('2013'),
      },
      'gbt7714-2015',
    ),
    '杨洪升. 互联网药品可信交易环境中主体资质审核备案模式[J]. 文献, 2013(1): 56-75.',
  )
})

t.test('a serial: its years, joined by a dash in 2025', async (t) => {
  const serial = description({
    type: 'serial',
    titles: title('临床内科杂志'),
    agents: [agent('中华医学会湖北分会', 'aut', 'organisation')],
    languages: chinese,
    publication: [{ place: '武汉', publisher: '中华医学会湖北分会' }],
    dates: issued('1984-', '1984/..'),
  })
  t.equal(
    gbt(serial, 'gbt7714-2015'),
    '中华医学会湖北分会. 临床内科杂志[J]. 武汉: 中华医学会湖北分会, 1984-.',
  )
  t.equal(
    gbt(serial, 'gbt7714-2025'),
    '中华医学会湖北分会. 临床内科杂志[J]. 武汉: 中华医学会湖北分会, 1984—.',
  )
})

t.test('months of one year are that year', async (t) => {
  const bare = description({
    titles: title('书'),
    languages: chinese,
    dates: issued('2001.1-12', '2001-01/2001-12'),
  })
  t.match(gbt(bare, 'gbt7714-2015'), /, 2001\.$/)
})

t.test('what is not known is said in the language of the text', async (t) => {
  const bare = { titles: title('书'), dates: issued('[1936?]', '1936?') }
  t.equal(
    gbt(description({ ...bare, languages: chinese }), 'gbt7714-2015'),
    '书[M]. [出版地不详]: [出版者不详], [1936].',
  )
  t.equal(
    gbt(description({ ...bare, titles: title('Book'), languages: english }), 'gbt7714-2015'),
    'Book[M]. [S.l.]: [s.n.], [1936].',
  )
})

t.test('a reign year stands beside the year of our era', async (t) => {
  const old = description({
    titles: title('宋论'),
    languages: chinese,
    dates: issued('民国二十三年', '1934'),
    publication: [{ place: '上海', publisher: '商务印书馆' }],
  })
  t.equal(gbt(old, 'gbt7714-2015'), '宋论[M]. 上海: 商务印书馆, 1934(民国二十三年).')
})

t.test('a standard is number and title alone in 2025', async (t) => {
  const standard = description({
    type: 'standard',
    titles: title('信息与文献 资源描述'),
    languages: chinese,
    agents: [agent('全国信息与文献标准化技术委员会', 'aut', 'organisation')],
    identifiers: [{ scheme: 'standard', value: 'GB/T 3792—2021', valid: true }],
    dates: issued('2021'),
    publication: [{ place: '北京', publisher: '中国标准出版社' }],
  })
  t.equal(gbt(standard, 'gbt7714-2025'), 'GB/T 3792—2021 信息与文献 资源描述[S].')
  t.equal(
    gbt(standard, 'gbt7714-2015'),
    '全国信息与文献标准化技术委员会. 信息与文献 资源描述: GB/T 3792—2021[S]. 北京: 中国标准出版社, 2021.',
  )
})

t.test('online: the day of access for all in 2015, for web pages and data in 2025', async (t) => {
  const context = { url: 'https://example.org/1', accessed: '2026-08-01' }
  t.match(
    gbt(western, 'gbt7714-2015', context),
    /\[M\/OL\]\..*2001\. \[2026-08-01\]\. https:\/\/example\.org\/1\.$/,
  )
  t.match(gbt(western, 'gbt7714-2025', context), /\[M\/OL\]\..*2001\. https:\/\/example\.org\/1\.$/)
  const site = description({ type: 'website', titles: title('中国国家博物馆'), languages: chinese })
  t.equal(gbt(site, 'gbt7714-2025', context), '中国国家博物馆[EB/OL]. [2026-08-01]. https://example.org/1.')
})

t.test('a chapter, proceedings, a thesis', async (t) => {
  const host = {
    kind: 'host' as const,
    title: '船山全书',
    number: '983-1029页',
    identifiers: [{ scheme: 'isbn', value: '9787101105285', valid: true }],
  }
  t.equal(
    gbt(
      description({
        type: 'article',
        titles: title('周易外传'),
        languages: chinese,
        relations: [host],
        publication: [{ place: '长沙', publisher: '岳麓书社' }],
        dates: issued('2011'),
      }),
      'gbt7714-2015',
    ),
    '周易外传[M]//船山全书. 长沙: 岳麓书社, 2011: 983-1029.',
  )
  t.match(
    gbt(
      description({
        titles: title('论文集'),
        agents: [agent('国际会议', 'aut', 'meeting')],
        languages: chinese,
      }),
      'gbt7714-2015',
    ),
    /论文集\[C\]/,
  )
  t.match(
    gbt(
      description({
        type: 'thesis',
        titles: title('论文'),
        languages: chinese,
        publication: [{ place: '武汉', publisher: '武汉大学' }],
        dates: issued('2022'),
      }),
      'gbt7714-2015',
    ),
    /论文\[D\]\. 武汉: 武汉大学, 2022\.$/,
  )
})

t.test('BibTeX escapes what TeX would read', async (t) => {
  const { text, mediaType } = citation({ ...western, titles: title('R&D: 100% of {it}_#$') }, 'bibtex')
  t.equal(mediaType, 'application/x-bibtex; charset=utf-8')
  t.match(text, 'title = {R\\&D: 100\\% of \\{it\\}\\_\\#\\$}')
  t.match(text, 'author = {Peebles, Jr., Peyton Zimmer and Godard, Jean-Luc')
  t.match(text, /^@book\{peebles2001rd100ofit,\n/)
  t.match(citation(translation, 'bibtex').text, 'author = {{扬奎斯特} and {萨金特}}')
})

t.test('RIS: lines ended by CR LF, TY first and ER last', async (t) => {
  const lines = citation(article, 'ris').text.split('\r\n')
  t.equal(lines[0], 'TY  - JOUR')
  t.same(lines.slice(-2), ['ER  - ', ''])
  t.ok(
    [
      'AU  - 于潇',
      'JO  - 清华大学学报(自然科学版)',
      'VL  - 52',
      'IS  - 11',
      'SP  - 1518',
      'EP  - 1523',
      'PY  - 2012',
    ].every((line) => lines.includes(line)),
  )
})

t.test('CSL-JSON', async (t) => {
  const [item] = JSON.parse(citation(western, 'csl-json').text)
  t.match(item, { type: 'book', issued: { 'date-parts': [[2001]] }, publisher: 'McGraw-Hill' })
  t.match(item.author[0], { family: 'Peebles', given: 'Peyton Zimmer', suffix: 'Jr.' })
})

t.test('every style answers for the barest description', async (t) => {
  for (const style of citationStyles)
    t.ok(citation(description({ titles: title('X') }), style).text.includes('X'), style)
})

t.test('where an article stands, in the words of catalogues', async (t) => {
  t.same(readWithin('Vol. 12, no. 3 (Mar. 2001), p. 5-9'), {
    volume: '12',
    issue: '3',
    pages: '5-9',
    year: '2001',
  })
  t.same(readWithin('第5卷第3期, 12-15页'), { volume: '5', issue: '3', pages: '12-15' })
  t.same(readWithin(''), {})
})
