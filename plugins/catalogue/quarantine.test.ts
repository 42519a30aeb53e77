import t from 'tap'

t.test('what was set aside keeps its bytes and reason, and comes in once it is mended', async (t) => {
  const { push, catalogue, get, app, operator } = await openCatalogue(t)
  await push('one/main', [put({ id: '1', title: 'Kept' }), put({ id: '2' })])
  const [entry] = (await get('/v1/quarantine')).quarantine
  t.match(entry, {
    source: 'one/main',
    sourceId: '2',
    state: 'open',
    finding: { code: 'RECORD_TITLE_MISSING' },
  })
  const authorization = `Bearer ${operator}`
  const shown = await app.inject({ url: `/v1/quarantine/${entry.number}`, headers: { authorization } })
  t.same(Buffer.from(shown.json().bytes, 'base64'), Buffer.from(marc({ id: '2' })))
  t.match(await catalogue.retry({ number: entry.number }, { signal }), [{ quarantined: 1, accepted: 0 }])
  t.equal((await get('/v1/quarantine?state=open')).quarantine.length, 1, 'still one entry, not two')
  const replacement = marc({ id: '2', title: 'Mended' })
  t.match(await catalogue.retry({ number: entry.number, replacement }, { signal }), [
    { accepted: 1, quarantined: 0 },
  ])
  t.equal((await get('/v1/quarantine?state=open')).quarantine.length, 0)
})

t.test('a record that comes in again whole takes its entry out of quarantine', async (t) => {
  const { push, get } = await openCatalogue(t)
  await push('one/main', [put({ id: '1', title: 'Kept' }), put({ id: '2' })])
  await push('one/main', [put({ id: '2', title: 'Sent again' })])
  t.equal((await get('/v1/quarantine?state=open')).quarantine.length, 0)
})
