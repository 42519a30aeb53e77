import t from 'tap'
import { cluesOf } from './clues.js'
import { groupsOf, type Link, type Neighbourhood, type Word } from './components.js'
import { described } from './described-testing.js'
import { traitsOf } from './traits.js'

const link = (a: string, b: string, score = 80, outcome: Link['outcome'] = 'work'): Link => ({
  a,
  b,
  score,
  outcome,
})

const grouped = (
  parts: Partial<Neighbourhood> & { traits?: Record<string, { volume?: string; carrier?: string }> },
) => {
  const { traits = {}, links = [], words = [] } = parts
  const ids = parts.ids ?? [...new Set([...links, ...words].flatMap(({ a, b }) => [a, b]))].sort()
  const named = (name: 'volume' | 'carrier', id: string): Record<string, string> => {
    const value = traits[id]?.[name]
    return value === undefined ? {} : { [name]: value }
  }
  return groupsOf({
    ids,
    links,
    words,
    traitsOf: (id) => ({ work: named('volume', id), version: named('carrier', id) }),
  })
}

const worksOf = (parts: Parameters<typeof grouped>[0]): Record<string, string> =>
  Object.fromEntries([...grouped(parts).places].map(([id, { work }]) => [id, work]))

t.test('a work is what links connect, named after its smallest record', async (t) => {
  t.same(worksOf({ ids: ['a', 'b', 'c', 'd'], links: [link('b', 'c'), link('c', 'd')] }), {
    a: 'a',
    b: 'b',
    c: 'b',
    d: 'b',
  })
})

t.test('two volumes do not become one work through a record that names none', async (t) => {
  const links = [link('v1', 'x', 90), link('v2', 'x', 85)]
  const { places, cut } = grouped({ links, traits: { v1: { volume: '1' }, v2: { volume: '2' } } })
  t.equal(places.get('x')?.work, places.get('v1')?.work, 'it stays where its link is the strongest')
  t.not(places.get('v2')?.work, places.get('v1')?.work)
  t.same([...cut], [['v2 x', 'volume']])
})

t.test('carriers are versions of one work', async (t) => {
  const { places } = grouped({
    links: [link('a', 'b', 90, 'version'), link('b', 'c', 85, 'version'), link('c', 'd', 95, 'version')],
    traits: { a: { carrier: 'print' }, c: { carrier: 'online' } },
  })
  t.same(
    [...places].map(([id, { work, version }]) => [id, work, version]),
    [
      ['a', 'a', 'a'],
      ['b', 'a', 'a'],
      ['c', 'a', 'c'],
      ['d', 'a', 'c'],
    ],
  )
})

t.test('a librarian’s word outranks every rule, and of two words the newer stands', async (t) => {
  const apart = (a: string, b: string): Word => ({ a, b, says: 'apart' })
  const same = (a: string, b: string): Word => ({ a, b, says: 'same' })
  t.same(worksOf({ links: [link('a', 'b', 99)], words: [apart('a', 'b')] }), { a: 'a', b: 'b' })
  t.same(worksOf({ ids: ['a', 'b'], words: [same('a', 'b')] }), { a: 'a', b: 'a' })
  t.same(worksOf({ words: [same('a', 'b'), apart('a', 'b')] }), { a: 'a', b: 'a' })
  t.same(worksOf({ words: [apart('a', 'b'), same('a', 'b')] }), { a: 'a', b: 'b' })
  t.same(
    worksOf({ links: [link('a', 'b'), link('b', 'c')], words: [apart('a', 'c')] }),
    { a: 'a', b: 'a', c: 'c' },
    'nor does a third record lead around it',
  )
  t.same(
    worksOf({ words: [same('a', 'b')], ids: ['a', 'b'], traits: { a: { volume: '1' }, b: { volume: '2' } } }),
    { a: 'a', b: 'a' },
  )
})

t.test('two large works that one weak link would join stay two, and the link is told', async (t) => {
  const clique = (name: string, size: number) =>
    Array.from({ length: size - 1 }, (_, at) =>
      link(`${name}00`, `${name}${String(at + 1).padStart(2, '0')}`, 95),
    )
  const weak = link('a05', 'b05', 56)
  const { places, cut } = grouped({ links: [...clique('a', 30), ...clique('b', 30), weak] })
  t.not(places.get('a00')?.work, places.get('b00')?.work)
  t.same([...cut], [['a05 b05', 'size']])
  t.equal(new Set([...places.values()].map(({ work }) => work)).size, 2)
})

t.test('a work that many records vouch for grows by weak links too', async (t) => {
  const ids = Array.from({ length: 60 }, (_, at) => `r${String(at).padStart(2, '0')}`)
  const links = ids.flatMap((id, at) => ids.slice(at + 1, at + 5).map((other) => link(id, other, 56)))
  t.equal(new Set([...grouped({ ids, links }).places.values()].map(({ work }) => work)).size, 1)
  const chain = ids.slice(1).map((id, at) => link(ids[at] as string, id, 56))
  const { cut } = grouped({ ids, links: chain })
  t.ok([...cut.values()].includes('size'), 'a chain of as many does not')
})

t.test(
  'what comes of it does not depend on the order of records, links and words of equal age',
  async (t) => {
    const links = [link('a', 'b', 80), link('b', 'c', 80), link('c', 'd', 80), link('a', 'd', 80)]
    const traits = { a: { volume: '1' }, c: { volume: '2' } }
    const wanted = worksOf({ links, traits })
    t.same(worksOf({ links: [...links].reverse(), ids: ['d', 'c', 'b', 'a'], traits }), wanted)
  },
)

t.test('a record in one language does not join books in two other pairs of languages', async (t) => {
  const languages: Record<string, string[]> = {
    a: ['eng', 'chi'],
    b: ['eng'],
    c: ['eng', 'ara'],
    d: ['chi', 'eng'],
  }
  const { places } = groupsOf({
    ids: Object.keys(languages),
    links: [link('a', 'b', 90), link('b', 'c'), link('b', 'd')],
    words: [],
    traitsOf: (id) =>
      traitsOf(cluesOf(described({ title: 'The giant turnip', languages: languages[id] ?? [] }))),
  })
  t.same(
    [...places].map(([id, { work }]) => id + work),
    ['aa', 'ba', 'cc', 'da'],
  )
})

t.test('nor does one that names no language join a book in a third to a pair of others', async (t) => {
  const languages: Record<string, string[]> = { a: ['eng', 'chi'], b: [], c: ['fre'] }
  for (const links of [
    [link('a', 'b', 90), link('b', 'c')],
    [link('b', 'c', 90), link('a', 'b')],
  ]) {
    const { places } = groupsOf({
      ids: Object.keys(languages),
      links,
      words: [],
      traitsOf: (id) =>
        traitsOf(cluesOf(described({ title: 'The giant turnip', languages: languages[id] ?? [] }))),
    })
    t.not(places.get('a')?.work, places.get('c')?.work)
  }
})
