import t from 'tap'

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
    { rule: 'identifier-and-title', evidence: { isbn: '9780192860927', title: 'selfish gene' } },
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
