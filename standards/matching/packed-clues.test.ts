import t from 'tap'
import { type Clues, cluesOf } from './clues.js'
import { described } from './described-testing.js'
import { areOfToday, packClues, readPackedClues } from './packed-clues.js'
import { rulesVersion } from './rules.js'

const written = (title: string) =>
  cluesOf(described({ title, agents: ['曹雪芹', 'Hawkes, David'], year: '1982', isbn: '9787020002207' }))

t.test('clues are read as they were packed, in less room', async (t) => {
  for (const title of [
    '红楼梦',
    'The story of the stone',
    '"],"years":[ \u0001 {"type":"book","titles":[{"main":"',
  ]) {
    const clues = written(title)
    const packed = packClues(clues)
    t.same(readPackedClues(packed), JSON.parse(JSON.stringify(clues)))
    t.ok(packed.length < JSON.stringify(clues).length * 0.7, packed)
  }
})

t.test(
  'clues have the same fields in the same order, whatever a record says and however they were come by',
  async (t) => {
    const shapeOf = ({ titles, names, ...clues }: Clues) => [
      Object.keys(clues),
      ...[...titles, ...names].map((one) => Object.keys(one).join(' ')).sort(),
    ]
    const full = {
      ...described({ title: '红楼梦', subtitle: '校注本', extent: '320页' }),
      statement: '曹雪芹著',
    }
    const [one, other] = [cluesOf(full), cluesOf(described({ title: '红楼梦' }))]
    t.same(shapeOf(one), shapeOf(other))
    t.same(Object.keys(written('红楼梦').names[0] ?? {}), Object.keys(written('红楼梦').names[1] ?? {}))
    for (const clues of [one, other, written('红楼梦')])
      t.same(shapeOf(readPackedClues(packClues(clues))), shapeOf(clues))
  },
)

t.test('clues say by which rules they were derived', async (t) => {
  const packed = packClues(written('红楼梦'))
  t.ok(areOfToday(packed))
  for (const other of [null, '', rulesVersion, `${rulesVersion}1 {}`, packed.replace(rulesVersion, 'older')])
    t.notOk(areOfToday(other), String(other))
})
