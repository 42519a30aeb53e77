import t from 'tap'
import { highlight } from './highlight.js'
import { parseQuery } from './query.js'

const marked = (text: string, query: string, options = {}) => highlight(text, parseQuery(query, options).all)

t.test('what was found is marked as it is written', async (t) => {
  t.equal(marked('紅樓夢研究', '红楼梦'), '<mark>紅樓夢</mark>研究')
  t.equal(marked('École normale', 'ecole'), '<mark>École</mark> normale')
  t.equal(marked('ＡＢＣ of art', 'abc art'), '<mark>ＡＢＣ</mark> of <mark>art</mark>')
  t.equal(marked('ISBN 7-02-000220-X', '9787020002207'), 'ISBN <mark>7-02-000220-X</mark>')
})

t.test('a phrase is marked as a whole, and only where it is whole', async (t) => {
  t.equal(marked('国中之国，中国', '中国'), '国中之国，<mark>中国</mark>')
  t.equal(marked('the art of: war', '"art of war"'), 'the <mark>art of: war</mark>')
})

t.test('a beginning marks the word that goes on', async (t) => {
  t.equal(marked('Libraries', 'libr', { typing: true }), '<mark>Libraries</mark>')
})

t.test('marks that touch are one', async (t) => {
  t.equal(marked('中国通史', '中国 通史'), '<mark>中国通史</mark>')
  t.equal(marked('中国国家', '中国国 国家'), '<mark>中国国家</mark>')
})

t.test('everything else is escaped', async (t) => {
  t.equal(
    marked('<b>a & "b"</b> <mark>', 'a'),
    '&lt;b&gt;<mark>a</mark> &amp; &quot;b&quot;&lt;/b&gt; &lt;mark&gt;',
  )
  t.equal(marked("x'y", 'x'), '<mark>x</mark>&#39;y')
})

t.test('where nothing was found there is nothing to show', async (t) => {
  t.equal(marked('abc', 'abd'), undefined)
  t.equal(marked('', 'a'), undefined)
  t.equal(marked('abc', ''), undefined)
})
