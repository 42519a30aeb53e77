import t from 'tap'
import type { Change } from '../../standards/record/change.js'
import { marc, openCatalogue, put, remove } from './testing.js'

const signal = new AbortController().signal

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

const named = (sourceId: string, title?: string): Change => ({
  kind: 'bib',
  op: 'put',
  format: 'marc21',
  sourceId,
  bytes: marc({ id: sourceId, title }),
})
const open = async ({
  get,
}: Pick<Awaited<ReturnType<typeof openCatalogue>>, 'get'>): Promise<
  { number: number; sourceId?: string }[]
> => (await get('/v1/quarantine?state=open')).quarantine

t.test(
  'of several entries that are retried those that come in are resolved, and the others stay as they were',
  async (t) => {
    const kernel = await openCatalogue(t)
    const { push, catalogue, database } = kernel
    const strange = (id: string) =>
      ({
        kind: 'bib',
        op: 'put',
        format: 'rda',
        bytes: marc({ id, title: `Title ${id}` }),
      }) as unknown as Change
    const finding = { code: 'MARC_INVALID', detail: 'cut' }
    await push('one/main', [
      put({ id: '0', title: 'Kept' }),
      strange('1'),
      put({ id: '2' }),
      strange('3'),
      { op: 'broken', bytes: Buffer.from('x'), finding },
    ])
    // A later release knows the format.
    await database
      .updateTable('catalogueQuarantine')
      .set({ format: 'marc21' })
      .where('format', '=', 'rda')
      .execute()
    const [report] = await catalogue.retry({}, { signal })
    t.match(report, { kind: 'retry', read: 4, accepted: 2, quarantined: 2 })
    t.same(
      (await open(kernel)).map(({ number }) => number),
      [2, 4],
    )
    t.match(await catalogue.quarantined(4), { bytes: Buffer.from('x') })
    t.match(await catalogue.counts(), { records: 3, quarantined: 2 })
    t.match(await catalogue.retry({}, { signal }), [
      { state: 'failed', read: 2, error: { code: 'RUN_WITHOUT_SUCCESS' } },
    ])
    t.equal((await open(kernel)).length, 2)
  },
)

t.test('a retry that was cancelled resolves only what it read, and goes on with the rest', async (t) => {
  const kernel = await openCatalogue(t)
  const { push, catalogue, database } = kernel
  const strange = (id: number) =>
    ({
      kind: 'bib',
      op: 'put',
      format: 'rda',
      bytes: marc({ id: String(id), title: `Title ${id}` }),
    }) as unknown as Change
  await push(
    'one/main',
    Array.from({ length: 120 }, (_, id) => strange(id)),
  )
  await database.updateTable('catalogueQuarantine').set({ format: 'marc21' }).execute()
  const controller = new AbortController()
  const [cut] = await catalogue.retry({}, { signal: controller.signal, onProgress: () => controller.abort() })
  t.match(cut, { state: 'cancelled', read: 50, accepted: 50 })
  t.equal((await catalogue.counts()).quarantined, 70)
  t.match(await catalogue.retry({}, { signal }), [{ run: cut?.run, read: 120, accepted: 120 }])
  t.equal((await catalogue.counts()).quarantined, 0)
})

t.test('a replacement that is refused too leaves the entry as it was, and is said', async (t) => {
  const { push, catalogue } = await openCatalogue(t)
  await push('one/main', [put({ id: '0', title: 'Kept' }), put({ id: '1' })])
  const [report] = await catalogue.retry({ number: 1, replacement: Buffer.from('not a record') }, { signal })
  t.match(report, { state: 'failed', quarantined: 1, notes: [/number 1 was refused too/] })
  t.match(await catalogue.quarantined(1), {
    bytes: Buffer.from(marc({ id: '1' })),
    finding: { code: 'RECORD_TITLE_MISSING' },
  })
  t.equal((await catalogue.counts()).quarantined, 1)
  await t.rejects(catalogue.retry({ replacement: Buffer.from('x') }, { signal }), { code: 'INPUT_INVALID' })
})

t.test('an entry whose record came in since is not retried over it', async (t) => {
  const { push, catalogue } = await openCatalogue(t)
  await push('one/main', [put({ id: '0', title: 'Kept' }), put({ id: '1' })])
  await push('one/main', [put({ id: '1', title: 'Newer' })])
  await t.rejects(catalogue.retry({ number: 1 }, { signal }), { code: 'QUARANTINE_RESOLVED', status: 409 })
  await t.rejects(catalogue.retry({ number: 99 }, { signal }), { code: 'QUARANTINE_UNKNOWN' })
})

t.test(
  'an entry is out of date once its record comes unchanged, is deleted, or comes whole later in the page',
  async (t) => {
    const kernel = await openCatalogue(t)
    const { push } = kernel
    await push('one/main', [put({ id: '1', title: 'Whole' }), put({ id: '2', title: 'Whole' })])
    await push('one/main', [put({ id: '1' }), put({ id: '2' }), put({ id: '0', title: 'x' })])
    t.equal((await open(kernel)).length, 2)
    await push('one/main', [put({ id: '1', title: 'Whole' }), remove('2')])
    t.same(await open(kernel), [])
    await push('one/main', [
      put({ id: '3' }),
      put({ id: '3', title: 'Whole' }),
      put({ id: '4', title: 'Whole' }),
      put({ id: '4' }),
    ])
    t.same(
      (await open(kernel)).map(({ sourceId }) => sourceId),
      ['4'],
    )
  },
)

t.test(
  'two records that lack the same are two entries, and the same bytes again are not a third',
  async (t) => {
    const kernel = await openCatalogue(t)
    const bytes = marc({})
    const lacking = (sourceId: string): Change => ({
      kind: 'bib',
      op: 'put',
      format: 'marc21',
      sourceId,
      bytes,
    })
    for (const _ of [1, 2])
      await kernel.push('one/main', [named('0', 'Kept'), lacking('a'), lacking('b'), lacking('a')])
    t.same(
      (await open(kernel)).map(({ sourceId }) => sourceId),
      ['a', 'b'],
    )
  },
)
