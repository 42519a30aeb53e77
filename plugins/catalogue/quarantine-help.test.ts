import t from 'tap'
import { iso2709Splitter } from '../../standards/formats/iso2709-split.js'
import type { Change } from '../../standards/record/change.js'
import { marc, openCatalogue, put, remove } from './testing.js'

const broken = (bytes: string | Uint8Array, code = 'MARC_INVALID'): Change => ({
  op: 'broken',
  format: 'marc21',
  bytes: Buffer.from(bytes),
  finding: { code, detail: 'It is cut.', detailZh: '已截断。' },
})

const opened = async (t: Parameters<typeof openCatalogue>[0]) => {
  const kernel = await openCatalogue(t)
  const authorization = `Bearer ${kernel.operator}`
  const ask = (method: 'GET' | 'POST' | 'PUT', url: string, payload?: Buffer) =>
    kernel.app.inject({
      method,
      url,
      headers: { authorization, ...(payload && { 'content-type': 'application/octet-stream' }) },
      ...(payload && { payload }),
    })
  return { ...kernel, ask }
}

t.test(
  'entries are grouped by cause and source, the most frequent first, each with how to mend it',
  async (t) => {
    const { push, get } = await opened(t)
    await push('one/main', [put({ id: '1' }), broken('x'), put({ id: '2' }), put({ id: '3', title: 'Kept' })])
    await push('two/main', [put({ id: '1' }), put({ id: '3', title: 'Kept' })])
    const { groups } = await get('/v1/quarantine/groups')
    t.match(groups, [
      { code: 'RECORD_TITLE_MISSING', source: 'one/main', count: 2, example: { number: 1, sourceId: '1' } },
      { code: 'MARC_INVALID', source: 'one/main', count: 1 },
      { code: 'RECORD_TITLE_MISSING', source: 'two/main', count: 1 },
    ])
    t.match(groups[0].remedy, { mend: { en: /Add the title/, zh: /补录题名/ }, weight: 10 })
    t.equal((await get('/v1/quarantine/groups?limit=1&offset=1')).groups[0].code, 'MARC_INVALID')
    t.same((await get('/v1/quarantine/groups?state=resolved')).groups, [])
    t.equal((await get('/v1/quarantine?code=MARC_INVALID')).quarantine.length, 1)
  },
)

t.test('one entry shows its bytes with the place marked, its fields and its remedy', async (t) => {
  const { push, ask } = await opened(t)
  const bytes = marc({ id: '7', author: 'Cao' })
  await push('one/main', [
    { ...broken(bytes), finding: { code: 'MARC_TITLE_COUNT', detail: 'x', path: '100' } } as Change,
    put({ id: '0', title: 'Kept' }),
  ])
  const entry = (await ask('GET', '/v1/quarantine/1')).json()
  t.match(entry.shown, { size: bytes.length, text: { marked: '1 ␟aCao␞' } })
  t.ok(entry.shown.fields.some((field: { isMarked: boolean }) => field.isMarked))
  t.match(entry, { carrier: 'iso2709', remedy: { mend: { zh: /正题名/ } } })
})

t.test('a group is retried alone', async (t) => {
  const { push, database, ask, catalogue } = await opened(t)
  await push('one/main', [
    put({ id: '0', title: 'Kept' }),
    broken(marc({ id: '5', title: 'Whole' })),
    put({ id: '1' }),
  ])
  const { runs } = (await ask('POST', '/v1/quarantine/retry?code=MARC_INVALID&source=one%2Fmain')).json()
  t.match(runs, [{ kind: 'retry', read: 1, accepted: 1 }])
  t.same(
    (await catalogue.quarantineGroups({ limit: 9, state: 'open' })).map(({ code }) => code),
    ['RECORD_TITLE_MISSING'],
  )
  const rows = await database
    .selectFrom('catalogueQuarantine')
    .select(['code', 'resolvedRun'])
    .orderBy('number')
    .execute()
  t.same(rows, [
    { code: 'MARC_INVALID', resolvedRun: runs[0].run },
    { code: 'RECORD_TITLE_MISSING', resolvedRun: null },
  ])
})

