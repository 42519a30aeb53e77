import t from 'tap'
import { parseQuery } from './query.js'

/** `a b` is two words, `a_b` two tokens side by side, `a*` one that may go on, `-a` one excluded. */
const written = (text: string, options = {}): string => {
  const { all, none } = parseQuery(text, options)
  const term = (term: { tokens: string[]; prefix?: boolean }) =>
    term.tokens.join('_') + (term.prefix ? '*' : '')
  return [...all.map(term), ...none.map((one) => `-${term(one)}`)].join(' ')
}

t.test('words, phrases and exclusions', async (t) => {
  const cases: [string, string][] = [
    ['', ''],
    ['History of China', 'history of china'],
    ['红楼梦 曹雪芹', '红_楼_梦 曹_雪_芹'],
    ['红楼梦　曹雪芹', '红_楼_梦 曹_雪_芹'],
    ['"art of war" china', 'art_of_war china'],
    ['“三国 演义” 「人民 文学」『a b』《c d》', '三_国_演_义 人_民_文_学 a_b c_d'],
    ['art -war', 'art -war'],
    ['红楼梦 －续书 -"第 二"', '红_楼_梦 -续_书 -第_二'],
    ['e-book', 'e_book'],
    ['Python编程', 'python_编_程'],
    ['978-7-02-000220-7', '9787020002207'],
    ['978 7 02 000220 7 红楼梦', '9787020002207 红_楼_梦'],
    ['1 2 3 4 5 6 7 8 9 0', '1 2 3 4 5 6 7 8 9 0'],
    ['lu:xing zhi nu:', 'lvxing zhi nv'],
    ['《a b', 'a b'],
  ]
  for (const [text, expected] of cases) t.equal(written(text), expected, text)
})

t.test('anything is a query', async (t) => {
  const cases: [string, string][] = [
    ['"', ''],
    ['"unclosed phrase', 'unclosed phrase'],
    ['《红楼梦', '红_楼_梦'],
    ['a"b', 'a b'],
    ['-', ''],
    ['- a', 'a'],
    ['--a', '-a'],
    ['""', ''],
    ['AND OR NOT NEAR( * ^ : {title} ) \\', 'and or not near title'],
    ['a\0b \ud800', 'a b'],
    ['*&^%$#@!', ''],
  ]
  for (const [text, expected] of cases) t.equal(written(text), expected, JSON.stringify(text))
})

t.test('while one types, the last word may go on', async (t) => {
  const typing = { typing: true }
  t.equal(written('history of ch', typing), 'history of ch*')
  t.equal(written('history ', typing), 'history')
  t.equal(written('红楼', typing), '红_楼')
  t.equal(written('"art of', typing), 'art of*')
  t.equal(written('a -b', typing), 'a* -b')
})

t.test('a field may be asked for by its name', async (t) => {
  const fieldsOf = (text: string) =>
    parseQuery(text).all.map(({ tokens, field }) => [tokens.join(' '), field])
  t.same(fieldsOf('作者：鲁迅 呐喊'), [
    ['鲁 迅', ['agents']],
    ['呐 喊', undefined],
  ])
  t.same(fieldsOf('Title: "art of war"'), [['art of war', ['title', 'alternative']]])
  t.same(fieldsOf('isbn:7-02-000220-X'), [['9787020002207', ['identifiers']]])
  t.same(parseQuery('-author:smith').none, [{ tokens: ['smith'], field: ['agents'] }])
  t.same(fieldsOf('subtitle: x'), [
    ['subtitle', undefined],
    ['x', undefined],
  ])
  for (const text of ['title:', 'title: ', '作者：', ': title', 'title::'])
    t.ok(
      fieldsOf(text).every(([, field]) => field === undefined),
      text,
    )
})

t.test('too long a query is refused, saying what fits', async (t) => {
  t.throws(() => parseQuery('x'.repeat(513)), {
    code: 'QUERY_TOO_LONG',
    status: 400,
    options: { errors: [{ path: 'q' }] },
  })
  t.doesNotThrow(() => parseQuery('汉'.repeat(512)))
  t.equal(parseQuery('x '.repeat(200)).all.length, 32, 'words beyond the 32nd are passed over')
  const pasted = parseQuery(`${'天地'.repeat(25)} ${'玄黄'.repeat(25)} -宇宙`)
  t.same(
    pasted.words.map(({ tokens }) => tokens.length),
    [50, 14],
    'and characters beyond the 64th',
  )
  t.same(pasted.none, [])
  t.same(parseQuery(`${'天地'.repeat(31)} -玄黄宇宙`).none, [], 'half a phrase excludes nothing')
  t.same(parseQuery(`${'天地'.repeat(31)} -玄黄`).none, [{ tokens: ['玄', '黄'] }])
})
