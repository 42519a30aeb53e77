import t from 'tap'
import { randomFrom } from '../../gateway/bench/generated-records.js'
import type { ShulianError } from '../../gateway/contracts/index.js'
import { testKernel } from '../../gateway/testing.js'
import { search } from './index.js'
import { parseQuery } from './query.js'
import { description, fakeCatalogue, fakeMembers, present, titles } from './testing.js'

/** What makes trouble for parsers, engines and folding, and words between. */
const pieces = [
  ...[
    '"',
    '“',
    '”',
    '「',
    '《',
    '》',
    "'",
    '`',
    '-',
    '－',
    '--',
    ':',
    '：',
    '*',
    '^',
    '(',
    ')',
    '{',
    '}',
    '\\',
    '%',
    '_',
    ';',
  ],
  ...[
    'AND',
    'OR',
    'NOT',
    'NEAR(',
    'NEAR/3',
    'title:',
    '作者：',
    'isbn:',
    '-作者:',
    'title:"',
    'marks :',
    '{sounds} :',
  ],
  ...[
    '\0',
    '\ud800',
    '\udc00',
    '\u{20000}',
    '\u{10ffff}',
    '\u200b',
    '\u202e',
    '\ufeff',
    '\u0301'.repeat(60),
    '\ue001',
  ],
  ...[
    '红楼',
    '梦',
    'hong',
    'lou',
    'hlm',
    'xian',
    'a',
    '978',
    '7-02',
    '第3',
    '二十',
    'ё',
    'اَ',
    '한',
    'ー',
    'ﾞ',
    '𠮷',
    '的',
    '有',
    '吗',
  ],
  ...[' ', '　', '\t', '\n', ''],
]

const junk = (seed: number, longest: number): string => {
  const random = randomFrom(seed)
  const count = 1 + Math.floor(random() * longest)
  return Array.from({ length: count }, () => pieces[Math.floor(random() * pieces.length)]).join('')
}

t.test('whatever is typed is words, each of them something', async (t) => {
  for (let seed = 1; seed <= 5_000; seed++) {
    const text = junk(seed, 24)
    if (text.length > 512) continue
    const { words, all, none } = parseQuery(text, { typing: seed % 2 === 0 })
    const isSomething = [...all, ...none].every(({ tokens }) => tokens.length > 0 && tokens.every(Boolean))
    if (!isSomething || words.length > 32) t.fail(JSON.stringify(text))
  }
  for (const text of ['x'.repeat(10_000), '"'.repeat(10_000), junk(1, 20_000)])
    t.throws(() => parseQuery(text), { code: 'QUERY_TOO_LONG' } as ShulianError)
})

t.test('whatever is typed is answered', async (t) => {
  const catalogue = fakeCatalogue()
  const { app, close } = await testKernel({ plugins: [fakeMembers([]), catalogue.plugin, search] })
  t.teardown(close)
  const works = ['红楼梦', 'The art of war', '𠮷野家', '한국사'].map((title, number) =>
    present(`w${number}`, description({ titles: titles(title) })),
  )
  for (const one of works) catalogue.works.set(one.id, one)
  await catalogue.announce(works.map(({ id }) => id))
  for (let seed = 1; seed <= 300; seed++) {
    const text = junk(seed, 12)
    const q = encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))
    for (const path of [`/v1/search?q=${q}&explain=true`, `/v1/suggest?q=${q}`]) {
      const { statusCode } = await app.inject(path)
      if (statusCode !== 200 && !(statusCode === 400 && text.length > 512)) t.fail(`${statusCode}: ${path}`)
    }
  }
  const long = await app.inject(`/v1/search?q=${'x'.repeat(10_000)}`)
  t.ok([400, 414].includes(long.statusCode), 'too long a query is told so')
})
