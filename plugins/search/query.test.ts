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
    ['作者：鲁迅', '作_者_鲁_迅'],
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

t.test('words written together can be looked for apart, phrases cannot', async (t) => {
  t.same(parseQuery('红楼梦 "a b"').loose, [
    { tokens: ['红'] },
    { tokens: ['楼'] },
    { tokens: ['梦'] },
    { tokens: ['a', 'b'] },
  ])
  t.equal(parseQuery('history china').loose, undefined)
  t.equal(parseQuery('"红楼梦"').loose, undefined)
})

t.test('too long a query is refused, saying what fits', async (t) => {
  t.throws(() => parseQuery('x'.repeat(513)), {
    code: 'QUERY_TOO_LONG',
    status: 400,
    options: { errors: [{ path: 'q' }] },
  })
  t.throws(() => parseQuery('x '.repeat(33)), { code: 'QUERY_TOO_LONG', message: /32 words/ })
  t.doesNotThrow(() => parseQuery('汉'.repeat(512)))
})
