import t from 'tap'
import { differences } from './assets/differences.js'

const marked = (a: string, b: string) =>
  differences(a, b).map((pieces) =>
    pieces.map(({ text, differs }) => (differs ? `[${text}]` : text)).join(''),
  )

t.test('of Han text the characters are marked that the other does not have', async (t) => {
  t.same(marked('权利与社会', '权力与社会'), ['权[利]与社会', '权[力]与社会'])
  t.same(marked('天井传奇', '天井传传奇'), ['天井传奇', '天井传[传]奇'])
})

t.test('of other text whole words are, whatever their case', async (t) => {
  t.same(marked('The last Empire', 'the lost empire'), ['The [last] Empire', 'the [lost] empire'])
})

t.test('what is too long to be compared is marked whole, and the same is not', async (t) => {
  const long = '长'.repeat(500)
  t.same(differences(long, `${long}文`), [
    [{ text: long, differs: true }],
    [{ text: `${long}文`, differs: true }],
  ])
  t.same(differences(long, long)[0], [{ text: long, differs: false }])
})
