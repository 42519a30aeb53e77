import t from 'tap'
import { RecordUnreadable } from '../crosswalks/crosswalk.js'
import { readIso2709 } from './iso2709.js'
import { writeIso2709 } from './iso2709-write.js'
import type { MarcRecord } from './marc.js'

const book: MarcRecord = {
  leader: '00000nam a2200000   4500',
  fields: [
    { tag: '001', value: 'b1' },
    { tag: '008', value: '260301s2026    cc            000 0 chi d' },
    { tag: '020', ind1: ' ', ind2: ' ', subfields: [{ code: 'a', value: '9787302354567' }] },
    {
      tag: '245',
      ind1: '1',
      ind2: '0',
      subfields: [
        { code: 'a', value: '红楼梦 :' },
        { code: 'b', value: 'Dream of the Red Chamber' },
      ],
    },
  ],
}
const sound = Buffer.from(writeIso2709(book, 'utf-8'))

/** A copy of the sound record with other text at one place. */
function altered(at: number, text: string): Buffer {
  const bytes = Buffer.from(sound)
  bytes.write(text, at, 'latin1')
  return bytes
}

const codesOf = (bytes: Uint8Array) => readIso2709(bytes).findings.map((finding) => finding.code)

t.test('a sound record is read whole and without a finding', async (t) => {
  const { record, findings, encoding } = readIso2709(sound)
  t.same(record.fields, book.fields)
  t.equal(record.leader.length, 24)
  t.same(findings, [])
  t.equal(encoding, 'utf-8')
})

t.test('ASCII records say so', async (t) => {
  const fields = book.fields.slice(0, 3)
  t.equal(readIso2709(writeIso2709({ ...book, fields }, 'utf-8')).encoding, 'ascii')
})

t.test('defects of the frame are mended and told', async (t) => {
  const cases: [string, Buffer, string[]][] = [
    ['a wrong length', altered(0, '00042'), ['MARC_LENGTH_WRONG']],
    ['a wrong base address', altered(12, '99999'), ['MARC_BASE_WRONG']],
    ['a directory position that is no number', altered(24 + 7, 'xxxxx'), ['MARC_DIRECTORY_BROKEN']],
    ['lengths that overlap', altered(24 + 12 + 7, '00000'), ['MARC_DIRECTORY_BROKEN']],
    [
      'a blank leader',
      altered(0, ' '.repeat(24)),
      ['MARC_LEADER_BLANK', 'MARC_LENGTH_WRONG', 'MARC_BASE_WRONG'],
    ],
    ['a missing terminator', sound.subarray(0, -1), ['MARC_LENGTH_WRONG']],
  ]
  for (const [what, bytes, expected] of cases) {
    t.same(codesOf(bytes), expected, what)
    t.same(readIso2709(bytes).record.fields, book.fields, `${what}: all fields are there`)
  }
})

t.test('a finding says what was expected, what came and where, in two languages', async (t) => {
  const [finding] = readIso2709(altered(0, '00042')).findings
  t.match(finding, {
    expected: String(sound.length).padStart(5, '0'),
    got: '00042',
    offset: 0,
    path: 'leader/0-4',
  })
  t.match(finding?.detailZh, /记录长度/)
})

t.test('lengths counted in characters instead of octets are mended', async (t) => {
  const text = sound.toString('utf8')
  const bytes = altered(24 + 3 * 12 + 3, String(text.length % 1000).padStart(4, '0'))
  t.same(readIso2709(bytes).record.fields, book.fields)
})

t.test('a directory in another order than the fields is no defect of the fields', async (t) => {
  const bytes = Buffer.from(sound)
  sound.copy(bytes, 24, 36, 48)
  sound.copy(bytes, 36, 24, 36)
  t.same(codesOf(bytes), [])
  t.same(
    readIso2709(bytes).record.fields.map((field) => field.tag),
    ['008', '001', '020', '245'],
  )
})

t.test('a leader that lost octets shifts no entry of the directory', async (t) => {
  const bytes = Buffer.concat([sound.subarray(0, 17), sound.subarray(20)])
  t.same(readIso2709(bytes).record.fields, book.fields)
})

