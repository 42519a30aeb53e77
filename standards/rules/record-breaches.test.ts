import t from 'tap'
import { writeIso2709 } from '../formats/iso2709-write.js'
import type { MarcRecord } from '../formats/marc.js'
import { writeMarcxml } from '../formats/marcxml-write.js'
import { breachesOf, ruleNamed } from './record-breaches.js'

const record: MarcRecord = {
  leader: '00000xam a2200000 a 4500',
  fields: [
    { tag: '001', value: 'b1' },
    { tag: '008', value: '260301s2026    cc            000 0 chi' },
    { tag: '245', ind1: '1', ind2: '0', subfields: [{ code: 'a', value: '红楼梦' }] },
  ],
}
const rules = (bytes: Uint8Array, findings: { code: string; detail: string }[] = []) =>
  breachesOf({ format: 'marc21', bytes, findings }).map(({ rule }) => rule)

t.test('a record breaks the same rules in octets and in XML', async (t) => {
  const wanted = ['ISO2709-07', 'ISO2709-28']
  t.same(rules(writeIso2709(record, 'utf-8')), wanted)
  t.same(rules(Buffer.from(writeMarcxml(record))), wanted)
})

t.test('what reading and a rule both found is told once, by the rule', async (t) => {
  const bytes = Buffer.from(writeIso2709(record, 'utf-8'))
  bytes.write('00001', 0, 'latin1')
  const findings = [
    { code: 'MARC_LENGTH_WRONG', detail: 'x' },
    { code: 'ISBN_CHECK_DIGIT', detail: 'x' },
    { code: 'ISBN_CHECK_DIGIT', detail: 'y' },
  ]
  t.same(rules(bytes, findings), ['ISO2709-01', 'ISO2709-07', 'ISO2709-28', 'ISBN_CHECK_DIGIT'])
})

t.test('the rows of a title are judged by the rules of KBART', async (t) => {
  const bytes = Buffer.from('publication_title\taccess_type\nOne\tP\nOne\tfree')
  t.match(breachesOf({ format: 'kbart', bytes, findings: [] }), [
    { rule: 'KBART-11', finding: { got: 'free' } },
  ])
})

t.test('what cannot be read, or not be written again, breaks only what ingest found', async (t) => {
  const long: MarcRecord = { ...record, fields: [{ tag: '500', value: 'x'.repeat(20_000) }] }
  t.same(rules(Buffer.from(writeMarcxml(long)), [{ code: 'X_Y', detail: 'x' }]), ['X_Y'])
  t.same(rules(Buffer.from('<broken'), []), [])
  t.same(ruleNamed('ISBN_CHECK_DIGIT'), { code: 'ISBN_CHECK_DIGIT' })
  t.equal(ruleNamed('KBART-11').code, 'KBART_ACCESS')
})
