import t from 'tap'
import { writeIso2709 } from '../formats/iso2709-write.js'
import type { MarcField, MarcRecord } from '../formats/marc.js'
import { iso2709Rules, type MarcProfile } from './iso2709.js'

const marc21: MarcRecord = {
  leader: '00000nam a2200000 a 4500',
  fields: [
    { tag: '001', value: 'b1' },
    { tag: '008', value: '260301s2026    cc            000 0 chi d' },
    { tag: '245', ind1: '1', ind2: '0', subfields: [{ code: 'a', value: '红楼梦' }] },
  ],
}
const cnmarc: MarcRecord = {
  leader: '00000nam0 2200000   450 ',
  fields: [
    { tag: '001', value: 'c1' },
    {
      tag: '100',
      ind1: ' ',
      ind2: ' ',
      subfields: [{ code: 'a', value: '20260301d2026    em y0chiy50      ea' }],
    },
    { tag: '200', ind1: '1', ind2: ' ', subfields: [{ code: 'a', value: '红楼梦' }] },
  ],
}

const bytesOf = (record: MarcRecord) => Buffer.from(writeIso2709(record, 'utf-8'))

/** Ids of the rules that the octets break. */
const broken = (bytes: Uint8Array, profile: MarcProfile = 'marc21') =>
  iso2709Rules.filter((rule) => rule.check(bytes, profile).length > 0).map(({ id }) => id.slice(-2))

function altered(at: number, text: string, record = marc21): Buffer {
  const bytes = bytesOf(record)
  bytes.write(text, at, 'latin1')
  return bytes
}

const withFields = (...fields: MarcField[]) => bytesOf({ ...marc21, fields })

t.test('sound records break no rule', async (t) => {
  t.same(broken(bytesOf(marc21)), [])
  t.same(broken(bytesOf(cnmarc), 'cnmarc'), [])
})

t.test('ids are numbered without a gap, and each rule says itself in two languages', async (t) => {
  t.same(
    iso2709Rules.map(({ id }) => id),
    iso2709Rules.map((_, i) => `ISO2709-${String(i + 1).padStart(2, '0')}`),
  )
  t.ok(iso2709Rules.every(({ title, section }) => title.en && /\p{Script=Han}/u.test(title.zh) && section))
})

t.test('each defect breaks the rule that names it', async (t) => {
  const [id, coded, title] = marc21.fields as [MarcField, MarcField, MarcField]
  const cases: [string, string[], Buffer][] = [
    ['length', ['01'], altered(0, '00001')],
    ['length not numeric', ['01'], altered(0, 'abcde')],
    ['indicator count', ['02'], altered(10, '1')],
    ['subfield code length', ['03'], altered(11, '1')],
    ['entry map', ['04'], altered(20, '44')],
    ['entry map of another format', ['05'], altered(22, '  ')],
    ['base address', ['06'], altered(12, '00060')],
    ['record status', ['07'], altered(5, 'X')],
    ['type of record', ['08'], altered(6, 'X')],
    ['bibliographic level', ['09'], altered(7, 'X')],
    ['type of control', ['10'], altered(8, 'X')],
    ['encoding level', ['11'], altered(17, 'X')],
    ['descriptive form', ['12'], altered(18, 'X')],
    ['multipart level', ['13'], altered(19, 'X')],
    ['character set', ['14'], altered(9, ' ')],
    ['tag', ['16'], altered(24 + 24, '2-5')],
    ['entry not numeric', ['17'], altered(24 + 24 + 3, 'x')],
    ['field outside the record', ['18'], altered(24 + 24 + 3, '9999')],
    ['field without separator', ['20'], altered(bytesOf(marc21).length - 2, 'x')],
    ['terminator', ['21'], altered(bytesOf(marc21).length - 1, 'x')],
    ['control field with subfields', ['22'], withFields({ tag: '001', value: '\x1fab1' }, coded, title)],
    ['indicators', ['23'], withFields(id, coded, title, { tag: '500', value: '\x1faNote' })],
    ['subfield code', ['24'], withFields(id, coded, title, { tag: '500', value: '  \x1faNote\x1f' })],
    ['indicator character', ['25'], withFields(id, coded, title, { tag: '500', value: 'A#\x1faNote' })],
    ['no 001', ['26'], withFields(coded, title)],
    ['two titles', ['27'], withFields(id, coded, title, title)],
    ['short 008', ['28'], withFields(id, { tag: '008', value: '260301' }, title)],
  ]
  for (const [what, ids, bytes] of cases)
    t.ok(
      ids.every((rule) => broken(bytes).includes(rule)),
      what,
    )
})

