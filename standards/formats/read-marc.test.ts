import t from 'tap'
import { guessFormat } from './detect.js'
import { encodeGb18030 } from './gb18030-encode.js'
import { writeIso2709 } from './iso2709-write.js'
import type { MarcRecord } from './marc.js'
import { splitMarcJson } from './marc-json-split.js'
import { writeMarcxml } from './marcxml-write.js'
import { readMarc } from './read-marc.js'

const record: MarcRecord = {
  leader: '00000nam a2200000   4500',
  fields: [
    { tag: '001', value: 'j1' },
    { tag: '245', ind1: '0', ind2: ' ', subfields: [{ code: 'a', value: 'Title {1}' }] },
  ],
}
const json =
  '{"leader":"00000nam a2200000   4500","fields":[{"001":"j1"},{"245":{"ind1":"0","ind2":" ","subfields":[{"a":"Title {1}"}]}}]}'
const cnmarc: MarcRecord = {
  leader: '00000nam0 2200000   450 ',
  fields: [
    { tag: '001', value: 'c1' },
    { tag: '200', ind1: '1', ind2: ' ', subfields: [{ code: 'a', value: '红楼梦' }] },
  ],
}

t.test('the carrier is told from the first octets', async (t) => {
  t.match(readMarc(writeIso2709(record, 'utf-8')), { carrier: 'iso2709', record: { fields: record.fields } })
  t.same(readMarc(Buffer.from(` \n${writeMarcxml(record)}`)), { carrier: 'marcxml', record, findings: [] })
  t.same(readMarc(Buffer.from(json)), { carrier: 'json', record, findings: [] })
})

t.test('JSON that is no record is refused with a reason', async (t) => {
  t.throws(() => readMarc(Buffer.from('{"leader":')), { code: 'JSON_INVALID' })
  t.throws(() => readMarc(Buffer.from('{"title":"x"}')), { code: 'MARC_INVALID' })
  t.match(readMarc(Buffer.from('{"leader":"","fields":[7,{"245":8}]}')).findings, [
    { code: 'MARC_FIELD_FORM' },
    { code: 'MARC_FIELD_FORM' },
  ])
})

t.test(
  'JSON records come one by one from lines, arrays and objects; a broken one costs itself',
  async (t) => {
    const kinds = async (text: string, size: number) => {
      async function* chunks() {
        for (let at = 0; at < text.length; at += size) yield Buffer.from(text.slice(at, at + size))
      }
      const seen: string[] = []
      for await (const piece of splitMarcJson(chunks())) seen.push(piece.kind)
      return seen
    }
    for (const size of [1, 11, 9999]) {
      t.same(await kinds(`${json}\n${json}\n`, size), ['record', 'record'])
      t.same(await kinds(`[${json},\n${json}]`, size), ['record', 'record'])
      t.same(await kinds(`${json.slice(0, 70)}\n${json}\n${json}`, size), ['broken', 'record', 'record'])
      t.same(await kinds(`[${json},\n"lost":1}}, ${json}] tail`, size), [
        'record',
        'broken',
        'record',
        'broken',
      ])
      t.same(await kinds(`{"n":1,"records":[${json},${json}],"next":"x"}`, size), ['record', 'record'])
    }
  },
)

t.test('formats are guessed from the content', async (t) => {
  const guess = (text: string | Uint8Array, name = 'file') => {
    const found = guessFormat(typeof text === 'string' ? Buffer.from(text) : text, name)
    return found && [found.format, found.carrier]
  }
  t.same(guess(writeIso2709(record, 'utf-8')), ['marc21', 'iso2709'])
  t.same(guess(writeIso2709(cnmarc, 'gb18030')), ['cnmarc', 'iso2709'])
  t.same(guess(Buffer.from(writeIso2709(cnmarc, 'utf-8')).subarray(0, 50)), ['cnmarc', 'iso2709'])
  t.same(guess(writeMarcxml(record)), ['marc21', 'marcxml'])
  t.same(guess(writeMarcxml(cnmarc)), ['cnmarc', 'marcxml'])
  t.same(guess(json), ['marc21', 'json'])
  t.same(guess('<r><oai_dc:dc xmlns:oai_dc="x"/></r>'), ['dublin-core', 'dublin-core-xml'])
  t.same(guess('publication_title\tprint_identifier\n'), ['kbart', 'tsv'])
  t.same(guess(Buffer.from('\ufeffpublication_title\tprint_identifier\n', 'utf16le')), ['kbart', 'tsv'])
  t.same(guess('题名,ISSN,出版社\n'), ['kbart', 'csv'])
  t.equal(guess('hello, world'), null)
  t.equal(guess(''), null)
})

t.test('MARC-in-JSON that is not UTF-8 is read in what it shows itself to be', async (t) => {
  const text = JSON.stringify({
    leader: '00000nam0 2200000   450 ',
    fields: [{ 200: { ind1: '1', ind2: ' ', subfields: [{ a: '红楼梦研究论丛' }, { f: '曹雪芹著' }] } }],
  })
  const { record } = readMarc(encodeGb18030(text))
  t.match(record.fields, [
    { tag: '200', subfields: [{ code: 'a', value: '红楼梦研究论丛' }, { value: '曹雪芹著' }] },
  ])
})
