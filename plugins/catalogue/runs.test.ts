import t from 'tap'

t.test('a run balances: everything read is accepted, set aside, deleted, unchanged or empty', async (t) => {
  const { push } = await openCatalogue(t)
  const first = await push('one/main', [
    put({ id: '1', title: 'A history of reading' }),
    put({ id: '2' }),
    put({ title: 'Without an identifier' }),
    { op: 'empty' },
    remove('9'),
    { op: 'broken', bytes: Buffer.from('00024xx'), finding: { code: 'MARC_INVALID', detail: 'cut' } },
  ])
  t.match(first, {
    state: 'finished',
    read: 6,
    accepted: 2,
    quarantined: 2,
    empty: 1,
    deleted: 1,
    unchanged: 0,
    indexed: 2,
  })
  t.ok(first.warned >= 1, 'a record without an identifier is warned of')
  const second = await push('one/main', [
    put({ id: '1', title: 'A history of reading' }),
    put({ id: '1', title: 'A history of writing' }),
  ])
  t.match(second, { read: 2, accepted: 1, unchanged: 1, quarantined: 0 })
})

t.test('a run without one success is a failure that says so', async (t) => {
  const { push } = await openCatalogue(t)
  const report = await push('one/main', [put({ id: '1' }), put({ id: '2' })])
  t.match(report, { state: 'failed', error: { code: 'RUN_WITHOUT_SUCCESS' }, quarantined: 2 })
})

t.test('a harvest that is cut goes on at the page it was at, as the same run', async (t) => {
  const script: Script = {
    pages: [
      [put({ id: '1', title: 'One' })],
      [put({ id: '2', title: 'Two' })],
      [put({ id: '3', title: 'Three' })],
    ],
    asked: [],
  }
  const { catalogue, database } = await openCatalogue(t, { script })
  const controller = new AbortController()
  const cut = await catalogue.harvest('one', {
    signal: controller.signal,
    onProgress: () => controller.abort(new Error('cancelled')),
  })
  t.match(cut, { state: 'cancelled', read: 1, error: { code: 'RUN_CANCELLED' } })
  const report = await catalogue.harvest('one', { signal })
  t.match(report, { run: cut.run, state: 'finished', read: 3, accepted: 3 })
  t.same(script.asked, [null, { page: 1 }])
  await catalogue.harvest('one', { signal })
  t.same(
    script.asked[2],
    { page: 0, from: 'later' },
    'the next harvest starts from the bookmark of the clean end',
  )
  t.equal(
    await database
      .selectFrom('catalogueRecord')
      .select('id')
      .execute()
      .then((rows) => rows.length),
    3,
  )
})

t.test('a harvest that fails leaves its bookmark where it was and says what happened', async (t) => {
  const script: Script = {
    pages: [[put({ id: '1', title: 'One' })], [put({ id: '2', title: 'Two' })]],
    failBefore: 1,
    asked: [],
  }
  const { catalogue } = await openCatalogue(t, { script })
  t.match(await catalogue.harvest('one', { signal }), {
    state: 'failed',
    read: 1,
    accepted: 1,
    error: { code: 'INTERNAL' },
  })
  delete script.failBefore
  await catalogue.harvest('one', { signal })
  t.same(script.asked, [null, null], 'no bookmark was kept')
})
