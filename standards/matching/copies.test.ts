import t from 'tap'
import { cluesOf } from './clues.js'
import { copyOf } from './copies.js'
import { described } from './described-testing.js'

const rich = { agents: ['曹雪芹'], year: '1982', extent: '320页' }

t.test('copies share all that they say but for numbers of their own', async (t) => {
  for (const title of ['红楼梦', '","identifiers":["isbn 1"],"numbers":[] $& "'])
    for (const isbn of [undefined, '9787020002207']) {
      const clues = { ...cluesOf(described({ ...rich, title, isbn })), numbers: ['calis 0012345'] }
      const shared = JSON.stringify({ ...clues, identifiers: [], numbers: [] })
      t.equal(copyOf(clues), shared)
      t.equal(copyOf(clues, JSON.stringify(clues)), shared)
    }
})

t.test('a number of the thing tells copies apart', async (t) => {
  const clues = cluesOf(described({ ...rich, title: '红楼梦' }))
  const [one, other] = ['doi 10.1/a', 'doi 10.1/b'].map((doi) =>
    copyOf({ ...clues, identifiers: [doi, 'isbn 9787020002207'] }),
  )
  t.match(one, '"identifiers":["doi 10.1/a"]')
  t.not(one, other)
})

t.test('who says too little has no copies', async (t) => {
  t.equal(copyOf(cluesOf(described({ title: '红楼梦' }))), null)
})
