import t from 'tap'
import { fold } from './folding.js'
import { mainlandWords } from './regional-words.js'

t.test('words of Taiwan are said as on the mainland', async (t) => {
  t.equal(mainlandWords(fold('軟體工程'))?.join(''), '软件工程')
  t.equal(mainlandWords(fold('紅樓夢')), undefined)
})
