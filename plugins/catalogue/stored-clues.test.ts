import t from 'tap'
import { cluesOf } from '../../standards/matching/clues.js'
import { described } from '../../standards/matching/described-testing.js'
import { packDescription } from '../../standards/record/packed.js'
import { cluesOfStored } from './stored-clues.js'

const stored = (title: string): string =>
  packDescription(described({ title, agents: ['曹雪芹'], year: '1982' }))

/** Nearly as long as what is remembered of one description. */
const annals = (number: number): string =>
  packDescription({
    ...described({ title: `Annals ${number}` }),
    notes: [{ kind: 'summary', value: Array.from({ length: 900 }, (_, at) => `w${at}x${number}`).join(' ') }],
  })

t.test(
  'clues of what was stored are those of the description, read once while they are asked for',
  async (t) => {
    const first = cluesOfStored(stored('红楼梦'))
    t.same(first, cluesOf(described({ title: '红楼梦', agents: ['曹雪芹'], year: '1982' })))
    t.equal(cluesOfStored(stored('红楼梦')), first)
  },
)

t.test(
  'what nobody asked for since thousands of others is forgotten, and a description as long as a book at once',
  async (t) => {
    const first = cluesOfStored(stored('红楼梦'))
    for (let other = 0; other < 500; other++) cluesOfStored(annals(other))
    t.equal(cluesOfStored(stored('红楼梦')), first, 'there is room for some')
    for (let other = 500; other < 2_500; other++) cluesOfStored(annals(other))
    const again = cluesOfStored(stored('红楼梦'))
    t.not(again, first)
    t.same(again, first)
    const long = stored('word '.repeat(3_000))
    t.not(cluesOfStored(long), cluesOfStored(long))
  },
)
