import t from 'tap'
import { RecordUnreadable } from '../crosswalks/crosswalk.js'
import { encodeGb18030 } from './gb18030-encode.js'
import type { MarcRecord } from './marc.js'
import { readMarcxml } from './marcxml.js'
import { splitMarcxml } from './marcxml-split.js'
import { writeMarcxml } from './marcxml-write.js'
import type { Piece } from './pieces.js'

const book: MarcRecord = {
  leader: '00000nam a2200000   4500',
  fields: [
    { tag: '001', value: 'b1' },
    {
      tag: '245',
      ind1: '1',
      ind2: '0',
      subfields: [{ code: 'a', value: '红楼梦 <"A & B">' }],
    },
  ],
}
const element = writeMarcxml(book)
const titled = (title: string) =>
  `<record><leader>00000nam a2200000   4500</leader><controlfield tag="001">x</controlfield><datafield tag="245" ind1=" " ind2=" "><subfield code="a">${title}</subfield></datafield></record>`

async function* chunked(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function split(xml: string | Uint8Array, size = 50, options = {}): Promise<Piece[]> {
  const pieces: Piece[] = []
  const bytes = typeof xml === 'string' ? Buffer.from(xml) : xml
  for await (const piece of splitMarcxml(chunked(bytes, size), options)) pieces.push(piece)
  return pieces
}

const told = (pieces: Piece[]) =>
  pieces.map((piece) => (piece.kind === 'broken' ? piece.finding.code : piece.kind))

const codeOf = (xml: string): string => {
  try {
    readMarcxml(Buffer.from(xml))
    return 'read'
  } catch (error) {
    return error instanceof RecordUnreadable ? error.code : String(error)
  }
}

t.test('what was written is read again', async (t) => {
  t.same(readMarcxml(Buffer.from(element)), { record: book, findings: [] })
})

t.test('values that the XML sets out over several lines are on one', async (t) => {
  const spread = element
    .replace('红楼梦', '\n      红楼梦\n      ')
    .replace('>b1<', '>\n    b1\n  <')
    .replace('B&quot;&gt;', 'B&quot;&gt;\n')
  t.same(readMarcxml(Buffer.from(spread)).record, book)
})

t.test('prefix, missing namespace and wrappers make no difference', async (t) => {
  const prefixed = element.replace(/<(\/?)(\w)/g, '<$1marc:$2').replace('xmlns=', 'xmlns:marc=')
  t.same(readMarcxml(Buffer.from(prefixed)).record, book)
  t.same(readMarcxml(Buffer.from(element.replace(/ xmlns="[^"]*"/, ''))).record, book)
  const oai = `<OAI-PMH><record><header><identifier>1</identifier></header><metadata>${prefixed}</metadata></record></OAI-PMH>`
  const [piece, ...others] = await split(oai)
  t.same(piece?.kind === 'record' && Buffer.from(piece.bytes).toString(), prefixed)
  t.same(others, [])
})

t.test('records come with offsets at which reading can begin again', async (t) => {
  const xml = `<?xml version="1.0"?><!-- <record> --><collection>\n${element}\n${titled('two')}</collection>`
  for (const size of [1, 13, 10_000]) {
    const pieces = await split(xml, size)
    t.same(told(pieces), ['record', 'record'])
    const second = pieces[1]?.offset ?? 0
    t.ok(Buffer.from(xml).subarray(second).toString().startsWith('<record><leader>'))
    const rest = await split(Buffer.from(xml).subarray(second), size, { offset: second, encoding: 'utf-8' })
    t.same(rest, pieces.slice(1))
  }
})

t.test('DOCTYPE is passed over, and no entity is expanded', async (t) => {
  const bomb = `<!DOCTYPE c [<!ENTITY a "<record>"><!ENTITY b SYSTEM "file:///etc/passwd">]>`
  const pieces = await split(`${bomb}<c>${titled('&b;')}${titled('plain')}</c>`)
  t.same(told(pieces), ['XML_ENTITY', 'record'])
})

t.test('a record with mismatched tags is broken and the next is read', async (t) => {
  const xml = `<c>${titled('<b>bold</i>')}${titled('good')}${titled('cut').slice(0, -30)}${titled('last')}</c>`
  t.same(told(await split(xml)), ['XML_NOT_WELL_FORMED', 'record', 'XML_NOT_WELL_FORMED', 'record'])
  t.same(told(await split(`<c>${titled('end').slice(0, -9)}`)), ['XML_NOT_WELL_FORMED'])
})

t.test('illegal characters and bare ampersands are mended and told', async (t) => {
  const { record, findings } = readMarcxml(Buffer.from(titled('a\x1fb &#x1; R & D &#x4e2d;')))
  t.match(record.fields[1], { subfields: [{ value: 'a b   R & D 中' }] })
  t.same(
    findings.map(({ code }) => code),
    ['XML_ILLEGAL_CHARACTER', 'XML_AMPERSAND'],
  )
})

t.test('a comment or section that is never closed costs its record alone', async (t) => {
  const wrapped = (record: string) =>
    `<record><header><identifier>oai:1</identifier></header><metadata>${record}</metadata></record>`
  for (const opening of ['<!-- ', '<![CDATA[', '<?x '])
    for (const size of [1, 50, 9_999])
      for (const around of [(record: string) => record, wrapped]) {
        const list = [titled(`${opening}one`), titled('two'), titled('three')].map(around)
        t.same(
          told(await split(`<c>${list.join('\n')}<!-- the end --></c>`, size)),
          ['XML_NOT_WELL_FORMED', 'record', 'record'],
          `${opening} ${size}`,
        )
      }
  t.same(told(await split(`<c>${titled('a<!-- <record> </record> -->')}${titled('b')}</c>`)), [
    'record',
    'record',
  ])
})

t.test('CDATA, comments and instructions are read as XML asks', async (t) => {
  const { record } = readMarcxml(Buffer.from(titled('x<!-- no --><![CDATA[<record> & y]]><?pi?>z')))
  t.match(record.fields[1], { subfields: [{ value: 'x<record> & yz' }] })
  t.same(told(await split(`<c>${titled('<![CDATA[<record><leader>]]>')}${titled('next')}</c>`)), [
    'record',
    'record',
  ])
})

t.test('UTF-16, GBK and Latin-1 documents are read by mark or declaration', async (t) => {
  const declared = (encoding: string, title: string) =>
    `<?xml version="1.0" encoding="${encoding}"?><c>${titled(title)}</c>`
  const documents: [string, Uint8Array][] = [
    ['红楼梦', Buffer.from(`\ufeff${declared('UTF-16', '红楼梦')}`, 'utf16le')],
    ['红楼梦', Buffer.from(`\ufeff${declared('UTF-16', '红楼梦')}`, 'utf16le').swap16()],
    ['红楼梦', encodeGb18030(declared('GBK', '红楼梦'))],
    ['café', Buffer.from(declared('ISO-8859-1', 'café'), 'latin1')],
    ['红楼梦', Buffer.from(`\ufeff${declared('utf-8', '红楼梦')}`)],
  ]
  for (const [title, bytes] of documents) {
    const [piece] = await split(bytes, 17)
    t.match(piece?.kind === 'record' && readMarcxml(piece.bytes).record.fields[1], {
      subfields: [{ value: title }],
    })
  }
})

t.test('depth, attributes and length are capped; the file goes on', async (t) => {
  const deep = titled(`${'<b>'.repeat(300)}${'</b>'.repeat(300)}`)
  const wide = titled(`<b ${Array.from({ length: 300 }, (_, i) => `a${i}="1"`).join(' ')}/>`)
  t.same(told(await split(`<c>${deep}${wide}${titled('ok')}</c>`, 999)), [
    'XML_TOO_DEEP',
    'XML_ATTRIBUTES',
    'record',
  ])
  const long = await split(`<c>${titled('x'.repeat(5_000))}${titled('ok')}</c>`, 100, { maxBytes: 2_000 })
  t.same(told(long), ['XML_TOO_LARGE', 'record'])
})

t.test('hostile documents are answered', async (t) => {
  t.equal(codeOf(`<record><datafield ${'a="" '.repeat(200_000)}/></record>`), 'XML_ATTRIBUTES')
  t.equal(codeOf('<a>'.repeat(200_000)), 'XML_TOO_DEEP')
  t.equal(codeOf(`<record>${'<'.repeat(200_000)}`), 'XML_NOT_WELL_FORMED')
  t.equal(codeOf(titled('&'.repeat(200_000))), 'read')
  t.equal(codeOf(`<record><controlfield tag="${'"'.repeat(99)}`), 'XML_NOT_WELL_FORMED')
  await split(`<c>${'<record>'.repeat(100_000)}`, 65_536)
})

t.test('what calls itself a record and holds no MARC is told, never passed over', async (t) => {
  t.same(await split('<oai_dc:dc><dc:title>x</dc:title></oai_dc:dc>'), [])
  t.equal(codeOf('<a/>'), 'MARC_INVALID')
  const xml = `<c><record>nothing</record>${titled('good')}<record> <!-- 0. no field --> </record><record/><record><dc:title>x</dc:title></record><rec`
  for (const size of [1, 50, 5_000])
    t.same(told(await split(xml, size)), ['MARC_INVALID', 'record', 'empty', 'empty', 'MARC_INVALID'])
  t.same(told(await split(`<c>${titled('good')}<record> `)), ['record', 'XML_NOT_WELL_FORMED'])
})

t.test('a saved list of OAI-PMH: its headers name the records, and say which are deleted', async (t) => {
  const harvested = (id: string, status: string, inner: string) =>
    `<record><header${status}><identifier>oai:x:${id}</identifier><datestamp>2026-01-01</datestamp></header>${inner}</record>`
  const list = [
    harvested('1', '', `<metadata>${titled('one')}</metadata>`),
    harvested('2', ' status="deleted"', ''),
    harvested('3', ' status="deleted"', `<metadata>${titled('gone')}</metadata>`),
    harvested('4', '', '<metadata><dc:title>x</dc:title></metadata>'),
    titled('without a header'),
  ]
  for (const size of [1, 70, 5_000]) {
    const pieces = await split(`<OAI-PMH><ListRecords>${list.join('\n')}</ListRecords></OAI-PMH>`, size)
    t.same(told(pieces), ['record', 'deleted', 'deleted', 'MARC_INVALID', 'record'])
    t.same(
      pieces.map((piece) => 'sourceId' in piece && piece.sourceId),
      ['oai:x:1', 'oai:x:2', 'oai:x:3', 'oai:x:4', false],
    )
  }
  const [prefixed] = await split(`<o:OAI-PMH>${list[1]?.replace(/<(\/?)(\w)/g, '<$1o:$2')}</o:OAI-PMH>`)
  t.match(prefixed, { kind: 'deleted', sourceId: 'oai:x:2' })
  const [unnamed] = await split('<l><record><header status="deleted"></header></record></l>')
  t.match(unnamed, { kind: 'broken', finding: { code: 'MARC_INVALID' } })
})

t.test('a leader of another length is told', async (t) => {
  const { record, findings } = readMarcxml(Buffer.from(titled('x').replace('   4500<', '<')))
  t.equal(record.leader.length, 24)
  t.match(findings, [{ code: 'MARC_LEADER_WRONG' }])
})
