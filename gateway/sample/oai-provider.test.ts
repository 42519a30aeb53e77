import t, { type Test } from 'tap'
import { type OaiItem, type OaiProviderOptions, startOaiProvider } from './oai-provider.js'

const items = (count: number): OaiItem[] =>
  Array.from({ length: count }, (_, i) => ({
    identifier: `oai:test.example:${i + 1}`,
    datestamp: `2020-01-0${1 + (i % 9)}T12:00:00Z`,
    sets: [i % 2 ? 'type:map' : 'type:book'],
    deleted: i === 1,
    metadata: { oai_dc: `<dc>${i + 1}</dc>` },
  }))

const started = async (t: Test, options: Partial<OaiProviderOptions> = {}) => {
  const provider = await startOaiProvider({
    items: items(5),
    repositoryIdentifier: 'test.example',
    ...options,
  })
  t.teardown(provider.close)
  const ask = async (query: string): Promise<string> => (await fetch(`${provider.url}?${query}`)).text()
  return { provider, ask }
}
const codeIn = (page: string): string | undefined => /<error code="(\w+)"/.exec(page)?.[1]
const tokenIn = (page: string): string | undefined => /<resumptionToken[^>]*>([^<]+)</.exec(page)?.[1]
const identifiersIn = (page: string): string[] =>
  [...page.matchAll(/<identifier>oai:test.example:([^<]+)/g)].map(([, id]) => id as string)

t.test('every wrong request has its error (§3.6)', async (t) => {
  const { ask } = await started(t)
  const cases: [string, string][] = [
    ['', 'badVerb'],
    ['verb=Nothing', 'badVerb'],
    ['verb=Identify&verb=Identify', 'badVerb'],
    ['verb=Identify&x=1', 'badArgument'],
    ['verb=ListRecords', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=x', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=junk', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2020-02-30', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2020-01-01&until=2020-01-02T00:00:00Z', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2020-01-02&until=2020-01-01', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2020-01-02T00:00:00.5Z', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=a%20b', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&until=2019-01-01', 'noRecordsMatch'],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=none', 'noRecordsMatch'],
    ['verb=ListRecords&metadataPrefix=mods', 'cannotDisseminateFormat'],
    ['verb=ListRecords&resumptionToken=junk', 'badResumptionToken'],
    ['verb=ListSets&resumptionToken=junk', 'badResumptionToken'],
    ['verb=GetRecord&identifier=oai:test.example:1', 'badArgument'],
    ['verb=GetRecord&identifier=invalid%22id&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=GetRecord&identifier=oai:test.example:99&metadataPrefix=oai_dc', 'idDoesNotExist'],
    ['verb=GetRecord&identifier=oai:test.example:1&metadataPrefix=mods', 'cannotDisseminateFormat'],
    ['verb=ListMetadataFormats&identifier=oai:test.example:99', 'idDoesNotExist'],
  ]
  for (const [query, code] of cases) t.equal(codeIn(await ask(query)), code, query)
})

t.test('the request is repeated, but not where it was not understood', async (t) => {
  const { ask, provider } = await started(t)
  t.match(
    await ask('verb=ListRecords&metadataPrefix=mods'),
    `<request verb="ListRecords" metadataPrefix="mods">${provider.url}</request>`,
  )
  t.match(await ask('verb=ListRecords&from="'), `<request>${provider.url}</request>`)
})

t.test('Identify says who it is', async (t) => {
  const { ask, provider } = await started(t)
  const page = await ask('verb=Identify')
  t.match(page, `<baseURL>${provider.url}</baseURL><protocolVersion>2.0</protocolVersion>`)
  t.match(
    page,
    '<earliestDatestamp>2020-01-01T12:00:00Z</earliestDatestamp><deletedRecord>persistent</deletedRecord><granularity>YYYY-MM-DDThh:mm:ssZ</granularity>',
  )
  t.match(page, /<responseDate>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ<\/responseDate>/)
})

