import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeMarc21 } from '../../../standards/crosswalks/marc21.js'
import type { MarcRecord } from '../../../standards/formats/marc.js'
import type { Description } from '../../../standards/record/v1-draft.js'

/** Two MARC 21 records and what cataloguers expect of them. */
export interface MarcPair {
  name: string
  description: string
  a: Description
  b: Description
  isOne: boolean
  /** The case asks only whether two records that met already may be merged. */
  mayMerge: boolean
}

/** Cases that try a setting of their matcher, not the records: what the records hold leads to another answer. */
const settings: Record<string, string> = {
  'index/06': 'one feature alone is tried (language)',
  'index/07': 'one feature alone is tried (ISBN)',
  'index/08': 'a number of one library’s system',
  'index/10': 'a number of one library’s system',
  'index/12': 'a number of one library’s system',
  'index/15': 'a list of candidates: the pair of 01 again',
  'index/19': 'authority records',
  'index/20': 'authority records',
  'index/21': 'authority records',
  'index/22': 'authority records',
  'index/23': 'a number of one library’s system',
  'validator/773w_match_but_973': 'a local field that stands for another',
  'validator/SID_same_b_different_c': 'a number of one library’s system',
}

export interface MarcPairs {
  pairs: MarcPair[]
  /** Case and why it is left out. */
  left: [string, string][]
}

/** Melinda’s cases of matching and of validation (Natlibfi); undefined where they are absent. */
export function marcPairs(folder: string): MarcPairs | undefined {
  if (!existsSync(join(folder, 'melinda'))) return undefined
  const found: MarcPairs = { pairs: [], left: [] }
  readCases(found, 'index', join(folder, 'melinda', 'index'), ['recordA.json', 'recordB.json'], matchOf)
  readCases(
    found,
    'validator',
    join(folder, 'melinda-match-validator', 'test-fixtures', 'index'),
    ['inputRecordA.json', 'inputRecordB.json'],
    mergeOf,
  )
  return found
}

type Expectation = (at: string) => { isOne: boolean; description: string } | undefined

const jsonOf = (path: string): Record<string, unknown> =>
  JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>

const matchOf: Expectation = (at) => {
  const { expectedResults, description } = jsonOf(join(at, 'metadata.json')) as {
    expectedResults: { match?: boolean }
    description: string
  }
  return { isOne: expectedResults.match === true, description }
}

/** Cases that upstream skips have no expectation. */
const mergeOf: Expectation = (at) => {
  const { skip, description } = jsonOf(join(at, 'metadata.json')) as { skip?: boolean; description: string }
  const { action } = jsonOf(join(at, 'expectedResults.json'))
  return skip ? undefined : { isOne: action === 'merge', description }
}

function readCases(
  found: MarcPairs,
  set: string,
  folder: string,
  [one, other]: [string, string],
  expected: Expectation,
): void {
  for (const name of readdirSync(folder).sort()) {
    const at = join(folder, name)
    const reason = settings[`${set}/${name}`]
    const wanted = reason ? undefined : expected(at)
    if (!wanted) found.left.push([`${set}/${name}`, reason ?? 'skipped upstream'])
    else
      found.pairs.push({
        name: `${set}/${name}`,
        ...wanted,
        mayMerge: set === 'validator',
        a: describe(join(at, one)),
        b: describe(join(at, other)),
      })
  }
}

/** As marc-record-js writes a record; cases of broken input leave indicators and values out. */
interface Written {
  leader: string
  fields: {
    tag: string
    value?: string
    ind1?: string
    ind2?: string
    subfields?: { code: string; value?: string }[]
  }[]
}

function describe(path: string): Description {
  const { leader, fields } = jsonOf(path) as unknown as Written
  const record: MarcRecord = {
    leader,
    fields: fields.map(({ tag, value = '', ind1 = ' ', ind2 = ' ', subfields }) =>
      subfields
        ? {
            tag,
            ind1,
            ind2,
            subfields: subfields.map(({ code, value: text = '' }) => ({ code, value: text })),
          }
        : { tag, value },
    ),
  }
  return describeMarc21(record).description as Description
}
