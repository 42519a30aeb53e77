import t from 'tap'
import { testKernel } from '../../gateway/testing.js'
import type { Change } from '../../standards/record/change.js'
import { members } from '../members/index.js'
import { recordIdOf } from './ids.js'
import { catalogue } from './index.js'
import { marc, put, remove, scripted, sink } from './testing.js'

const signal = new AbortController().signal
type Test = { teardown(end: () => Promise<void>): void }

const open = async (t: Test, script: Parameters<typeof scripted>[0] = { pages: [], asked: [] }) => {
  const kernel = await testKernel({ plugins: [members, catalogue, sink], adapters: [scripted(script)] })
  t.teardown(kernel.close)
  const { services } = kernel
  for (const id of ['one', 'two']) {
    await services.members.add({ id, name: id, type: 'library' })
    await services.members.addSource({ member: id, name: 'main', adapter: 'scripted', options: {} })
  }
  const get = async (url: string) => (await kernel.app.inject({ url })).json()
  const push = (source: string, changes: Change[]) => services.catalogue.push(source, changes, { signal })
  const workIdOf = async (source: string, sourceId: string): Promise<string | null> => {
    const row = await kernel.gateway.database.kysely.selectFrom('catalogueRecord').select('workId').where('source', '=', source).where('sourceId', '=', sourceId).executeTakeFirst()
    return row?.workId ?? null
  }
  return { ...kernel, get, push, workIdOf, catalogue: services.catalogue }
}

t.test('a run balances: everything read is accepted, set aside, deleted, unchanged or empty', async (t) => {
  const { push } = await open(t)
  const first = await push('one/main', [
    put({ id: '1', title: 'A history of reading' }),
    put({ id: '2' }),
    put({ title: 'Without an identifier' }),
    { op: 'empty' },
    remove('9'),
    { op: 'broken', bytes: Buffer.from('00024xx'), finding: { code: 'MARC_INVALID', detail: 'cut' } },
  ])
  t.match(first, { state: 'finished', read: 6, accepted: 2, quarantined: 2, empty: 1, deleted: 1, unchanged: 0, indexed: 2 })
  t.ok(first.warned >= 1, 'a record without an identifier is warned of')
  const second = await push('one/main', [put({ id: '1', title: 'A history of reading' }), put({ id: '1', title: 'A history of writing' })])
  t.match(second, { read: 2, accepted: 1, unchanged: 1, quarantined: 0 })
})

t.test('a run without one success is a failure that says so', async (t) => {
  const { push } = await open(t)
  const report = await push('one/main', [put({ id: '1' }), put({ id: '2' })])
  t.match(report, { state: 'failed', error: { code: 'RUN_WITHOUT_SUCCESS' }, quarantined: 2 })
})

t.test('identical ISBN with agreeing title is one work with every holding, and says why', async (t) => {
  const { push, get, workIdOf } = await open(t)
  await push('one/main', [put({ id: '1', title: 'The selfish gene', isbn: '0192860925' })])
  await push('two/main', [put({ id: 'x', title: 'The Selfish Gene /', isbn: '978-0-19-286092-7' })])
  const id = await workIdOf('one/main', '1')
  t.equal(await workIdOf('two/main', 'x'), id)
  const work = await get(`/v1/works/${id}`)
  t.same(work.holdings.map(({ member, sourceId }: { member: string; sourceId: string }) => [member, sourceId]).sort(), [['one', '1'], ['two', 'x']])
  t.match((await get(`/v1/works/${id}/why`)).pairs, [{ rule: 'identifier-and-title', evidence: { isbn: '9780192860927', title: 'selfish gene' } }])
})

t.test('the same ISBN under another title is another work', async (t) => {
  const { push, workIdOf } = await open(t)
  await push('one/main', [put({ id: '1', title: '中国文学史', isbn: '7101000878' }), put({ id: '2', title: '唐诗三百首', isbn: '7101000878' })])
  t.not(await workIdOf('one/main', '1'), await workIdOf('one/main', '2'))
})

