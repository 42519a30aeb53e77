import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { corpus, recordsIn, skip } from '../crosswalks/corpus-testing.js'
import type { MarcRecord } from './marc.js'
import { splitMarcxml } from './marcxml-split.js'
import { readMarc } from './read-marc.js'

/** Characters composed: the three were written by programs that disagree about that alone. */
const fieldsOf = (bytes: Uint8Array): MarcRecord['fields'] =>
  JSON.parse(JSON.stringify(readMarc(bytes).record.fields).normalize('NFC')) as MarcRecord['fields']

t.test('30 real records are the same in ISO 2709, MARCXML and MARC-in-JSON', { skip }, async (t) => {
  const iso2709 = [...recordsIn(join(corpus, 'marc21/traject/test_data.utf8.mrc'))].map(fieldsOf)
  const xml = []
  for await (const piece of splitMarcxml(
    once(readFileSync(join(corpus, 'marcxml/traject/test_data.utf8.marc.xml'))),
  ))
    if (piece.kind === 'record') xml.push(fieldsOf(piece.bytes))
  const lines = readFileSync(join(corpus, 'marcxml/traject/test_data.utf8.json'), 'utf8').trim().split('\n')
  const json = lines.map((line) => fieldsOf(Buffer.from(line)))
  t.same([iso2709.length, xml.length, json.length], [30, 30, 30])
  t.same(xml, iso2709)
  t.same(json, iso2709)
})

async function* once(bytes: Uint8Array) {
  yield bytes
}
