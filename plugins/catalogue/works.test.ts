import t from 'tap'
import type { Change } from '../../standards/record/change.js'
import { recordIdOf } from './ids.js'
import { openCatalogue, put, remove, standing } from './testing.js'

t.test('identical ISBN with agreeing title is one work with every holding, and says why', async (t) => {
  const { push, get, workIdOf } = await openCatalogue(t)
  await push('one/main', [put({ id: '1', title: 'The selfish gene', isbn: '0192860925' })])
  await push('two/main', [put({ id: 'x', title: 'The Selfish Gene /', isbn: '978-0-19-286092-7' })])
  const id = await workIdOf('one/main', '1')
  t.equal(await workIdOf('two/main', 'x'), id)
  const work = await get(`/v1/works/${id}`)
  t.same(
    work.holdings
      .map(({ member, sourceId }: { member: string; sourceId: string }) => [member, sourceId])
      .sort(),
    [
      ['one', '1'],
      ['two', 'x'],
    ],
  )
  t.match((await get(`/v1/works/${id}/why`)).pairs, [
    {
      evidence: [
        { name: 'title', agreement: 'same', a: 'The Selfish Gene', b: 'The selfish gene' },
        { name: 'language' },
        { name: 'isbn', agreement: 'same', reason: { zh: /书号/ } },
      ],
    },
  ])
})

t.test('the same ISBN under another title is another work', async (t) => {
  const { push, workIdOf } = await openCatalogue(t)
  await push('one/main', [
    put({ id: '1', title: '中国文学史', isbn: '7101000878' }),
    put({ id: '2', title: '唐诗三百首', isbn: '7101000878' }),
  ])
  t.not(await workIdOf('one/main', '1'), await workIdOf('one/main', '2'))
})

t.test('anyone can ask why two works are two', async (t) => {
  const { push, get, workIdOf, app } = await openCatalogue(t)
  await push('one/main', [
    put({ id: '1', title: '中国文学史', isbn: '7101000878' }),
    put({ id: '2', title: '唐诗三百首', isbn: '7101000878' }),
  ])
  const [one, two] = [await workIdOf('one/main', '1'), await workIdOf('one/main', '2')]
  const { beside } = await get(`/v1/works/${one}/why?beside=${two}`)
  t.match(beside, { work: two, pairs: [{ outcome: 'apart' }] })
  t.match(beside.pairs[0].evidence[0], {
    name: 'title',
    agreement: 'differs',
    a: '中国文学史',
    b: '唐诗三百首',
    reason: { zh: /题名/ },
  })
  t.same((await get(`/v1/works/${one}/why?beside=${one}`)).beside, { work: one, pairs: [] })
  t.match((await app.inject(`/v1/works/${one}/why?beside=w_none`)).json(), {
    status: 404,
    code: 'WORK_UNKNOWN',
    detail: /w_none/,
  })
})

t.test('a work whose record leaves goes on, under an id that the old one leads to', async (t) => {
  const { push, get, workIdOf, app } = await openCatalogue(t)
  await push('one/main', [put({ id: '1', title: 'Walden', isbn: '9780691096124' })])
  await push('two/main', [put({ id: 'x', title: 'Walden', isbn: '9780691096124' })])
  const joined = (await workIdOf('one/main', '1')) as string
  await push('one/main', [remove('1')])
  const left = (await workIdOf('two/main', 'x')) as string
  const work = await get(`/v1/works/${joined}`)
  t.equal(work.id, left)
  t.match(work.holdings, [{ member: 'two', sourceId: 'x' }])
  await push('two/main', [remove('x')])
  t.equal((await app.inject({ url: `/v1/works/${left}` })).statusCode, 404)
})

t.test('works are the same in whatever order the records come', async (t) => {
  const all = [
    put({ id: '1', title: 'Walden', isbn: '9780691096124' }),
    put({ id: '2', title: 'Walden, or Life in the woods', isbn: '9780691096124' }),
    put({ id: '3', title: 'Walden', isbn: '9780486284958' }),
    put({ id: '4', title: 'Civil disobedience', isbn: '9780486284958' }),
  ]
  const partitions = []
  for (const order of [
    [0, 1, 2, 3],
    [3, 2, 1, 0],
    [1, 3, 0, 2],
  ]) {
    const { push, workIdOf } = await openCatalogue(t)
    for (const index of order) await push('one/main', [all[index] as Change])
    partitions.push(await Promise.all(['1', '2', '3', '4'].map((id) => workIdOf('one/main', id))))
  }
  t.same(partitions[1], partitions[0])
  t.same(partitions[2], partitions[0])
})

