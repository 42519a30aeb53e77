import t from 'tap'
import { fold } from './folding.js'
import { mainlandWords } from './regional-words.js'

const said = (text: string) => mainlandWords(fold(text)).map((tokens) => tokens.join(''))

t.test('words of Taiwan are said as on the mainland', async (t) => {
  t.same(said('軟體工程'), ['软件工程'])
  t.same(said('紅樓夢'), [])
})

t.test('in every way in which the mainland says them', async (t) => {
  t.same(said('程式設計'), ['编程', '程序设计'])
  t.ok(said('資訊儲存與管理').includes('信息存储与管理'))
  t.ok(said('複製網際網路').includes('复制互联网'))
  t.ok(said('程式設計'.repeat(40)).length <= 6)
})
