import t from 'tap'
import { pageText } from './page-text.js'
import { parsePage } from './parse.js'

const listed = (records: string, root = 'xmlns="http://www.openarchives.org/OAI/2.0/"', end = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><OAI-PMH ${root}><responseDate>2026-03-01T10:00:00Z</responseDate>` +
  `<request verb="ListRecords">http://x.example/oai</request><ListRecords>${records}${end}</ListRecords></OAI-PMH>`
const record = (id: string, metadata: string): string =>
  `<record><header><identifier>oai:x:${id}</identifier><datestamp>2020-01-01</datestamp></header><metadata>${metadata}</metadata></record>`

t.test('reads the envelope, the headers and the token', async (t) => {
  const deleted =
    '<record><header status="deleted"><identifier> oai:x:2 </identifier><datestamp>2020-01-02</datestamp><setSpec>a:b</setSpec><setSpec>c</setSpec></header></record>'
  const token = '<resumptionToken completeListSize="12" cursor="0"> a&amp;b </resumptionToken>'
  const page = await parsePage(listed(record('1', '<x>1</x>') + deleted, undefined, token))
  t.match(page, {
    responseDate: '2026-03-01T10:00:00Z',
    isSalvaged: false,
    token: { value: 'a&b', completeListSize: 12, cursor: 0 },
    records: [
      { identifier: 'oai:x:1', datestamp: '2020-01-01', isDeleted: false },
      { identifier: 'oai:x:2', isDeleted: true, sets: ['a:b', 'c'], metadata: undefined },
    ],
  })
})

t.test('what stands in metadata is given byte for byte when it declares its own names', async (t) => {
  const marc =
    '<record xmlns="http://www.loc.gov/MARC21/slim">\n  <leader>00000nam a2200000 a 4500</leader><!-- kept --><x a=\'1\'/></record>'
  t.equal((await parsePage(listed(record('1', `\n ${marc} `)))).records[0]?.metadata, marc)
})

t.test('declarations of its ancestors go along with a slice that uses them', async (t) => {
  const root =
    'xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:unused="urn:u"'
  const inner = '<oai_dc:dc><dc:title>史记 &amp; 汉书</dc:title></oai_dc:dc>'
  const xml = listed(record('1', inner).replace('<metadata>', '<metadata xmlns:oai_dc="urn:oai_dc">'), root)
  t.equal(
    (await parsePage(xml)).records[0]?.metadata,
    '<oai_dc:dc xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:oai_dc="urn:oai_dc"><dc:title>史记 &amp; 汉书</dc:title></oai_dc:dc>',
  )
})

t.test('a prefix is compared as it is written, not as a pattern', async (t) => {
  const inner = '<x xmlns:aXb="urn:x" a.b:y="1"/>'
  const xml = listed(record('1', inner).replace('<metadata>', '<metadata xmlns:a.b="urn:a">'))
  t.match((await parsePage(xml)).records[0]?.metadata, 'xmlns:a.b="urn:a"')
})

t.test('the default namespace goes along only where a name has no prefix', async (t) => {
  const { records } = await parsePage(listed(record('1', '<dc><title>x</title></dc>')))
  t.equal(records[0]?.metadata, '<dc xmlns="http://www.openarchives.org/OAI/2.0/"><title>x</title></dc>')
})

t.test('prefixed envelopes and those without a namespace are read alike', async (t) => {
  const prefixed =
    '<o:OAI-PMH xmlns:o="http://www.openarchives.org/OAI/2.0/"><o:ListRecords><o:record><o:header><o:identifier>oai:x:1</o:identifier></o:header><o:metadata><m/></o:metadata></o:record></o:ListRecords></o:OAI-PMH>'
  t.match((await parsePage(prefixed)).records, [{ identifier: 'oai:x:1', metadata: '<m/>' }])
  t.match((await parsePage(listed(record('1', '<m/>'), ''))).records, [
    { identifier: 'oai:x:1', metadata: '<m/>' },
  ])
})

t.test('characters that XML forbids become spaces, with a finding on that record alone', async (t) => {
  const { records, isSalvaged } = await parsePage(
    listed(record('1', '<x>a\x0bb&#x1F;c</x>') + record('2', '<x>&#x4E66;</x>')),
  )
  t.equal(isSalvaged, false)
  t.equal(records[0]?.metadata?.replace(/ xmlns="[^"]*"/, ''), '<x>a b      c</x>')
  t.match(records[0]?.findings, [{ code: 'XML_ILLEGAL_CHARACTER' }])
  t.same(records[1]?.findings, [])
})

t.test('of a page with mismatched tags every sound record is read, the broken one kept', async (t) => {
  const broken = record('2', '<x><y>two</x>')
  const xml = listed(
    record('1', '<dc:x>1</dc:x>') + broken + record('3', '<z/>'),
    'xmlns:dc="urn:dc"',
    '<resumptionToken cursor="0">n&amp;1</resumptionToken>',
  )
  const page = await parsePage(xml)
  t.match(page, {
    isSalvaged: true,
    responseDate: '2026-03-01T10:00:00Z',
    token: { value: 'n&1', cursor: 0 },
    records: [
      { identifier: 'oai:x:1', fault: undefined, metadata: '<dc:x xmlns:dc="urn:dc">1</dc:x>' },
      { identifier: 'oai:x:2', fault: { code: 'XML_NOT_WELL_FORMED' }, xml: broken },
      { identifier: 'oai:x:3', fault: undefined, metadata: '<z/>' },
    ],
  })
})

t.test('a MARC record inside is not taken for the next one', async (t) => {
  const marc = (text: string) =>
    `<record xmlns="http://www.loc.gov/MARC21/slim"><leader>${text}</leader></record>`
  const page = await parsePage(
    listed(record('1', marc('a')) + record('2', marc('<b>')) + record('3', marc('c'))),
  )
  t.same(
    page.records.map(({ identifier, fault }) => [identifier, fault?.code]),
    [
      ['oai:x:1', undefined],
      ['oai:x:2', 'XML_NOT_WELL_FORMED'],
      ['oai:x:3', undefined],
    ],
  )
})

t.test(
  'XML: DTD, depth, attributes: no entity is expanded, the record that uses one is broken, the others are read',
  async (t) => {
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    const xml = listed(
      record('1', '<x>&b;</x>') + record('2', '<x>&f;</x>') + record('3', '<x>fine</x>'),
    ).replace('?>', `?>${bomb}`)
    const page = await parsePage(xml)
    t.same(
      page.records.map(({ fault }) => fault?.code),
      ['XML_ENTITY', 'XML_ENTITY', undefined],
    )
    t.match(page.records[2]?.metadata, /fine/)
  },
)

t.test(
  'XML: DTD, depth, attributes: depth, attributes and length have caps, and reading goes on',
  async (t) => {
    const deep = '<a>'.repeat(200_000) + '</a>'.repeat(200_000)
    const long = '<a>b</a>'.repeat(1_400_000)
    const wide = `<a ${Array.from({ length: 200_000 }, (_, i) => `a${i}=""`).join(' ')}/>`
    const page = await parsePage(
      listed(record('1', deep) + record('2', wide) + record('3', '<x/>') + record('4', long)),
    )
    t.same(
      page.records.map(({ fault }) => fault?.code),
      ['XML_TOO_DEEP', 'XML_ATTRIBUTES', undefined, 'XML_TOO_LARGE'],
    )
    t.ok((page.records[3]?.xml.length ?? 0) <= 10 * 1024 ** 2, 'its beginning is kept')
  },
)

t.test('errors are read, and what a stranger wrote is shortened', async (t) => {
  const page = await parsePage(
    `<OAI-PMH><error code="badArgument">no\r\n${'x'.repeat(999)}</error></OAI-PMH>`,
  )
  t.match(page.errors, [{ code: 'badArgument', text: /^no x+$/ }])
  t.equal(page.errors[0]?.text.length, 200)
})

t.test('a page in GB 18030 that says UTF-8 is read, with a note', (t) => {
  const gb = Buffer.concat([
    Buffer.from('<?xml version="1.0" encoding="UTF-8"?><OAI-PMH><x>'),
    Buffer.from('d6d0b9facda8caa7d1d0bebfb5c4c0facab7d3ebcfd6d7b4', 'hex'),
    Buffer.from('</x></OAI-PMH>'),
  ])
  const { text, note } = pageText(gb)
  t.match(text, /中国/)
  t.match(note, /gb18030/)
  t.end()
})

t.test('octets that are not UTF-8 are shown on the record that holds them', async (t) => {
  const [before = '', after = ''] = listed(
    record('1', '<x>中文目录@</x>') + record('2', '<x>中文</x>'),
  ).split('@')
  const { text } = pageText(Buffer.concat([Buffer.from(before), Buffer.of(0xe4, 0xb8), Buffer.from(after)]))
  const { records } = await parsePage(text)
  t.match(records[0]?.findings, [{ code: 'ENCODING_BYTES_REPLACED' }])
  t.same(records[1]?.findings, [])
})

t.test('UTF-8 that is declared as something else is read as UTF-8, with a note', (t) => {
  const page = (encoding: string) =>
    Buffer.from(`<?xml version="1.0" encoding="${encoding}"?><OAI-PMH><x>史记 é</x></OAI-PMH>`)
  for (const encoding of ['ISO-8859-1', 'GBK', 'Big5']) {
    const { text, note } = pageText(page(encoding))
    t.match(text, /史记 é/, encoding)
    t.match(note, /declare/)
  }
  const latin = Buffer.from(
    '<?xml version="1.0" encoding="ISO-8859-1"?><OAI-PMH>caf\u00e9</OAI-PMH>',
    'latin1',
  )
  t.match(pageText(latin).text, /café/)
  const unicom = Buffer.concat([
    Buffer.from('<?xml version="1.0" encoding="GBK"?><OAI-PMH>'),
    Buffer.from('c1aacda8', 'hex'),
    Buffer.from('</OAI-PMH>'),
  ])
  t.match(pageText(unicom).text, /联通/, 'two octets that are UTF-8 by chance')
  t.end()
})

t.test('sets, formats and the headers of ListIdentifiers are read', async (t) => {
  const sets = await parsePage(
    '<OAI-PMH><ListSets><set><setSpec>a:b</setSpec><setName>图书</setName></set><set><setSpec>c</setSpec></set></ListSets></OAI-PMH>',
  )
  t.match(sets.entries, [{ setSpec: 'a:b', setName: '图书' }, { setSpec: 'c' }])
  const headers = await parsePage(
    '<OAI-PMH><ListIdentifiers><header status="Deleted"><identifier>1</identifier><setSpec>a</setSpec></header><header><identifier>2</identifier></header></ListIdentifiers></OAI-PMH>',
  )
  t.match(headers.records, [
    { identifier: '1', isDeleted: true, sets: ['a'] },
    { identifier: '2', isDeleted: false },
  ])
})

t.test('who else has work gets turns while a long page is read, broken or not', async (t) => {
  const long = '<x>y</x>'.repeat(500_000)
  for (const xml of [listed(record('1', long)), listed(record('1', `${long}</wrong>`))]) {
    let [turns, isOver] = [0, false]
    const turn = (): void => {
      turns++
      if (!isOver) setImmediate(turn)
    }
    setImmediate(turn)
    t.equal((await parsePage(xml)).records.length, 1)
    isOver = true
    t.ok(turns > 1, `${turns} turns`)
  }
})

t.test('what stands in a broken record is no error of the protocol and no token', async (t) => {
  const inner = '<error code="badVerb">x</error><resumptionToken>inner</resumptionToken><b></c>'
  const page = await parsePage(
    listed(record('1', '<x/>') + record('2', inner), undefined, '<resumptionToken>next</resumptionToken>'),
  )
  t.match(page, { errors: [], token: { value: 'next' }, isSalvaged: true })
  t.equal(page.records.length, 2)
})
