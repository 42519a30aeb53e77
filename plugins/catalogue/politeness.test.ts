import t from 'tap'
import { isPolite, placeOf } from './politeness.js'

const at = (url: string) => placeOf({ options: { url, metadataPrefix: 'oai_dc' } })

t.test('hosts of one owner are one group; addresses without a name are each their own', (t) => {
  t.same(at('https://a.library.example/oai'), { host: 'a.library.example', group: 'library.example' })
  t.equal(at('https://oai.lib.pku.edu.cn/oai')?.group, 'pku.edu.cn')
  t.equal(at('http://127.0.0.1:8080/oai')?.group, '127.0.0.1:8080')
  t.equal(at('http://[::1]:8080/oai')?.group, '[::1]:8080')
  t.equal(placeOf({ options: { path: '/data/dump.mrc' } }), null)
  t.end()
})

t.test('of one host one harvest runs, of a group two, and four in all', (t) => {
  const one = at('https://a.library.example/oai')
  t.equal(isPolite(one, [one]), false)
  const other = at('https://b.library.example/oai')
  t.equal(isPolite(one, [other]), true)
  t.equal(isPolite(one, [other, at('https://c.library.example/oai')]), false)
  t.equal(isPolite(null, [null, null, null]), true)
  t.equal(isPolite(one, [null, null, null, null]), false)
  t.end()
})