t.test('a walk by tokens gives every record once, and ends with an empty token', async (t) => {
  const { ask } = await started(t, { pageSize: 2 })
  const seen: string[] = []
  let page = await ask('verb=ListIdentifiers&metadataPrefix=oai_dc')
  t.match(page, /<resumptionToken expirationDate="[^"]+" completeListSize="5" cursor="0">/)
  for (let token = tokenIn(page); ; token = tokenIn(page)) {
    seen.push(...identifiersIn(page))
    if (token === undefined) break
    const query = `verb=ListIdentifiers&resumptionToken=${encodeURIComponent(token)}`
    page = await ask(query)
    const again = await ask(query)
    t.same(identifiersIn(again), identifiersIn(page), 'a token may be used again')
  }
  t.same(seen, ['1', '2', '3', '4', '5'])
  t.match(page, '<resumptionToken completeListSize="5" cursor="4"/>')
})

t.test('a record that changes while a list is read is not lost', async (t) => {
  const { ask, provider } = await started(t, { pageSize: 2 })
  const first = await ask('verb=ListRecords&metadataPrefix=oai_dc')
  provider.put({ identifier: 'oai:test.example:3', sets: [], metadata: { oai_dc: '<dc>new</dc>' } })
  provider.delete('oai:test.example:1')
  const rest: string[] = []
  for (let token = tokenIn(first); token; ) {
    const page = await ask(`verb=ListRecords&resumptionToken=${token}`)
    rest.push(...identifiersIn(page))
    token = tokenIn(page)
  }
  t.same(rest.sort(), ['1', '3', '4', '5'])
})

t.test('tokens outlive a restart, and die of age', async (t) => {
  let now = new Date('2026-03-01T10:00:00Z')
  const options = { pageSize: 2, tokenLife: 60, now: () => now }
  const token = tokenIn(await (await started(t, options)).ask('verb=ListRecords&metadataPrefix=oai_dc'))
  const { ask } = await started(t, options)
  t.same(identifiersIn(await ask(`verb=ListRecords&resumptionToken=${token}`)), ['3', '4'])
  now = new Date('2026-03-01T10:02:00Z')
  t.equal(codeIn(await ask(`verb=ListRecords&resumptionToken=${token}`)), 'badResumptionToken')
})

t.test('windows and sets select; a set holds those below it', async (t) => {
  const { ask } = await started(t)
  const select = async (more: string) =>
    identifiersIn(await ask(`verb=ListIdentifiers&metadataPrefix=oai_dc${more}`))
  t.same(await select('&from=2020-01-03T12:00:00Z&until=2020-01-03T12:00:00Z'), ['3'])
  t.same(await select('&from=2020-01-04'), ['4', '5'])
  t.same(await select('&set=type:map'), ['2', '4'])
  t.equal((await select('&set=type')).length, 5)
})

t.test('deleted records are their headers', async (t) => {
  const { ask } = await started(t)
  t.match(
    await ask('verb=GetRecord&identifier=oai:test.example:2&metadataPrefix=oai_dc'),
    '<record><header status="deleted"><identifier>oai:test.example:2</identifier><datestamp>2020-01-02T12:00:00Z</datestamp><setSpec>type:map</setSpec></header></record>',
  )
})

t.test('POST is heard as GET is', async (t) => {
  const { provider } = await started(t)
  const response = await fetch(provider.url, {
    method: 'POST',
    body: new URLSearchParams({ verb: 'ListSets' }),
  })
  t.equal(response.headers.get('content-type'), 'text/xml; charset=UTF-8')
  t.match(await response.text(), '<set><setSpec>type:book</setSpec><setName>type:book</setName></set>')
  t.equal((await fetch(provider.url, { method: 'PUT' })).status, 405)
})

t.test('without sets there is no hierarchy', async (t) => {
  const { ask } = await started(t, { sets: {} })
  t.equal(codeIn(await ask('verb=ListSets')), 'noSetHierarchy')
  t.equal(codeIn(await ask('verb=ListRecords&metadataPrefix=oai_dc&set=a')), 'noSetHierarchy')
})

t.test('a 503 names the time to wait, once', async (t) => {
  const { provider } = await started(t, { faults: { unavailableOnce: true, retryAfter: '3' } })
  const away = await fetch(`${provider.url}?verb=Identify`)
  t.same([away.status, away.headers.get('retry-after')], [503, '3'])
  t.equal((await fetch(`${provider.url}?verb=Identify`)).status, 200)
})
