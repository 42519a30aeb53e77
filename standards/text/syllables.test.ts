import t from 'tap'
import { cutSyllables } from './syllables.js'

const cuts = (letters: string, most = 8) => cutSyllables(letters, most).map((cut) => cut.join(' '))

t.test('joined pinyin is cut in every way, the likeliest first', async (t) => {
  t.same(cuts('xian'), ['xian', 'xi an'])
  t.equal(cuts('hongloumeng')[0], 'hong lou meng')
  t.ok(cuts('guanyueluosi').includes('guan yue luo si'))
  t.ok(cuts('guanyueluosi').includes('guan yu e luo si'))
  t.ok(cuts('fangan').includes('fang an'))
  t.ok(cuts('fangan').includes('fan gan'))
  t.equal(cuts('fanganfanganfangan', 3).length, 3)
})

t.test('ü is written in three ways', async (t) => {
  t.same([cuts('nüren')[0], cuts('nvren')[0], cuts('lvelue')[0]], ['nu ren', 'nu ren', 'lue lue'])
})

t.test('what is no pinyin is not cut', async (t) => {
  for (const word of ['library', 'x', 'jlfrzz', '', 'xi an', '红', 'history']) t.same(cuts(word), [], word)
})

t.test('a long word of ambiguous letters costs little', async (t) => {
  const began = performance.now()
  t.equal(cutSyllables('xian'.repeat(25), 12).length, 12)
  t.same(cutSyllables('a'.repeat(5_000), 12), [])
  t.ok(performance.now() - began < 1_000)
})
