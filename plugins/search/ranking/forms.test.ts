import t from 'tap'
import type { Manner, Way } from '../plan/way.js'
import { parseQuery } from '../query.js'
import { formsOf } from './forms.js'

const way = (manner: Manner, text: string): Way => ({ manner, terms: parseQuery(text).all })

t.test(
  'however many spellings of a query there are, a title is compared with its synonyms too',
  async (t) => {
    const numbers = Array.from({ length: 15 }, (_, at) =>
      way('numbers written otherwise', `电脑 第${at + 3}卷`),
    )
    const ways = [way('as typed', '电脑 第2卷'), ...numbers, way('synonym', '计算机 第2卷')]
    const forms = formsOf(parseQuery('电脑 第2卷').words, ways).map(({ tokens }) => tokens.join(''))
    t.equal(forms[0], '电脑第2卷')
    t.equal(forms.at(-1), '计算机第2卷')
    t.ok(forms.length < ways.length, 'of the others only the surest')
  },
)

t.test('what is typed sounds as titles are kept: lü is lu', async (t) => {
  const heard: Way = { manner: 'sounds alike', terms: [{ tokens: ['\ue000'], field: 'sounds' }] }
  const spoken = (text: string) =>
    formsOf(parseQuery(text).words, [heard])
      .filter(({ by }) => by === 'syllables')
      .map(({ tokens }) => tokens.join(' '))
  t.same(spoken('旅行'), ['lu xing'])
  t.match(spoken('旅xing'), ['lu xing'])
})
