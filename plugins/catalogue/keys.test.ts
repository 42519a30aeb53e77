import t from 'tap'
import type { Description } from '../../standards/record/v1-draft.js'
import { titleKey } from '../../standards/text/title-key.js'
import { keysOf, titlesAgree } from './keys.js'

t.test('titles are folded by script and never romanised', async (t) => {
  t.equal(titleKey('紅樓夢'), '红楼梦')
  t.equal(titleKey('红楼梦 : 程甲本'), '红楼梦程甲本')
  t.equal(titleKey('The Selfish Gene /'), 'selfish gene')
  t.equal(titleKey('Ｃａｆé'), 'cafe')
  t.not(titleKey('权利'), titleKey('权力'))
})

t.test('titles agree when one goes on where the other ends, volumes do not', async (t) => {
  t.match(titlesAgree('selfish gene', 'selfish gene 30th anniversary edition'), {
    agreed: true,
    on: 'selfish gene',
  })
  t.match(titlesAgree('中国文学史', '中国文学史'), { agreed: true })
  t.same(titlesAgree('中国文学史', '中国文学史第2卷'), { agreed: false })
  t.same(titlesAgree('art of computer programming', 'art of computer programming v 2'), { agreed: false })
  t.same(titlesAgree('java', 'javascript'), { agreed: false })
  for (const rest of ['volume 2', 'vols 1 2', 'tome ii', 'teil 1', 'book 3', 'supplement', '2']) {
    t.same(titlesAgree('collected works', `collected works ${rest}`), { agreed: false }, rest)
  }
  for (const rest of ['续编', '补遗', '上', '二', '三集', '之二', '部三']) {
    t.same(titlesAgree('资治通鉴', `资治通鉴${rest}`), { agreed: false }, rest)
  }
  t.match(titlesAgree('collected works', 'collected works bookbound'), { agreed: true })
  t.match(titlesAgree('资治通鉴', '资治通鉴胡三省注'), { agreed: true })
  t.match(titlesAgree('中国文学', '中国文学一千年'), { agreed: true })
})

t.test('only valid identifiers that stand are evidence; a blank title is unknown, not equal', async (t) => {
  const description = (titles: string[]) =>
    ({
      titles: titles.map((value) => ({ value, kind: 'original' })),
      identifiers: [
        { scheme: 'isbn', value: '9787020002207', valid: true },
        { scheme: 'isbn', value: '9787020002208', valid: false },
        { scheme: 'isbn', value: '9787108009821', valid: true, cancelled: true },
        { scheme: 'uri', value: 'https://example.org/1', valid: true },
      ],
    }) as unknown as Description
  t.same(keysOf(description(['红楼梦'])), [{ kind: 'isbn', value: '9787020002207', title: '红楼梦' }])
  t.same(keysOf(description(['...'])), [])
})