t.test('what was set aside is exported in its carrier, mended elsewhere, and comes in again', async (t) => {
  const { push, ask } = await opened(t)
  await push('one/main', [put({ id: '0', title: 'Kept' }), put({ id: '1' }), put({ id: '2' })])
  const file = (await ask('GET', '/v1/quarantine/export')).rawPayload
  t.same(file, Buffer.concat([marc({ id: '1' }), marc({ id: '2' })]))
  const splitter = iso2709Splitter()
  const pieces = [...splitter.push(file), ...splitter.end()]
  t.same(
    pieces.map(({ kind }) => kind),
    ['record', 'record'],
  )
  await push('one/main', [put({ id: '1', title: 'One' }), put({ id: '2', title: 'Two' })])
  t.equal((await ask('GET', '/v1/quarantine/export')).statusCode, 404)
})

t.test('carriers that make no one file are named, and chosen', async (t) => {
  const { push, ask, catalogue } = await opened(t)
  await push('one/main', [
    put({ id: '0', title: 'Kept' }),
    put({ id: '1' }),
    broken('<record>', 'XML_NOT_WELL_FORMED'),
  ])
  const refused = await ask('GET', '/v1/quarantine/export')
  t.match([refused.statusCode, refused.json()], [422, { code: 'CARRIER_AMBIGUOUS', detail: /iso2709, xml/ }])
  t.match(
    (await ask('GET', '/v1/quarantine/export?carrier=xml')).body,
    /<collection[^>]*>\n<record>\n<\/collection>/,
  )
  t.same(await catalogue.quarantineCarriers({}), ['iso2709', 'xml'])
})

t.test('the table of reasons says what to do, in two languages', async (t) => {
  const { push, get, app } = await opened(t)
  await push('one/main', [put({ id: '0', title: 'Kept' }), put({ id: '1' })])
  const { body, headers } = await app.inject('/v1/quarantine/export.csv')
  const [labels, row] = body.split('\r\n')
  t.equal(labels, '\ufeffnumber,source,id,byte,code,reason,原因,remedy,处理办法')
  t.match(row, /^1,one\/main,1,,RECORD_TITLE_MISSING,.*题名不得为空.*Add the title.*补录题名/)
  t.match(headers['content-disposition'], /set-aside\.csv/)
  t.equal((await get('/v1/quarantine?code=lower')).code, 'INPUT_INVALID')
})

t.test('what a person mended takes the place of one record', async (t) => {
  const { push, ask } = await opened(t)
  await push('one/main', [put({ id: '0', title: 'Kept' }), put({ id: '1' })])
  const sent = await ask('PUT', '/v1/quarantine/1', Buffer.from(marc({ id: '1', title: 'Mended' })))
  t.match(sent.json(), { kind: 'retry', accepted: 1 })
  t.equal((await ask('PUT', '/v1/quarantine/1', Buffer.from('x'))).json().code, 'QUARANTINE_RESOLVED')
})

t.test('what each run set aside, resolved and left open is counted', async (t) => {
  const { push, get } = await opened(t)
  const first = await push('one/main', [put({ id: '0', title: 'Kept' }), put({ id: '1' }), put({ id: '2' })])
  const second = await push('one/main', [put({ id: '1', title: 'One' }), put({ id: '3' })])
  const third = await push('one/main', [remove('2'), remove('3')])
  const { runs } = await get('/v1/quarantine/history?source=one%2Fmain')
  t.same(
    Object.fromEntries(
      (runs as { run: string; new: number; resolved: number }[]).map((one) => [
        one.run,
        [one.new, one.resolved],
      ]),
    ),
    { [first.run]: [2, 0], [second.run]: [1, 1], [third.run]: [0, 2] },
  )
  t.equal(runs.at(-1).open, 0)
})

t.test('bytes, files and retries are the operator’s', async (t) => {
  const { push, app } = await opened(t)
  await push('one/main', [put({ id: '0', title: 'Kept' }), put({ id: '1' })])
  for (const [method, url] of [
    ['GET', '/v1/quarantine/1'],
    ['GET', '/v1/quarantine/export'],
    ['POST', '/v1/quarantine/retry'],
    ['PUT', '/v1/quarantine/1'],
  ] as const)
    t.equal((await app.inject({ method, url })).statusCode, 401, `${method} ${url}`)
})