t.test('a work whose record leaves goes on, under an id that the old one leads to', async (t) => {
  const { push, get, workIdOf, app } = await open(t)
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
  for (const order of [[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2]]) {
    const { push, workIdOf } = await open(t)
    for (const index of order) await push('one/main', [all[index] as Change])
    partitions.push(await Promise.all(['1', '2', '3', '4'].map((id) => workIdOf('one/main', id))))
  }
  t.same(partitions[1], partitions[0])
  t.same(partitions[2], partitions[0])
})

t.test('a harvest that is cut goes on at the page it was at, as the same run', async (t) => {
  const script: Parameters<typeof scripted>[0] = {
    pages: [[put({ id: '1', title: 'One' })], [put({ id: '2', title: 'Two' })], [put({ id: '3', title: 'Three' })]],
    asked: [],
  }
  const { catalogue, gateway } = await open(t, script)
  const controller = new AbortController()
  const cut = await catalogue.harvest('one', { signal: controller.signal, onProgress: () => controller.abort(new Error('cancelled')) })
  t.match(cut, { state: 'cancelled', read: 1, error: { code: 'RUN_CANCELLED' } })
  const report = await catalogue.harvest('one', { signal })
  t.match(report, { run: cut.run, state: 'finished', read: 3, accepted: 3 })
  t.same(script.asked, [null, { page: 1 }])
  await catalogue.harvest('one', { signal })
  t.same(script.asked[2], { page: 0, from: 'later' }, 'the next harvest starts from the bookmark of the clean end')
  t.equal(await gateway.database.kysely.selectFrom('catalogueRecord').select('id').execute().then((rows) => rows.length), 3)
})

t.test('a harvest that fails leaves its bookmark where it was and says what happened', async (t) => {
  const script: Parameters<typeof scripted>[0] = { pages: [[put({ id: '1', title: 'One' })], [put({ id: '2', title: 'Two' })]], failBefore: 1, asked: [] }
  const { catalogue } = await open(t, script)
  t.match(await catalogue.harvest('one', { signal }), { state: 'failed', read: 1, accepted: 1, error: { code: 'INTERNAL' } })
  delete script.failBefore
  await catalogue.harvest('one', { signal })
  t.same(script.asked, [null, null], 'no bookmark was kept')
})

t.test('what was set aside keeps its bytes and reason, and comes in once it is mended', async (t) => {
  const { push, catalogue, get, app, operator } = await open(t)
  await push('one/main', [put({ id: '1', title: 'Kept' }), put({ id: '2' })])
  const [entry] = (await get('/v1/quarantine')).quarantine
  t.match(entry, { source: 'one/main', sourceId: '2', state: 'open', finding: { code: 'RECORD_TITLE_MISSING' } })
  const authorization = `Bearer ${operator}`
  const shown = await app.inject({ url: `/v1/quarantine/${entry.number}`, headers: { authorization } })
  t.same(Buffer.from(shown.json().bytes, 'base64'), Buffer.from(marc({ id: '2' })))
  t.match(await catalogue.retry({ number: entry.number }, { signal }), [{ quarantined: 1, accepted: 0 }])
  t.equal((await get('/v1/quarantine?state=open')).quarantine.length, 1, 'still one entry, not two')
  const replacement = marc({ id: '2', title: 'Mended' })
  t.match(await catalogue.retry({ number: entry.number, replacement }, { signal }), [{ accepted: 1, quarantined: 0 }])
  t.equal((await get('/v1/quarantine?state=open')).quarantine.length, 0)
})

t.test('a record that comes in again whole takes its entry out of quarantine', async (t) => {
  const { push, get } = await open(t)
  await push('one/main', [put({ id: '1', title: 'Kept' }), put({ id: '2' })])
  await push('one/main', [put({ id: '2', title: 'Sent again' })])
  t.equal((await get('/v1/quarantine?state=open')).quarantine.length, 0)
})

