import t from 'tap'
import { readDescription } from '../../standards/record/packed.js'
import { marc, openCatalogue, put } from './testing.js'

t.test('a record shows its lineage and the bytes it came from', async (t) => {
  const { push, get, app, database } = await openCatalogue(t)
  const { run } = await push('one/main', [put({ id: '1', title: 'One' })])
  const { id } = await database.selectFrom('catalogueRecord').select('id').executeTakeFirstOrThrow()
  t.match(await get(`/v1/records/${id}`), {
    source: 'one/main',
    sourceId: '1',
    format: 'marc21',
    version: 1,
    description: { titles: [{ value: 'One' }], provenance: { titles: ['245$a'] } },
  })
  const provenance = await get(`/v1/records/${id}/provenance`)
  t.same(
    provenance.steps.map(({ step }: { step: string }) => step),
    ['harvested', 'kept', 'described', 'checked', 'stored', 'joined'],
  )
  t.match(provenance, { steps: [{ run }], fields: { titles: ['245$a'] } })
  t.notOk(provenance.steps[2].details, 'the crosswalk of today described it')
  t.same(
    (await app.inject({ url: `/v1/records/${id}/raw` })).rawPayload,
    Buffer.from(marc({ id: '1', title: 'One' })),
  )
})

t.test(
  'lineage is not kept beside each record; of one that an older crosswalk described it says so',
  async (t) => {
    const { push, get, database } = await openCatalogue(t)
    await push('one/main', [put({ id: '1', title: 'One' })])
    const { recordId, description } = await database
      .selectFrom('catalogueContent')
      .select(['recordId', 'description'])
      .executeTakeFirstOrThrow()
    t.same(readDescription(description).provenance, {})
    await database.updateTable('catalogueRecord').set({ crosswalk: 'marc21@0' }).execute()
    t.match(await get(`/v1/records/${recordId}/provenance`), {
      steps: [{}, {}, { step: 'described', by: 'marc21@0', details: { fieldsBy: /^marc21@[1-9]/ } }],
      fields: { titles: ['245$a'] },
    })
  },
)

t.test('pushed changes need the operator’s token, and each fault is named', async (t) => {
  const { app, operator } = await openCatalogue(t)
  const url = '/v1/sources/one%2Fmain/changes'
  const bytes = Buffer.from(marc({ id: '1', title: 'Pushed' })).toString('base64')
  const payload = { changes: [{ op: 'put', format: 'marc21', bytes }] }
  const headers = { authorization: `Bearer ${operator}` }
  t.match((await app.inject({ method: 'POST', url, payload })).json(), { status: 401, code: 'TOKEN_MISSING' })
  t.match((await app.inject({ method: 'POST', url, payload, headers })).json(), {
    read: 1,
    accepted: 1,
    kind: 'push',
  })
  t.match((await app.inject({ method: 'POST', url, payload, headers })).json(), { read: 1, unchanged: 1 })
  const extra = { changes: [{ op: 'put', format: 'marc21', bytes, member: 'two' }] }
  t.match((await app.inject({ method: 'POST', url, payload: extra, headers })).json(), {
    status: 400,
    code: 'UNKNOWN_FIELD',
    errors: [{ path: 'body.changes.0.member' }],
  })
  const lacking = { changes: [{ op: 'delete' }] }
  t.match((await app.inject({ method: 'POST', url, payload: lacking, headers })).json(), {
    status: 400,
    errors: [{ path: 'body.changes.0.sourceId' }],
  })
})

t.test('a member alone means its source main, and a source that is mistyped is no empty one', async (t) => {
  const { push, get } = await openCatalogue(t)
  await push('one/main', [put({ id: '1' })])
  for (const [call, list] of [
    ['runs', 'runs'],
    ['quarantine', 'quarantine'],
    ['quarantine/groups', 'groups'],
    ['quarantine/history', 'runs'],
  ] as const) {
    for (const source of ['one', 'one/main'])
      t.equal((await get(`/v1/${call}?source=${source}`))[list].length, 1, `${call} of ${source}`)
    t.match(await get(`/v1/${call}?source=one/mian`), { status: 404, code: 'SOURCE_UNKNOWN' }, call)
  }
  t.match(await get('/v1/quarantine/export.csv?source=one/mian'), { status: 404, code: 'SOURCE_UNKNOWN' })
})