t.test('what a source shares with nobody is shown to nobody', async (t) => {
  const { push, services, workIdOf, app, catalogue } = await openCatalogue(t)
  await services.members.addSource({
    member: 'one',
    name: 'private',
    adapter: 'scripted',
    options: {},
    share: 'none',
  })
  await push('one/private', [put({ id: '1', title: 'Hidden' })])
  const id = (await workIdOf('one/private', '1')) as string
  t.equal((await app.inject({ url: `/v1/works/${id}` })).statusCode, 404)
  t.same(await catalogue.documents([id]), [{ id, gone: true }])
  t.equal((await app.inject({ url: `/v1/records/${recordIdOf('one/private', '1')}` })).statusCode, 404)
})

t.test('a work that was renamed more often than anyone counts is found by its first id', async (t) => {
  const { push, get, workIdOf } = await openCatalogue(t)
  const isbn = '9780691096124'
  const ids = Array.from({ length: 200 }, (_, id) => String(id))
  const byId = ids
    .map((id) => [recordIdOf('one/main', id), id] as const)
    .sort(([one], [two]) => (one < two ? 1 : -1))
  let first: string | null = null
  for (const [, id] of byId.slice(0, 50)) {
    await push('one/main', [put({ id, title: 'Walden', isbn })])
    first ??= await workIdOf('one/main', id)
  }
  const last = await workIdOf('one/main', byId[49]![1])
  t.equal((await get(`/v1/works/${first}`)).id, last)
})

t.test('a record that becomes an authority leaves its work, and comes back as a description', async (t) => {
  const { push, get, workIdOf } = await openCatalogue(t)
  const walden = { title: 'Walden', isbn: '9780691096124' }
  await push('one/main', [put({ id: '1', ...walden })])
  await push('two/main', [put({ id: 'x', ...walden })])
  const authority = (change: Change): Change => ({ ...change, kind: 'authority' }) as Change
  await push('one/main', [authority(put({ id: '1', title: 'Thoreau' }))])
  t.equal(await workIdOf('one/main', '1'), null)
  const id = (await workIdOf('two/main', 'x')) as string
  t.match((await get(`/v1/works/${id}`)).holdings, [{ member: 'two' }])
  await push('one/main', [put({ id: '1', ...walden })])
  t.equal(await workIdOf('one/main', '1'), await workIdOf('two/main', 'x'))
})

t.test('the id of a work that was deleted leads on when its record comes back into another', async (t) => {
  const { push, get, workIdOf } = await openCatalogue(t)
  const ids = ['1', '2', '3', '4'].sort((a, b) =>
    recordIdOf('one/main', a) < recordIdOf('one/main', b) ? -1 : 1,
  )
  const [small, large] = ids as [string, string]
  const walden = { title: 'Walden', isbn: '9780691096124' }
  await push('one/main', [put({ id: large, ...walden })])
  const first = await workIdOf('one/main', large)
  await push('one/main', [remove(large)])
  await push('one/main', [put({ id: small, ...walden }), put({ id: large, ...walden })])
  t.equal((await get(`/v1/works/${first}`)).id, await workIdOf('one/main', small))
})

t.test('a merged field is from a record that may be shown: the next permitted source steps in', async (t) => {
  const { push, services, get, workIdOf } = await openCatalogue(t)
  await services.members.addSource({
    member: 'one',
    name: 'private',
    adapter: 'scripted',
    options: {},
    share: 'none',
  })
  const isbn = '9780691096124'
  await push('one/private', [
    put({ id: '1', title: 'Walden', isbn, author: 'Hidden, H.', year: '1954', subject: 'Secrets' }),
  ])
  await push('two/main', [put({ id: 'x', title: 'Walden', isbn, author: 'Thoreau, H.' })])
  const work = await get(`/v1/works/${await workIdOf('two/main', 'x')}`)
  t.match(work.holdings, [{ member: 'two' }])
  t.equal(work.holdings.length, 1)
  t.notMatch(JSON.stringify(work), /Hidden|Secrets|one\/private/)
  t.same([...new Set(Object.values(work.sources))], [recordIdOf('two/main', 'x')])
  t.same((await get(`/v1/works/${work.id}/why`)).pairs, [])
})

t.test('the words that join two records are the same whichever came first', async (t) => {
  const both = [
    put({ id: '1', title: 'Walden', isbn: '9780691096124' }),
    put({ id: '2', title: 'Walden or Life in the woods', isbn: '9780691096124' }),
  ]
  const said = []
  for (const changes of [both, [...both].reverse()]) {
    const open = await openCatalogue(t)
    for (const change of changes) await open.push('one/main', [change])
    said.push((await standing(open)).edges)
  }
  t.equal(said[0]?.length, 1)
  t.same(said[0], said[1])
})