t.test('a record shows its lineage and the bytes it came from', async (t) => {
  const { push, get, app, gateway } = await open(t)
  const { run } = await push('one/main', [put({ id: '1', title: 'One' })])
  const { id } = await gateway.database.kysely.selectFrom('catalogueRecord').select('id').executeTakeFirstOrThrow()
  t.match(await get(`/v1/records/${id}`), { source: 'one/main', sourceId: '1', format: 'marc21', version: 1 })
  const provenance = await get(`/v1/records/${id}/provenance`)
  t.same(provenance.steps.map(({ step }: { step: string }) => step), ['harvested', 'kept', 'described', 'checked', 'stored', 'joined'])
  t.match(provenance, { steps: [{ run }], fields: { titles: ['245$a'] } })
  t.same((await app.inject({ url: `/v1/records/${id}/raw` })).rawPayload, Buffer.from(marc({ id: '1', title: 'One' })))
})

t.test('what a source shares with nobody is shown to nobody', async (t) => {
  const { push, services, workIdOf, app, catalogue } = await open(t)
  await services.members.addSource({ member: 'one', name: 'private', adapter: 'scripted', options: {}, share: 'none' })
  await push('one/private', [put({ id: '1', title: 'Hidden' })])
  const id = (await workIdOf('one/private', '1')) as string
  t.equal((await app.inject({ url: `/v1/works/${id}` })).statusCode, 404)
  t.same(await catalogue.documents([id]), [{ id, gone: true }])
  t.equal((await app.inject({ url: `/v1/records/${recordIdOf('one/private', '1')}` })).statusCode, 404)
})

t.test('pushed changes need the operator’s token, and each fault is named', async (t) => {
  const { app, operator } = await open(t)
  const url = '/v1/sources/one%2Fmain/changes'
  const bytes = Buffer.from(marc({ id: '1', title: 'Pushed' })).toString('base64')
  const payload = { changes: [{ op: 'put', format: 'marc21', bytes }] }
  const headers = { authorization: `Bearer ${operator}` }
  t.match((await app.inject({ method: 'POST', url, payload })).json(), { status: 401, code: 'TOKEN_MISSING' })
  t.match((await app.inject({ method: 'POST', url, payload, headers })).json(), { read: 1, accepted: 1, kind: 'push' })
  t.match((await app.inject({ method: 'POST', url, payload, headers })).json(), { read: 1, unchanged: 1 })
  const extra = { changes: [{ op: 'put', format: 'marc21', bytes, member: 'two' }] }
  t.match((await app.inject({ method: 'POST', url, payload: extra, headers })).json(), { status: 400, code: 'UNKNOWN_FIELD', errors: [{ path: 'body.changes.0.member' }] })
  const lacking = { changes: [{ op: 'delete' }] }
  t.match((await app.inject({ method: 'POST', url, payload: lacking, headers })).json(), { status: 400, errors: [{ path: 'body.changes.0.sourceId' }] })
})

t.test('absent from a full list once is a suspicion, twice a deletion, and a shrunken list deletes nothing', async (t) => {
  const all = Array.from({ length: 10 }, (_, number) => put({ id: String(number), title: `Title ${number}` }))
  const script: Parameters<typeof scripted>[0] = { pages: [all], asked: [] }
  const { catalogue } = await open(t, script)
  const harvest = () => catalogue.harvest('one', { signal, full: true })
  const live = async () => (await catalogue.counts()).records
  await harvest()
  script.pages = [all.slice(1)]
  t.match(await harvest(), { missing: 1, deleted: 0 })
  t.equal(await live(), 10)
  await harvest()
  t.equal(await live(), 9)
  script.pages = [all.slice(0, 2)]
  t.match((await harvest()).notes?.join(), /HARVEST_SHRINK/)
  await harvest()
  t.equal(await live(), 10, 'the record that came back is live again, and nothing else left')
  script.pages = [[]]
  t.match(await harvest(), { read: 0, missing: 10 })
  t.equal(await live(), 10)
})
