import t from 'tap'
import type { BrokenChange } from '../../standards/record/change.js'
import { connectOaiPmh } from './index.js'
import { bestOf } from './offers.js'
import { call, connected, dublinCore, items, loopbackOutside, pagesOf, told } from './testing.js'

const puts = (...numbers: string[]): string[] => numbers.map((number) => `put ${number}`)

t.test('a page that breaks the server is read by ListIdentifiers and GetRecord', async (t) => {
  const crashOn = ['oai:test.example:04']
  const list = items(8, (_, i) => (i === 6 ? { deleted: true } : {}))
  const side = await connected({ items: list, pageSize: 3, faults: { crashOn } })
  t.teardown(side.close)
  const pages = await pagesOf(side.harvest(null))
  t.same(told(pages), [...puts('01', '02', '03', '04', '05', '06'), 'delete 07', 'put 08'])
  t.match(pages.flatMap(({ notes }) => notes ?? []).join(), /asked for one by one/)
  const asked = side.provider.requests.filter((query) => query.includes('GetRecord'))
  t.equal(asked.length, 4, 'what was read before is not asked for again, nor what is deleted')
  t.notOk(pages.at(-1)?.resume['skip'], 'the next harvest begins as any other')
})

t.test('a list by identifiers that was cut goes on there', async (t) => {
  const side = await connected({ items: items(9), pageSize: 3, faults: { crashOn: ['oai:test.example:02'] } })
  t.teardown(side.close)
  const harvest = side.harvest(null)
  const first = (await harvest.next()).value
  await harvest.return(undefined)
  t.same(told([first]), puts('01', '02', '03'))
  side.provider.requests.length = 0
  t.same(told(await pagesOf(side.harvest(first.resume))), puts('04', '05', '06', '07', '08', '09'))
  t.equal(side.provider.requests.filter((query) => query.includes('GetRecord')).length, 6)
})

t.test('a list by identifiers in another order leaves nothing out', async (t) => {
  const crashOn = ['oai:test.example:04']
  const side = await connected({ items: items(6), pageSize: 3, faults: { crashOn } })
  t.teardown(side.close)
  const harvest = side.harvest(null)
  const first = (await harvest.next()).value
  await harvest.return(undefined)
  const moved = { ...first.resume, last: 'oai:test.example:06' }
  const seen = told(await pagesOf(side.harvest(moved)))
  t.same(seen, puts('01', '02', '03', '04', '05', '06'))
})

t.test('a record that is to be had nowhere is set aside by its name', async (t) => {
  const identifiers = ['oai:test.example:02']
  const faults = { crashOn: identifiers, brokenPage: { identifiers, everywhere: true } }
  const side = await connected({ items: items(3), faults })
  t.teardown(side.close)
  const pages = await pagesOf(side.harvest(null))
  t.same(told(pages), ['put 01', 'broken 02', 'put 03'])
  const broken = pages[0]?.changes[1] as BrokenChange
  t.equal(broken.finding.code, 'OAI_RECORD_UNAVAILABLE')
  t.match(Buffer.from(broken.bytes).toString(), /^<header>.*02.*<\/header>$/s)
})

t.test('a server that fails over a token of yesterday gets its window anew', async (t) => {
  for (const status of [400, 500, 200]) {
    const side = await connected({ items: items(6), pageSize: 2 })
    t.teardown(side.close)
    const harvest = side.harvest(null)
    const first = (await harvest.next()).value
    await harvest.return(undefined)
    side.provider.faults.tokenStatus = status
    const rest = side.harvest(first.resume)
    const next = (await rest.next()).value
    side.provider.faults.tokenStatus = undefined
    t.same(told([next]), puts('01', '02'), String(status))
    t.match(next.notes, [/restarted/])
    await rest.return(undefined)
  }
})

t.test('a list that takes longer than its cap is taken for one without end', async (t) => {
  const side = await connected({ items: items(6), pageSize: 2 })
  t.teardown(side.close)
  const { outside, close } = loopbackOutside()
  t.teardown(close)
  let hours = 0
  const slow = { ...outside, now: () => new Date(3_600_000 * hours++) }
  const adapter = connectOaiPmh({ url: side.provider.url, listSeconds: 1 }, slow, async () => undefined)
  await t.rejects(pagesOf(adapter.harvest?.(null, call()) as never), {
    code: 'HARVEST_LOOP',
    message: /listSeconds/,
  })
})