t.test('stray octets behind the entries of the directory misname no field', async (t) => {
  const end = sound.indexOf(0x1e)
  const bytes = Buffer.concat([sound.subarray(0, end), Buffer.from('1'), sound.subarray(end)])
  bytes.write(`${String(bytes.length).padStart(5, '0')}`, 0, 'latin1')
  bytes.write(String(end + 2).padStart(5, '0'), 12, 'latin1')
  t.same(readIso2709(bytes).record.fields, book.fields)
  t.same(codesOf(bytes), ['MARC_DIRECTORY_BROKEN'])
})

t.test('a separator inside a field is read as a space', async (t) => {
  const at = sound.indexOf('Dream of') + 5
  const bytes = altered(at, '\x1e')
  t.same(codesOf(bytes), ['MARC_SEPARATOR_IN_FIELD'])
  t.match(readIso2709(bytes).record.fields[3], { subfields: [{}, { value: 'Dream of the Red Chamber' }] })
})

t.test('a record cut short keeps the fields it has', async (t) => {
  const { record, findings } = readIso2709(sound.subarray(0, sound.indexOf('9787302') + 5))
  t.same(
    record.fields.map((field) => field.tag),
    ['001', '008', '020'],
  )
  t.match(findings.at(-1), { code: 'MARC_FIELDS_LOST', detail: /Lost: 245/ })
})

t.test('fields out of form are kept and told', async (t) => {
  const record = (field: string) => writeIso2709({ ...book, fields: [{ tag: '245', value: field }] }, 'utf-8')
  t.same(codesOf(record('no delimiter at all')), ['MARC_SUBFIELD_MISSING'])
  t.same(codesOf(record('1\x1faone indicator')), ['MARC_INDICATORS_WRONG'])
  t.same(codesOf(record('10\x1faTitle\x1f')), ['MARC_SUBFIELD_CODE_MISSING'])
  t.match(readIso2709(record('1\x1faone indicator')).record.fields[0], { ind1: '1', ind2: ' ' })
  const control = writeIso2709({ ...book, fields: [{ tag: '001', value: '\x1fab1' }] }, 'utf-8')
  t.match(readIso2709(control), { record: { fields: [{ value: 'b1' }] }, findings: [{ path: '001' }] })
})

t.test('hostile octets are answered within 50 ms', async (t) => {
  const many = (text: string, count: number) => Buffer.from(text.repeat(count), 'latin1')
  const hostile: [string, Buffer][] = [
    ['24 nines', many('9', 24)],
    ['nines without end', many('9', 2_000_000)],
    ['a base of 0', altered(12, '00000')],
    ['nothing but field separators', Buffer.concat([many('9', 24), many('\x1e', 1_000_000)])],
    [
      'nothing but subfields',
      Buffer.concat([sound.subarray(0, -2), many('\x1f', 1_000_000), many('\x1e\x1d', 1)]),
    ],
    [
      'entries that all overlap',
      Buffer.concat([many('9', 24), many('245999900000', 8_000), many('\x1e', 1), many('x', 90_000)]),
    ],
    [
      'marks before letters',
      Buffer.concat([sound.subarray(0, -2), many('\xe1a', 500_000), many('\x1e\x1d', 1)]),
    ],
    ['escapes', Buffer.concat([sound.subarray(0, -2), many('\x1b(', 500_000), many('\x1e\x1d', 1)])],
    ['nothing', Buffer.alloc(0)],
  ]
  // The quickest of four: the others pay for the compiler, and for whoever else uses the machine.
  const cost = (bytes: Uint8Array): number => {
    const began = process.cpuUsage()
    attempt(bytes)
    return process.cpuUsage(began).user
  }
  for (const [what, bytes] of hostile) {
    const least = Math.min(...Array.from({ length: 4 }, () => cost(bytes)))
    t.ok(least < 50_000, `${what}: ${(least / 1000).toFixed(1)} ms`)
  }
})

t.test('any octets at all give a record or RecordUnreadable', async (t) => {
  let state = 7
  const random = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state / 2 ** 32
  }
  for (let round = 0; round < 3_000; round++) {
    const bytes = Buffer.from(sound)
    for (let i = 0; i < 1 + (round % 9); i++)
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
    attempt(bytes.subarray(0, Math.ceil(random() * bytes.length)))
  }
  t.pass('3,000 damaged records')
})

function attempt(bytes: Uint8Array): void {
  try {
    readIso2709(bytes)
  } catch (error) {
    if (!(error instanceof RecordUnreadable) || error.code !== 'MARC_INVALID') throw error
  }
}
