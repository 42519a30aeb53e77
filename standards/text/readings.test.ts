import t from 'tap'
import { readAloud, readAs } from './readings.js'
import { initialsOf, initialTokens, syllableToken, syllableTokens, tokenInWords } from './sounds.js'

t.test('words decide how a character is read', async (t) => {
  const cases = [
    ['重庆', 'chong qing'],
    ['音乐重要', 'yin yue zhong yao'],
    ['紅樓夢', 'hong lou meng'],
    ['名著', 'ming zhu'],
    ['Python编程：从入门', 'bian cheng cong ru men'],
    ['no Chinese', ''],
  ] as const
  for (const [text, read] of cases) t.equal(readAloud(text).join(' '), read, text)
})

t.test('a family name is read as one', async (t) => {
  t.equal(readAloud('单田芳', { person: true }).join(' '), 'shan tian fang')
})

t.test('what was read is remembered, as a text and as a name, until many others were', async (t) => {
  const read = readAloud('单于单姓')
  t.equal(readAloud('单于单姓'), read)
  t.not(readAloud('单于单姓', { person: true }), read)
  for (let other = 0; other < 6_000; other++) readAloud(`${other} 书`)
  t.not(readAloud('单于单姓'), read)
  t.same(readAloud('单于单姓'), read)
  t.not(readAloud('书'.repeat(101)), readAloud('书'.repeat(101)), 'a title is no book')
})

t.test('the catalogue’s own romanisation is taken where it fits', async (t) => {
  t.same(readAs('红楼梦', 'Hong lou meng'), ['hong', 'lou', 'meng'])
  t.same(readAs('红楼梦', 'Hónglóumèng'), ['hong', 'lou', 'meng'])
  t.same(readAs('西安', 'Xian'), ['xi', 'an'])
  t.same(readAs('女书', 'Nǚ shu'), ['nu', 'shu'])
  t.equal(readAs('红楼梦', 'Dream of the red chamber'), undefined)
  t.equal(readAs('红楼梦', 'Hong lou'), undefined)
  t.equal(readAs('石头记', 'Hong lou meng'), undefined, 'the romanisation of another title')
  t.same(readAs('朝花', 'Chao hua'), ['chao', 'hua'], 'the catalogue knows better')
  t.equal(readAs('Wind', 'feng'), undefined)
})

t.test('syllables and initials are tokens that no word is', async (t) => {
  const tokens = [...syllableTokens(['hong', 'lou']), ...initialTokens('hlm', { begins: true, ends: true })]
  for (const token of tokens) t.match(token, /^\p{Co}$/u)
  t.same(tokens.map(tokenInWords), ['hong', 'lou', '·h', 'hl', 'lm', 'm·'])
  t.equal(syllableToken('nü'), syllableToken('nv'))
  t.equal(tokenInWords('红'), '红')
  t.equal(initialsOf(['hong', '', 'meng']), 'hm')
})

t.test('what is no syllable parts its neighbours', async (t) => {
  t.equal(syllableTokens(['hong', '', 'meng']).length, 3)
})