t.test('each finding bears the code of its rule', async (t) => {
  const hostile = [
    altered(5, 'X'),
    altered(12, '00060'),
    withFields(),
    altered(bytesOf(marc21).length - 1, 'x'),
  ]
  for (const bytes of hostile)
    for (const rule of iso2709Rules)
      for (const { code } of rule.check(bytes, 'marc21')) t.equal(code, rule.code, rule.id)
})

t.test('a defect of the leader is told once', async (t) => {
  t.same(broken(altered(5, 'X')), ['07'])
  t.same(broken(altered(22, '  ')), ['05'])
})

t.test('overlap and a broken directory are told', async (t) => {
  t.ok(broken(altered(24 + 12 + 7, '00000')).includes('19'))
  t.ok(broken(Buffer.concat([bytesOf(marc21).subarray(0, 30), bytesOf(marc21).subarray(31)])).includes('15'))
})

t.test('CNMARC is held to its own values', async (t) => {
  t.same(broken(altered(22, '00', cnmarc), 'cnmarc'), ['05'])
  t.same(broken(bytesOf(cnmarc).fill(0x20, 19, 20), 'cnmarc'), [])
  const stated = bytesOf(cnmarc)
  stated.write('0120', stated.indexOf('y50') + 1, 'latin1')
  t.same(broken(stated, 'cnmarc'), ['14'])
})

t.test('local fields and authorities are not held to what is not theirs', async (t) => {
  const local = { tag: 'FMT', value: 'BK' }
  t.same(broken(bytesOf({ ...marc21, fields: [...marc21.fields, local] })), [])
  const authority: MarcRecord = {
    leader: '00000nz  a2200000n  4500',
    fields: [
      { tag: '001', value: 'a1' },
      { tag: '008', value: '260301n| azannaabn          |n aaa     c' },
      { tag: '100', ind1: '1', ind2: ' ', subfields: [{ code: 'a', value: 'Cao, Xueqin' }] },
    ],
  }
  t.same(broken(bytesOf(authority)), [])
})

t.test('findings say where and are bounded', async (t) => {
  const many = Array.from({ length: 100 }, () => ({ tag: '500', value: 'bare' }))
  const rule = iso2709Rules.find(({ id }) => id === 'ISO2709-23')
  const findings = rule?.check(withFields(...many), 'marc21') ?? []
  t.equal(findings.length, 20)
  t.match(findings[0], { path: '500', code: 'MARC_INDICATORS_WRONG', got: 'bare' })
  t.ok((findings[0]?.offset ?? 0) > 24)
})

t.test('hostile octets are answered, each rule within its time', async (t) => {
  const hostile = [
    Buffer.alloc(0),
    Buffer.alloc(24, '9'),
    Buffer.alloc(100_000, '9'),
    Buffer.alloc(100_000, 0x1e),
    Buffer.alloc(100_000, 0x1f),
    Buffer.concat([
      Buffer.alloc(24, '9'),
      Buffer.from('245999900000'.repeat(8_000)),
      Buffer.alloc(100_000, 0x1e),
    ]),
  ]
  for (const bytes of hostile) broken(bytes)
  for (const bytes of hostile) {
    const began = process.cpuUsage()
    broken(bytes)
    const { user } = process.cpuUsage(began)
    t.ok(user < 500_000, `${bytes.length} octets, all rules: ${(user / 1000).toFixed(1)} ms`)
  }
})
