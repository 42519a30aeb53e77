import t from 'tap'
import { syllableTokens } from '../../../standards/text/sounds.js'
import type { Word } from '../query.js'
import { misreadWays } from './misread.js'

const word = (typed: string): Word => ({ tokens: [typed], quoted: false })
const asked = (typed: string, most = 16) =>
  misreadWays(typed.split(' ').map(word), most).map(({ terms }) => terms[0]!.tokens)

t.test('one or two syllables may be another reading of their characters', async (t) => {
  for (const [typed, meant] of [
    ['ying yong wai xing', 'ying yong wai hang'],
    ['zhangzhonghang', 'zhang zhong xing'],
    ['cong wai xing dao nei xing', 'cong wai hang dao nei hang'],
    ['jingchuiyaochui', 'jing zhui yao zhui'],
  ] as const)
    t.ok(
      asked(typed).some((tokens) => tokens.join() === syllableTokens(meant.split(' ')).join()),
      meant,
    )
})

t.test('two syllables are as likely another word', async (t) => {
  t.same(asked('yin le'), [])
})

t.test('no more ways are asked for than are allowed', async (t) => {
  t.equal(asked('le xing zhong chang du diao chuan dan', 5).length, 5)
})
