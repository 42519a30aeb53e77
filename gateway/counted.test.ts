import t from 'tap'
import { counted } from './counted.js'

t.test('one thing is one', async (t) => {
  t.same(
    [0, 1, 2].map((count) => counted(count, 'member')),
    ['0 members', '1 member', '2 members'],
  )
  t.same([counted(1, 'try', 'tries'), counted(3, 'try', 'tries')], ['1 try', '3 tries'])
})
