import t, { type Test } from 'tap'
import { testKernel } from '../../gateway/testing.js'
import { search } from './index.js'
import type { Suggestions } from './suggest.js'
import { agent, description, fakeCatalogue, fakeMembers, present, titles } from './testing.js'

const book = (title: string, name: string, subject: string) =>
  description({
    titles: titles(title),
    agents: [agent(name)],
    subjects: [{ value: subject, kind: 'topic' }],
  })

const works = [
  present('w1', book('图书馆学概论', '吴慰慈', '图书馆学')),
  present('w2', book('大学图书馆管理', '王学', '图书馆管理'), ['delft', 'nlc', 'leiden']),
  present('w3', book('图书馆', '博尔赫斯', '小说')),
  present('w4', book('Library of Babel', 'Borges, Jorge Luis', 'Libraries')),
  present('w5', book('A History of Libraries', 'Harris, Michael', 'Libraries')),
]

const opened = async (t: Test) => {
  const catalogue = fakeCatalogue()
  const kernel = await testKernel({ plugins: [fakeMembers([]), catalogue.plugin, search] })
  t.teardown(kernel.close)
  for (const one of works) catalogue.works.set(one.id, one)
  await catalogue.announce(works.map(({ id }) => id))
  const suggest = async (q: string, limit = 8) =>
    (await kernel.app.inject(`/v1/suggest?q=${encodeURIComponent(q)}&limit=${limit}`)).json<Suggestions>()
  const texts = async (q: string, limit = 8) =>
    (await suggest(q, limit)).completions.map(({ kind, text }) => `${kind} ${text}`)
  return { suggest, texts }
}

t.test('titles that begin so come before those that have it inside, then headings', async (t) => {
  const { texts } = await opened(t)
  t.same(await texts('图书馆'), [
    'title 图书馆',
    'title 图书馆学概论',
    'title 大学图书馆管理',
    'subject 图书馆学',
    'subject 图书馆管理',
  ])
  t.same(await texts('librar'), [
    'title Library of Babel',
    'title A History of Libraries',
    'subject Libraries',
  ])
  t.same(await texts('borg'), ['title Library of Babel', 'agent Borges, Jorge Luis'])
})

t.test('a letter that was just typed narrows what the words before it found', async (t) => {
  const { texts } = await opened(t)
  t.same(await texts('l'), ['title Library of Babel'])
  t.same(await texts('library o'), ['title Library of Babel'])
  t.same(await texts('history l'), ['title A History of Libraries'])
  t.same(await texts('history z'), [])
})

t.test('headings never crowd out titles, nor titles headings', async (t) => {
  const { texts } = await opened(t)
  t.same(await texts('图书馆', 4), [
    'title 图书馆',
    'title 图书馆学概论',
    'subject 图书馆学',
    'subject 图书馆管理',
  ])
  t.equal((await texts('图书馆', 1)).length, 1)
})

t.test('what is marked is what was typed, and the rest is escaped', async (t) => {
  const { suggest } = await opened(t)
  t.match((await suggest('babel')).completions[0], { highlight: 'Library of <mark>Babel</mark>' })
})

t.test('a slip is answered with a word that finds something, and only then', async (t) => {
  const { suggest } = await opened(t)
  t.same(await suggest('librery '), { completions: [], didYouMean: 'library' })
  t.same(await suggest('librery qwertyuiop '), { completions: [] })
})