t.test('several sets are one harvest: one window, each list with its own token', async (t) => {
  let now = new Date('2026-03-01T10:00:00Z')
  const list = items(6, (_, i) => ({ sets: i === 2 ? ['maps', 'books'] : [i < 3 ? 'books' : 'maps', 'all'] }))
  const side = await connected(
    { items: list, pageSize: 2, now: () => now },
    { set: ['books', 'maps', 'books:rare'] },
  )
  t.teardown(side.close)
  const harvest = side.harvest(null)
  const pages = [(await harvest.next()).value, (await harvest.next()).value]
  t.same(told(pages), puts('01', '02', '03'))
  now = new Date('2026-03-01T11:00:00Z')
  await harvest.return(undefined)
  const rest = await pagesOf(side.harvest(pages[1].resume))
  t.same(told(rest), puts('03', '04', '05', '06'), 'a record of two sets comes twice and is one record')
  t.match(
    rest.at(-1)?.resume,
    { from: '2026-03-01T09:59:59Z', list: undefined },
    'the clock of the first list',
  )
  t.notOk(
    side.provider.requests.some((query) => query.includes('rare')),
    'what is within a set comes along',
  )
  side.provider.requests.length = 0
  await pagesOf(side.harvest(rest.at(-1)?.resume ?? null))
  t.equal(side.provider.requests.filter((query) => query.includes('from=')).length, 2)
})

t.test('a set that is not there is told, with those that are', async (t) => {
  const list = items(3, () => ({ sets: ['books'] }))
  const side = await connected({ items: list, sets: { books: '图书 Books' } }, { set: 'boks' })
  t.teardown(side.close)
  await t.rejects(pagesOf(side.harvest(null)), { code: 'SET_UNKNOWN', message: /books \(图书 Books\)/ })
  const empty = await connected({ items: list, sets: { books: 'Books', maps: 'Maps' } }, { set: 'maps' })
  t.teardown(empty.close)
  t.same(told(await pagesOf(empty.harvest(null))), [], 'an empty set is an empty list')
})

t.test('without a metadataPrefix the richest is taken, and kept', async (t) => {
  const marc =
    '<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam  2200000   4500</leader><datafield tag="245" ind1="1" ind2=" "><subfield code="a">题名</subfield></datafield></record>'
  const list = items(3, () => ({ metadata: { oai_dc: dublinCore('x'), marcxml: marc } }))
  const side = await connected({ items: list, pageSize: 2 })
  t.teardown(side.close)
  const pages = await pagesOf(side.harvest(null))
  t.match(pages[0]?.changes, [{ format: 'marc21' }])
  side.provider.requests.length = 0
  await pagesOf(side.harvest(pages.at(-1)?.resume ?? null))
  t.notOk(side.provider.requests.some((query) => query.includes('ListMetadataFormats')))
  t.equal(bestOf([]), 'oai_dc', 'which every repository has')
  t.equal(
    bestOf([
      { prefix: 'oai_dc', namespace: '' },
      { prefix: 'rdf', namespace: 'urn:x' },
    ]),
    'oai_dc',
  )
})

t.test('a prefix that is not there is told with those that are', async (t) => {
  const side = await connected({ items: items(2) }, { metadataPrefix: 'marc21' })
  t.teardown(side.close)
  await t.rejects(pagesOf(side.harvest(null)), {
    code: 'OAI_ERROR',
    message: /cannotDisseminateFormat.*It offers as metadataPrefix: oai_dc\./,
  })
})

t.test('datestamps in days are days, though Identify says seconds', async (t) => {
  const daily = items(2, (item) => ({ datestamp: item.datestamp.slice(0, 10) }))
  const side = await connected({ items: daily, now: () => new Date('2026-03-10T00:00:05Z') })
  t.teardown(side.close)
  const pages = await pagesOf(side.harvest(null))
  t.match(pages.at(-1)?.resume, { from: '2026-03-09' })
})

t.test('what a repository does not say of deletions is said to a person', async (t) => {
  for (const deletedRecord of ['no', 'transient'] as const) {
    const side = await connected({ items: items(1), deletedRecord })
    t.teardown(side.close)
    t.match((await pagesOf(side.harvest(null)))[0]?.notes, [`(deletedRecord: ${deletedRecord})`])
  }
  const rebuilt = await connected({ items: items(1) })
  t.teardown(rebuilt.close)
  const old = { prefix: 'oai_dc', from: '2019-01-01T00:00:00Z', page: 0, read: 0 }
  t.match((await pagesOf(rebuilt.harvest(old)))[0]?.notes, [/built anew/])
})
