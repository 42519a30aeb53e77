import t from 'tap'
import type { PutChange } from '../../standards/record/change.js'
import { connected, dublinCore, items, pagesOf, told } from './testing.js'

const numbers = (from: number, to: number, op = 'put'): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => `${op} ${String(from + i).padStart(2, '0')}`)

t.test('gives every record once, page by page, with its datestamp, sets and bytes', async (t) => {
  const side = await connected({ items: items(7, () => ({ sets: ['type:book'] })), pageSize: 3 })
  t.teardown(side.close)
  const pages = await pagesOf(side.harvest(null))
  t.same(
    pages.map(({ changes }) => changes.length),
    [3, 3, 1],
  )
  t.same(told(pages), numbers(1, 7))
  const first = pages[0]?.changes[0] as PutChange
  t.match(first, {
    kind: 'bib',
    sourceId: 'oai:test.example:01',
    format: 'dublin-core',
    stamp: '2020-01-01T00:00:00Z',
    sets: ['type:book'],
  })
  t.equal(Buffer.from(first.bytes).toString(), dublinCore('Title 01'))
  t.equal(pages[0]?.total, 7)
})

t.test('passes deletions on', async (t) => {
  const side = await connected({ items: items(3, (_, i) => (i === 1 ? { deleted: true } : {})) })
  t.teardown(side.close)
  t.same(told(await pagesOf(side.harvest(null))), ['put 01', 'delete 02', 'put 03'])
})

t.test('a harvest that was killed in mid-list goes on at the page it had not stored', async (t) => {
  const side = await connected({ items: items(9), pageSize: 3 })
  t.teardown(side.close)
  const abort = new AbortController()
  const harvest = side.harvest(null, abort.signal)
  const page = (await harvest.next()).value
  abort.abort(new Error('killed'))
  await t.rejects(harvest.next(), { message: 'killed' })
  const resume = JSON.parse(JSON.stringify(page.resume))
  t.match(resume, {
    page: 1,
    read: 3,
    first: 'oai:test.example:01',
    last: 'oai:test.example:03',
    token: String,
  })
  side.provider.requests.length = 0
  t.same(told(await pagesOf(side.harvest(resume))), numbers(4, 9))
  t.notOk(
    side.provider.requests.some((query) => query.includes('metadataPrefix')),
    'no window was opened anew',
  )
})

t.test('a cut connection is tried three times, fails, and the next harvest goes on there', async (t) => {
  const side = await connected({ items: items(6), pageSize: 3 })
  t.teardown(side.close)
  const harvest = side.harvest(null)
  const page = (await harvest.next()).value
  side.provider.faults.cutAfterBytes = 400
  side.provider.requests.length = 0
  await t.rejects(harvest.next(), { code: 'UPSTREAM_UNREACHABLE' })
  t.equal(side.provider.requests.length, 3)
  t.same(side.waits, [1000, 2000])
  side.provider.faults.cutAfterBytes = undefined
  t.same(told(await pagesOf(side.harvest(page.resume))), numbers(4, 6))
})

t.test('the next harvest begins one second before this one, by the server’s clock', async (t) => {
  let now = new Date('2026-03-01T10:00:00Z')
  const side = await connected({ items: items(5), pageSize: 2, now: () => now })
  t.teardown(side.close)
  const harvest = side.harvest(null)
  const pages = [(await harvest.next()).value]
  now = new Date('2026-03-01T10:05:00Z')
  side.provider.put({ identifier: 'oai:test.example:01', sets: [], metadata: { oai_dc: dublinCore('New') } })
  for await (const page of harvest) pages.push(page)
  const end = pages.at(-1)?.resume
  t.match(end, { from: '2026-03-01T09:59:59Z', token: undefined })
  now = new Date('2026-03-02T10:00:00Z')
  side.provider.delete('oai:test.example:02')
  t.same(told(await pagesOf(side.harvest(end))), ['put 01', 'delete 02'])
})

t.test(
  'a server whose clock is ahead leaves out nothing: the next window begins where ours stood',
  async (t) => {
    const side = await connected({ items: items(2), now: () => new Date(Date.now() + 8 * 3_600_000) })
    t.teardown(side.close)
    const began = new Date().toISOString()
    const pages = await pagesOf(side.harvest(null))
    t.ok(String(pages.at(-1)?.resume?.['from']) <= began)
    t.match(pages[0]?.notes, [/clock .* is ahead of ours/])
  },
)

