import t from 'tap'
import type { MarcRecord } from '../formats/marc.js'
import { coveredFolders, fieldsUnder } from './corpus-fields-testing.js'
import { skip } from './corpus-testing.js'
import { coverageOf } from './coverage.js'

const record = (leader: string, ...fields: [tag: string, ...subfields: string[]][]): MarcRecord => ({
  leader,
  fields: fields.map(([tag, ...subfields]) =>
    tag < '010'
      ? { tag, value: subfields[0] ?? '' }
      : {
          tag,
          ind1: ' ',
          ind2: ' ',
          subfields: subfields.map((text) => ({ code: text[0] as string, value: text.slice(1) })),
        },
  ),
})

t.test('each subfield is used, kept as a note, passed over with a reason, or unknown', async (t) => {
  const coverage = coverageOf('marc21')
  coverage.add(
    record(
      '00000nam a2200000 a 4500',
      ['001', '1'],
      ['245', 'aTitle', 'cBy', 'ßx'],
      ['337', 'atext'],
      ['504', 'aIndex'],
      ['950', 'alocal'],
      ['ABC', 'a1'],
    ),
  )
  coverage.add(record('00000nam a2200000 a 4500', ['245', 'aTwo', 'aThree'], ['880', '6245-01', 'a二']))
  t.equal(coverage.records(), 2)
  t.same(
    coverage
      .rows()
      .map(({ tag, code, standing, place, records }) => `${tag}$${code} ${standing} ${place} ${records}`),
    [
      '001$ used sourceId 1',
      '245$6 ignored - 1',
      '245$a used titles/original 2',
      '245$c used statement 1',
      '245$ß unknown  1',
      '337$a ignored - 1',
      '504$a kept notes/bibliography 1',
      '950$a kept notes/local 1',
      'ABC$a kept notes/local 1',
    ],
    'an 880 counts as the field it stands for, a subfield once in a record',
  )
  t.match(coverage.rows().find(({ tag }) => tag === '337')?.why, /leader\/06/, 'the reason is the table’s')
})

t.test('an authority and a holdings record are covered by tables of their own', async (t) => {
  const coverage = coverageOf('marc21')
  coverage.add(record('00000nz  a2200000 a 4500', ['100', 'aName'], ['400', 'aOther']))
  coverage.add(record('00000nx  a2200000 a 4500', ['004', '1'], ['866', 'av.1-2']))
  t.same(
    coverage.rows().map(({ tag, standing, place }) => `${tag} ${standing} ${place}`),
    ['004 used relations/host', '100 used titles/original', '400 used titles/variant', '866 used holdings'],
  )
})

/**
 * What no row names is kept as it stands. Damaged codes and one library's slips are under this; what stands in more
 * records is somebody's practice, and wants a row.
 */
const few = 10

t.test(
  'no subfield of the corpus in more than a few records is unknown to the tables',
  { skip },
  async (t) => {
    for (const [folder, format] of coveredFolders) {
      const coverage = coverageOf(format)
      for await (const fields of fieldsUnder(folder, format)) coverage.add(fields)
      const unknown = coverage
        .rows()
        .filter(({ standing, records }) => standing === 'unknown' && records > few)
      t.ok(coverage.records() > 0, `${folder} ${format}`)
      t.same(
        unknown.map(({ tag, code, records, example }) => `${tag}$${code} ${records}: ${example}`),
        [],
        `${folder} ${format}`,
      )
    }
  },
)
