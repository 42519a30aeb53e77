import t from 'tap'
import { cutShortened, cutSyllables, placesToCut } from './syllables.js'

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
  t.same(
    [cuts('nyuren')[0], cuts('lyue')[0], cuts('falyu')[0], cuts('jinyu')[0]],
    ['nu ren', 'lue', 'fa lu', 'jin yu'],
  )
  t.same([cuts('nüren')[0], cuts('nvren')[0], cuts('lvelue')[0]], ['nu ren', 'nu ren', 'lue lue'])
})

t.test('syllables may be shortened to what they begin with', async (t) => {
  const cases: [string, string][] = [
    ['hongloum', 'hong lou m'],
    ['jiliangjjx', 'ji liang j j x'],
    ['zhongguows', 'zhong guo w s'],
    ['jffl', 'j f f l'],
    ['hongzhm', 'hong zh m'],
    ['xlyuan', 'x l yuan'],
    ['hlyuwen', 'h l yu wen'],
  ]
  for (const [typed, cut] of cases) t.equal(cutShortened(typed, 4)[0]?.join(' '), cut)
  t.same(cutShortened('history', 4), [])
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

t.test('where syllables end and begin is known of every place without cutting there', async (t) => {
  for (const letters of ['zhongugoxue', 'nyurenfalyu', 'lvxnig', 'history', 'xian']) {
    const { before, behind } = placesToCut(letters)
    for (let at = 1; at < letters.length; at++) {
      t.equal(before.has(at), cuts(letters.slice(0, at)).length > 0, `${letters} before ${at}`)
      t.equal(behind.has(at), cuts(letters.slice(at)).length > 0, `${letters} behind ${at}`)
    }
  }
})