t.test('a feed out of order loses nothing', async (t) => {
  let now = new Date('2026-03-01T10:00:00Z')
  const unordered = items(6, (_, i) => ({ datestamp: `20${30 - i}-01-01T00:00:00Z` }))
  const side = await connected({ items: unordered, order: 'identifier', pageSize: 2, now: () => now })
  t.teardown(side.close)
  const pages = await pagesOf(side.harvest(null))
  t.same(told(pages), numbers(1, 6))
  t.match(pages.at(-1)?.resume, { from: '2026-03-01T09:59:59Z' }, 'not the largest datestamp seen, 2030')
  now = new Date('2026-03-01T11:00:00Z')
  side.provider.put({ identifier: 'oai:test.example:99', sets: [], metadata: { oai_dc: dublinCore('New') } })
  t.ok(told(await pagesOf(side.harvest(pages.at(-1)?.resume ?? null))).includes('put 99'))
})

t.test('where days are the granularity, harvests overlap by a day', async (t) => {
  const now = () => new Date('2026-03-10T00:00:05Z')
  const daily = items(2, (item) => ({ datestamp: item.datestamp.slice(0, 10) }))
  const side = await connected({ items: daily, granularity: 'day', now })
  t.teardown(side.close)
  const end = (await pagesOf(side.harvest(null))).at(-1)?.resume ?? null
  t.match(end, { from: '2026-03-09' })
  await pagesOf(side.harvest(end))
  t.match(side.provider.requests.at(-1), /from=2026-03-09$/)
})

t.test('noRecordsMatch is a clean, empty end', async (t) => {
  const side = await connected({ items: items(2), now: () => new Date('2026-03-01T10:00:00Z') })
  t.teardown(side.close)
  const end = (await pagesOf(side.harvest(null))).at(-1)?.resume ?? null
  const pages = await pagesOf(side.harvest(end))
  t.same(
    pages.map(({ changes }) => changes),
    [[]],
  )
  t.match(pages[0]?.resume, { from: '2026-03-01T09:59:59Z' })
})

t.test('a dead token restarts the window, and never moves it forward', async (t) => {
  let now = new Date('2026-03-01T10:00:00Z')
  const side = await connected({ items: items(6), pageSize: 2, now: () => now })
  t.teardown(side.close)
  const harvest = side.harvest(null)
  const first = (await harvest.next()).value
  await harvest.return(undefined)
  now = new Date('2026-03-05T10:00:00Z')
  side.provider.faults.expireTokens = 'once'
  const pages = await pagesOf(side.harvest(first.resume))
  t.same(told(pages), numbers(1, 6), 'everything of the window comes')
  t.match(pages[0]?.notes, [/restarted/])
  t.match(
    pages.at(-1)?.resume,
    { from: '2026-03-01T09:59:59Z' },
    'the clock of the first answer still counts',
  )
})

t.test('tokens that are always dead end the harvest with a code', async (t) => {
  const side = await connected({ items: items(6), pageSize: 2, faults: { expireTokens: 'always' } })
  t.teardown(side.close)
  await t.rejects(pagesOf(side.harvest(null)), { code: 'HARVEST_TOKEN_EXPIRED' })
})

t.test('resumption loop, endless list: a token that comes twice is a loop at the first repeat', async (t) => {
  const side = await connected({ items: items(9), pageSize: 2, faults: { loopToken: true } })
  t.teardown(side.close)
  const seen: string[] = []
  const walk = async () => {
    for await (const page of side.harvest(null)) seen.push(...told([page]))
  }
  await t.rejects(walk(), { code: 'HARVEST_LOOP', status: 502 })
  t.same(seen, numbers(1, 2))
})

t.test('errors of the protocol come with their code', async (t) => {
  const side = await connected({ items: items(2) }, { metadataPrefix: 'marc21' })
  t.teardown(side.close)
  await t.rejects(pagesOf(side.harvest(null)), { code: 'OAI_ERROR', message: /cannotDisseminateFormat/ })
})

t.test('other settings than those of the bookmark begin anew', async (t) => {
  const sets = items(4, (_, i) => ({ sets: [i < 2 ? 'a' : 'b'] }))
  const side = await connected({ items: sets }, { set: 'b' })
  t.teardown(side.close)
  const pages = await pagesOf(
    side.harvest({ prefix: 'oai_dc', from: '2099-01-01T00:00:00Z', page: 0, read: 0 }),
  )
  t.same(told(pages), ['put 03', 'put 04'])
  t.match(pages[0]?.notes, [/settings changed/])
})
