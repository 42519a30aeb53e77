import t from 'tap'
import { cluesOf } from './clues.js'
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

t.test('clues say by which rules they were derived', async (t) => {
  const packed = packClues(written('红楼梦'))
  t.ok(areOfToday(packed))
  for (const other of [null, '', rulesVersion, `${rulesVersion}1 {}`, packed.replace(rulesVersion, 'older')])
    t.notOk(areOfToday(other), String(other))
})
