import t from 'tap'
import { authorityOf, readAuthority } from './authorities.js'

t.test('a number is known by its file, whatever way it is spelled', async (t) => {
  t.same(readAuthority('(DE-588)118540238'), { scheme: 'gnd', id: '118540238' })
  t.same(readAuthority('(OCoLC)fst01026221'), { scheme: 'fast', id: '1026221' })
  t.same(readAuthority('(DLC)n  79021164'), { scheme: 'lcnaf', id: 'n79021164' })
})

t.test('a prefix without a number points to nothing', async (t) => {
  for (const value of ['(OCoLC)fst0', '(OCoLC)fst000', '(local) ', '( )1'])
    t.equal(readAuthority(value), undefined, value)
  t.same(authorityOf(['(local) ', '(DE-588)1']), { scheme: 'gnd', id: '1' }, 'the next one counts')
})
