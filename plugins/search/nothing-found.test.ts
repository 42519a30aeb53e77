import t, { type Test } from 'tap'
import type { Member, SearchAnswer } from '../../gateway/contracts/index.js'
import { testKernel } from '../../gateway/testing.js'
import { search } from './index.js'
import { agent, description, fakeCatalogue, fakeMembers, present, titles } from './testing.js'

const book = (title: string, edtf: string, name: string) =>
  description({
    titles: titles(title),
    agents: [agent(name)],
    dates: [{ kind: 'issued', edtf, text: edtf }],
  })

const works = [
  present('w1', book('红楼梦', '1996', '曹雪芹')),
  present('w2', book('The Art of War', '2010', 'Sunzi')),
  present('w3', book('A History of Libraries', '2001', 'Michael Harris')),
]

const opened = async (t: Test, members: Member[] = []) => {
  const catalogue = fakeCatalogue()
  const kernel = await testKernel({ plugins: [fakeMembers(members), catalogue.plugin, search] })
  t.teardown(kernel.close)
  for (const one of works) catalogue.works.set(one.id, one)
  await catalogue.announce(works.map(({ id }) => id))
  return async (q: string, more = '') =>
    (await kernel.app.inject(`/v1/search?q=${encodeURIComponent(q)}${more}`)).json<SearchAnswer>()
}

t.test('a filter that removes all is named, with what is there without it', async (t) => {
  const get = await opened(t)
  t.same((await get('红楼梦', '&type=map&year=1990..2000')).help, [
    { reason: 'filter', field: 'type', total: 1 },
    { reason: 'filters', total: 1 },
  ])
  t.same((await get('红楼梦', '&type=map')).help, [{ reason: 'filters', total: 1 }])
  t.same((await get('红楼梦', '&type=map&year=1800')).help, [{ reason: 'filters', total: 1 }])
})

t.test('a word that nobody has is named, with what is there without it', async (t) => {
  const get = await opened(t)
  t.same((await get('红楼梦 曹雪芹 qwertyuiop')).help, [
    { reason: 'word', word: 'qwertyuiop', q: '红楼梦 曹雪芹', total: 1 },
  ])
})

t.test('where the filters too are in the way, it is told what is there without them', async (t) => {
  const get = await opened(t)
  t.same((await get('红楼梦 qwertyuiop', '&type=map')).help, [
    { reason: 'word', word: 'qwertyuiop', q: '红楼梦', total: 1, withoutFilters: true },
  ])
})

t.test('words that nobody has together are told apart from words that nobody has', async (t) => {
  const get = await opened(t)
  t.same((await get('红楼梦 libraries')).help, [
    { reason: 'together', word: '红楼梦', q: 'libraries', total: 1 },
    { reason: 'together', word: 'libraries', q: '红楼梦', total: 1 },
  ])
})

t.test('a field in which it is not gives way to all fields', async (t) => {
  const get = await opened(t)
  t.same((await get('作者：红楼梦')).help, [{ reason: 'prefix', word: '作者', q: '红楼梦', total: 1 }])
  t.same((await get('title: Sunzi')).help?.[0], { reason: 'prefix', word: 'title', q: 'Sunzi', total: 1 })
  t.same((await get('artist:Libraries')).help, [
    { reason: 'prefix', word: 'artist', q: 'Libraries', total: 1 },
  ])
  t.notOk(
    (await get('作者:夜航船')).help?.some(({ reason }) => reason === 'prefix'),
    'nobody has it anywhere',
  )
})

t.test('of a long query the part that somebody has is proposed', async (t) => {
  const get = await opened(t)
  t.same((await get('红楼梦乾坤清气')).help, [{ reason: 'part', q: '红楼梦', total: 1 }])
  t.same((await get('a1 b2 c3 d4 e5 history of libraries')).help, [
    { reason: 'part', q: 'of libraries', total: 1 },
  ])
})

t.test('a member that is away is named, first where it was chosen', async (t) => {
  const away = { id: 'nlc', type: 'library', name: 'National Library', stage: 'suspended' } as Member
  const get = await opened(t, [away])
  t.same((await get('玄黄洪荒')).help, [
    { reason: 'script', script: 'Hani' },
    { reason: 'member', member: 'nlc' },
  ])
  t.same((await get('红楼梦', '&member=nlc')).help, [
    { reason: 'member', member: 'nlc' },
    { reason: 'filters', total: 1 },
  ])
  t.equal((await get('红楼梦')).help, undefined)
})

t.test('another script is proposed when nothing else is left', async (t) => {
  const get = await opened(t)
  t.same((await get('Война')).help, [{ reason: 'script', script: 'Cyrl' }])
  t.same((await get('玄黄洪荒')).help, [{ reason: 'script', script: 'Hani' }])
  t.same((await get('12345')).help, [])
})

t.test('what finds something is helped no further', async (t) => {
  const get = await opened(t)
  t.equal((await get('红楼梦')).help, undefined)
  t.equal((await get('', '&type=map')).help?.[0]?.reason, 'filters')
})
