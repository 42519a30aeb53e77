import t from 'tap'
import { kbart } from '../crosswalks/kbart.js'
import { iso2709Splitter } from './iso2709-split.js'
import { writeIso2709 } from './iso2709-write.js'
import { splitMarcxml } from './marcxml-split.js'
import { type FileCarrier, fileCarrierOf, joinRecords } from './record-file.js'

async function* of(...parts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part)
}

const joined = async (carrier: FileCarrier, ...records: (string | Uint8Array)[]): Promise<Buffer> => {
  const parts: Uint8Array[] = []
  for await (const part of joinRecords(carrier, of(...records))) parts.push(part)
  return Buffer.concat(parts)
}

const marc = (id: string): Uint8Array =>
  writeIso2709({ leader: '00000nam a2200000 a 4500', fields: [{ tag: '001', value: id }] }, 'utf-8')

t.test('records of ISO 2709 stand one after the other, each with an end', async (t) => {
  const cut = marc('2').subarray(0, -1)
  const file = await joined('iso2709', marc('1'), cut, marc('3'))
  t.same(file, Buffer.concat([marc('1'), cut, Buffer.of(0x1d), marc('3')]))
  const splitter = iso2709Splitter()
  t.equal([...splitter.push(file), ...splitter.end()].filter(({ kind }) => kind === 'record').length, 3)
})

t.test('records of XML stand in a collection that can be read again, a broken one among them', async (t) => {
  const record = (id: string) => `<record><controlfield tag="001">${id}</controlfield></record>`
  const file = await joined('xml', record('1'), '<record><controlfield tag="001">2</record>', record('3'))
  const kinds = []
  for await (const piece of splitMarcxml(of(file))) kinds.push(piece.kind)
  t.same(kinds, ['record', 'broken', 'record'])
})

t.test('titles of a list stand under one line of labels', async (t) => {
  const title = (name: string) => `publication_title\tprint_identifier\n${name}\t1234-5679`
  const file = (await joined('table', title('One'), title('Two'))).toString()
  t.match(file, /^publication_title\tprint_identifier\t.*package_name\nOne\t1234-5679\nTwo\t1234-5679\n$/s)
  t.equal(kbart.describe(Buffer.from(file)).description?.titles[0]?.value, 'One')
})

t.test('a row that has more cells than its list has labels stays under the labels of its list', async (t) => {
  const labels = 'title_id\tpublication_title\tprint_identifier'
  const row = `${labels}\n3\tCut\tshort\t0028-0836`
  const carrier = fileCarrierOf(Buffer.from(row), 'kbart', 'KBART_COLUMNS')
  t.equal((await joined(carrier, row, row)).toString(), `${row}\n3\tCut\tshort\t0028-0836\n`)
})

t.test('JSON is an array; nothing makes no file', async (t) => {
  t.same(JSON.parse((await joined('json', '{"a":1}', '{"b":2}')).toString()), [{ a: 1 }, { b: 2 }])
  t.equal((await joined('xml')).length, 0)
})

t.test('the carrier is told from what is left of a record', async (t) => {
  t.equal(fileCarrierOf(marc('1'), 'marc21'), 'iso2709')
  t.equal(fileCarrierOf(Buffer.from('00120nam'), 'marc21'), 'iso2709')
  t.equal(fileCarrierOf(Buffer.from(' <record'), undefined), 'xml')
  t.equal(fileCarrierOf(Buffer.from('{"leader"'), 'marc21'), 'json')
  t.equal(fileCarrierOf(Buffer.from('publication_title'), 'kbart'), 'table')
  t.equal(fileCarrierOf(Buffer.from('=LDR  00120nam'), 'marc21'), 'text')
  t.equal(fileCarrierOf(Buffer.from('*** END OF BATCH ***'), 'marc21', 'MARC_NO_TERMINATOR'), 'iso2709')
})
