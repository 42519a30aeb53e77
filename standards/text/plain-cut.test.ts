import t from 'tap'
import { foldHan, foldWord } from './characters.js'
import { type Cut, cutByRules } from './folding.js'
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
  const texts = Array.from({ length: 50_000 }, () =>
    Array.from({ length: 1 + below(12) }, () => signs[below(signs.length)]).join(''),
  )
  t.ok(texts.filter((text) => plain(text) !== undefined).length > 5_000, 'many of them are plain')
  t.same(texts.filter(differs), [])
})
