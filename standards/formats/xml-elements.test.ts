import t from 'tap'
import { dublinCore } from '../crosswalks/dublin-core.js'
import { type CarrierName, carriers } from './carriers.js'
import { guessFormat } from './detect.js'
import type { Piece } from './pieces.js'
import { splitElements } from './xml-elements.js'

const dc = (title: string) =>
  `<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></oai_dc:dc>`
const harvested = (id: string, inner: string, status = '') =>
  `<record><header${status}><identifier>oai:x:${id}</identifier></header>${inner && `<metadata>${inner}</metadata>`}</record>`

async function* chunked(xml: string, size: number) {
  const bytes = Buffer.from(xml)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
async function split(xml: string, names: string[], size = 9, maxBytes = 100_000): Promise<Piece[]> {
  const pieces: Piece[] = []
  for await (const piece of splitElements(chunked(xml, size), names, { maxBytes })) pieces.push(piece)
  return pieces
}
const told = (pieces: Piece[]) =>
  pieces.map((piece) => (piece.kind === 'broken' ? piece.finding.code : piece.kind))

t.test('the outermost elements come whole, with offsets in octets, whatever the chunks', async (t) => {
  const xml = `<?xml version="1.0"?><!DOCTYPE c [<!ENTITY a "<dc>">]><c><!-- <dc> --><a:dc>题<dc/></a:dc>\n<dc x=">">two</dc><![CDATA[<dc>]]></c>`
  for (const size of [1, 11, 9_999]) {
    const pieces = await split(xml, ['dc'], size)
    t.same(told(pieces), ['record', 'record'])
    for (const piece of pieces)
      t.same('bytes' in piece && Buffer.from(piece.bytes), Buffer.from(xml).subarray(piece.offset, piece.end))
  }
})

t.test('a record that the next one interrupts costs itself; a harvested one may hold a record', async (t) => {
  t.same(told(await split('<c><mods><a></mods><mods>cut<mods>next</mods></c>', ['mods'])), [
    'record',
    'XML_NOT_WELL_FORMED',
    'record',
  ])
  const nested = harvested('1', '<record><leader/></record>')
  t.same(told(await split(`<l>${nested}${nested}</l>`, ['record'])), ['record', 'record'])
  const cut = harvested('1', 'x').replace('</record>', '')
  t.same(told(await split(`<l>${cut}${nested}</l>`, ['record'])), ['XML_NOT_WELL_FORMED', 'record'])
  t.same(told(await split(`<l><dc>${'x'.repeat(5_000)}</dc><dc>y</dc></l>`, ['dc'], 100, 1_000)), [
    'XML_TOO_LARGE',
    'record',
  ])
  t.same(told(await split('<l><dc>never closed', ['dc'])), ['XML_NOT_WELL_FORMED'])
})

t.test('a comment or section that is never closed costs its record alone', async (t) => {
  for (const opening of ['<!-- ', '<![CDATA[', '<?x '])
    for (const size of [1, 50, 9_999]) {
      const list = ['1', '2', '3'].map((id) => harvested(id, dc(id === '1' ? `${opening}one` : id)))
      t.same(
        told(await split(`<l>${list.join('\n')}<!-- the end --></l>`, ['record'], size)),
        ['XML_NOT_WELL_FORMED', 'record', 'record'],
        `${opening} ${size}`,
      )
    }
  t.same(told(await split('<l><dc>a<!-- <dc>b</dc> --></dc><dc>c</dc></l>', ['dc'])), ['record', 'record'])
})

const files: [what: string, xml: string, titles: string[]][] = [
  [
    'a saved list',
    `<OAI-PMH><ListRecords>${harvested('1', dc('one'))}${harvested('2', dc('two'))}</ListRecords></OAI-PMH>`,
    ['one', 'two'],
  ],
  ['bare containers', `<c>${dc('one')}${dc('two')}</c>`, ['one', 'two']],
  [
    'qualified',
    `<q:qualifieddc xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:title>one</dcterms:title></q:qualifieddc>`,
    ['one'],
  ],
  [
    'a plain root',
    `<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>one</dc:title></metadata>`,
    ['one'],
  ],
  [
    'RDF',
    `<rdf:RDF xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description rdf:about="urn:1"><dc:title>one</dc:title></rdf:Description><rdf:Description rdf:about="urn:2"><dc:title>two</dc:title><dc:creator><rdf:Description><rdf:value>Li, Wan</rdf:value></rdf:Description></dc:creator></rdf:Description></rdf:RDF>`,
    ['one', 'two'],
  ],
  [
    'EDM',
    `<rdf:RDF xmlns:dc="http://purl.org/dc/elements/1.1/"><edm:ProvidedCHO rdf:about="urn:1"/><ore:Proxy><dc:title>one</dc:title></ore:Proxy></rdf:RDF>`,
    ['one'],
  ],
]

for (const [what, xml, titles] of files)
  t.test(`Dublin Core in ${what} gives its records`, async (t) => {
    const bytes = Buffer.from(xml)
    t.equal(guessFormat(bytes, '')?.format, 'dublin-core')
    const carrier: CarrierName = 'dublin-core-xml'
    const seen: unknown[] = []
    for await (const piece of carriers[carrier].split(chunked(xml, 50), { head: bytes }))
      seen.push(piece.kind === 'record' && dublinCore.describe(piece.bytes).description?.titles[0]?.value)
    t.same(seen, titles)
  })

t.test(
  'the header of a saved list, or rdf:about, names the record; RDF gives agents by their labels',
  async (t) => {
    t.match(dublinCore.describe(Buffer.from(harvested('1', dc('one')))), {
      sourceId: 'oai:x:1',
      deleted: false,
    })
    t.match(dublinCore.describe(Buffer.from(harvested('1', '', ' status="deleted"'))), {
      sourceId: 'oai:x:1',
      deleted: true,
    })
    const rdf =
      '<rdf:Description rdf:about="urn:2"><dc:title>x</dc:title><dc:creator><foaf:Agent><foaf:name>Li, Wan</foaf:name></foaf:Agent></dc:creator></rdf:Description>'
    t.match(dublinCore.describe(Buffer.from(rdf)), {
      sourceId: 'urn:2',
      description: { agents: [{ names: [{ value: 'Li, Wan' }] }] },
    })
  },
)

/** What is not linear in the length would meet the time limit of the test. */
t.test('hostile XML comes to an end', { timeout: 60_000 }, async () => {
  for (const xml of [
    '<dc>'.repeat(200_000),
    `<dc ${'a="" '.repeat(200_000)}`,
    '<!--'.repeat(200_000),
    `<!DOCTYPE ${'['.repeat(200_000)}`,
    `<record>${'<record>'.repeat(100_000)}`,
    '<'.repeat(500_000),
  ])
    await split(xml, ['record', 'dc'], 65_536, 10_000_000)
})
