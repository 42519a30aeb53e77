import t from 'tap'
import type { Word } from '../query.js'
import { shortenedOf } from './shortened.js'

const cuts = (typed: string) =>
  shortenedOf(typed.split(' ').map((token): Word => ({ tokens: [token], quoted: false }))).map((units) =>
    units.join(' '),
  )

t.test('syllables may be shortened to what they begin with', async (t) => {
  t.equal(cuts('hongloum')[0], 'hong lou m')
  t.equal(cuts('zhong gws')[0], 'zhong g w s')
  t.equal(cuts('hlmeng')[0], 'h l meng')
})

t.test(
  'nobody changes between whole and shortened ones all the time, as English does that is cut so',
  async (t) => {
    t.same(cuts('population studies selected essays'), [])
  },
)
