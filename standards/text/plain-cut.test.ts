import t from 'tap'
import { foldHan, foldWord } from './characters.js'
import { type Cut, cutByRules, fold } from './folding.js'
import { cutPlain } from './plain-cut.js'

const plain = (text: string): Cut[] | undefined => {
  const cuts: Cut[] = []
  const isPlain = cutPlain(text, { foldHan, foldWord }, (token, start, end) =>
    cuts.push({ token, start, end }),
  )
  return isPlain ? cuts : undefined
}

/** What is left to the rules is no difference. */
const differs = (text: string): boolean => {
  const cuts = plain(text)
  return cuts !== undefined && JSON.stringify(cuts) !== JSON.stringify(cutByRules(text))
}

t.test('plain texts are cut without rules', async (t) => {
  for (const text of [
    '红楼梦 / 曹雪芹著',
    'Città e paesi: C++ & C#',
    '中國圖書館學報，2024年第3期',
    'Война и мир',
    'Ἰλιάς Ὅμηρος'.normalize('NFD').replace(/\p{M}/gu, ''),
  ])
    t.match(plain(text), cutByRules(text), text)
})

t.test('what may be a number, or of another script, is left to the rules', async (t) => {
  for (const text of ['978-7-5013-1234-5', '1234567', 'コーヒー', 'כתב', 'ﬁn'])
    t.equal(plain(text), undefined, text)
})

t.test('every character is cut as the rules cut it, alone and in a word', async (t) => {
  const around = (one: string) => [one, `a${one}b`, `红${one}楼`, `1${one}`, `c${one}++`]
  const wrong: string[] = []
  for (let code = 0; code < 0x10000; code++)
    for (const text of around(String.fromCharCode(code))) if (differs(text)) wrong.push(JSON.stringify(text))
  t.same(wrong, [])
})

t.test('texts of signs, marks, letters and Han in any order are cut as the rules cut them', async (t) => {
  const signs = [
    ...'abzABZ019 -+#.,:;\'’"()[]/&éÜßøŁıİſŉĳƠǅɐΑΣσςάВйЁёґ×÷ªº²½µ紅楼梦々〇一，。：（）《》—…·\u3000\u0301\u0308\u034f\u200bーがй한',
  ]
  let seed = 1
  const below = (limit: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
    return seed % limit
  }
  const written = (length: number, from: string[]) =>
    Array.from({ length }, () => from[below(from.length)]).join('')
  const texts = Array.from({ length: 50_000 }, () => written(1 + below(12), signs))
  t.ok(texts.filter((text) => plain(text) !== undefined).length > 5_000, 'many of them are plain')
  t.same(texts.filter(differs), [])
})

t.test('numbers with hyphens, blanks and X among words are cut as the rules cut them', async (t) => {
  let seed = 2
  const below = (limit: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
    return (seed >> 8) % limit
  }
  const signs = [...'0123456789999777888XX---  ‐–ab.']
  const begin = ['', '978', '979', '978-', '979 ', '1990-', 'DE-101 ', '97']
  const texts = Array.from({ length: 100_000 }, () => {
    const rest = Array.from({ length: 4 + below(14) }, () => signs[below(signs.length)]).join('')
    return `${begin[below(begin.length)]}${rest}`
  })
  t.ok(texts.filter((text) => plain(text) !== undefined).length > 5_000, 'many of them are plain')
  t.ok(
    texts.filter(
      (text) =>
        plain(text) === undefined && cutByRules(text).some(({ token }) => /^97[89]\d{10}$/.test(token)),
    ).length > 5,
    'and some are numbers of books',
  )
  t.same(texts.filter(differs), [])
})

t.test('digits alone are folded as the rules fold them', async (t) => {
  const wrong: string[] = []
  for (let number = 1; number < 200_000; number += 7)
    for (const text of [
      `${number}`,
      `9780${number}`.padEnd(13, '4'),
      `${number}`.padStart(8, '0'),
      `${number}`.padStart(10, '0'),
    ])
      if (
        fold(text).join(' ') !==
        cutByRules(text)
          .map(({ token }) => token)
          .join(' ')
      )
        wrong.push(text)
  t.same(wrong, [])
  t.same(fold('0306406152'), ['9780306406157'])
})
