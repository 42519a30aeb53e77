import { LEADER_LENGTH } from '../../standards/formats/iso2709-bytes.js'
import { splitIso2709 } from '../../standards/formats/iso2709-split.js'
import type { Finding } from '../../standards/record/change.js'
import { type Iso2709Rule, iso2709Rules, type MarcProfile } from '../../standards/rules/iso2709.js'
import {
  fieldsOf,
  isControlTag,
  leaderAt,
  recordTypeOf,
  soundFields,
} from '../../standards/rules/raw-record.js'
import { publicLocations } from '../report.js'
import {
  failed,
  locationsOf,
  type Observation,
  passed,
  type Suite,
  type Target,
  type Test,
  type Tools,
  untested,
} from '../suite.js'

/** What a rule met in the file: how many records it speaks of, and the first that break it. */
interface Tally {
  applied: number
  broken: number
  first?: { finding: Finding; place: Place }
}

interface Place {
  /** Among those of its file. */
  record: number
  offset: number
  /** Which of several. */
  file?: string
}

export interface RecordFile {
  records: number
  tallies: ReadonlyMap<string, Tally>
}

/**
 * A file of ISO 2709 records (MARC 21, CNMARC) against the rules that ingest and the quality report apply too:
 * requirement MARC-01 is rule ISO2709-01, and so on, so that the three never disagree.
 */
export const iso2709: Suite<RecordFile> = {
  id: 'iso2709',
  version: '1.0.0',
  standard: {
    id: 'iso2709',
    version: '2008',
    title: { en: 'ISO 2709 records: MARC 21 and CNMARC', zh: 'ISO 2709(GB/T 2901)记录:MARC 21 与 CNMARC' },
    url: 'https://www.iso.org/standard/41319.html',
  },
  maxRecords: 100_000,
  async open(target, tools) {
    const tallies = new Map(iso2709Rules.map((rule) => [rule.id, { applied: 0, broken: 0 } as Tally]))
    const file = { records: 0, tallies }
    for await (const { bytes, place } of recordsOf(target, tools)) {
      if (file.records === tools.maxRecords) break
      file.records++
      countRecord(file, bytes, place, target.profile ?? profileOf(bytes))
      if (file.records % 1000 === 0) await breathe(tools.signal)
    }
    return { context: file, records: () => file.records }
  },
  tests: iso2709Rules.map(testOf),
}

async function* recordsOf(
  target: Target,
  { outside, signal }: Tools,
): AsyncGenerator<{ bytes: Uint8Array; place: Place }> {
  const names = publicLocations(locationsOf(target))
  for (const [at, location] of locationsOf(target).entries()) {
    const file = names.length > 1 && { file: names[at]! }
    let record = 0
    for await (const piece of splitIso2709(outside.open(location, { signal })))
      if (piece.kind !== 'empty')
        yield { bytes: piece.bytes, place: { record: ++record, offset: piece.offset, ...file } }
  }
}

export function requirementOfRule(rule: Pick<Iso2709Rule, 'id'>): string {
  return `iso2709@2008#MARC-${rule.id.slice(-2)}`
}

function testOf(rule: Iso2709Rule): Test<RecordFile> {
  const id = requirementOfRule(rule)
  return {
    name: rule.title.en,
    verifies: [id],
    leastSample: 1,
    run: ({ tallies }) => [observationOf(id, tallies.get(rule.id) as Tally)],
  }
}

function observationOf(id: string, { applied, broken, first }: Tally): Observation {
  if (first) {
    const { finding, place } = first
    const where = `record ${place.record}, octet ${place.offset + (finding.offset ?? 0)} of ${place.file ?? 'the file'}${finding.path ? `, ${finding.path}` : ''}`
    const came = {
      en: `${finding.detail} (${broken} of ${applied} records)`,
      zh: `${finding.detailZh ?? finding.detail}(${applied} 条记录中有 ${broken} 条)`,
    }
    return failed(id, came, where)
  }
  if (applied > 0) return passed(id)
  return untested(id, {
    en: 'No record in the file is one that this speaks of.',
    zh: '文件中没有此项所涉及的记录。',
  })
}

function countRecord(file: RecordFile, bytes: Uint8Array, place: Place, profile: MarcProfile): void {
  for (const rule of iso2709Rules) {
    const tally = file.tallies.get(rule.id) as Tally
    const [finding] = rule.check(bytes, profile)
    if (finding === undefined && !speaksOf(rule.id, bytes, profile)) continue
    tally.applied++
    if (finding === undefined) continue
    tally.broken++
    tally.first ??= { finding, place }
  }
}

/** A rule that found nothing proves something only on a record that has what it speaks of. */
function speaksOf(rule: string, bytes: Uint8Array, profile: MarcProfile): boolean {
  const number = Number(rule.slice(-2))
  if ((number >= 7 && number <= 13) || number === 27) return recordTypeOf(bytes) === 'bib'
  if (number === 14) return profile === 'marc21' || hasField(bytes, (tag) => tag === '100')
  if (number >= 16 && number <= 20) return fieldsOf(bytes).length > 0
  if (number === 22) return hasField(bytes, isControlTag)
  if (number >= 23 && number <= 25) return hasField(bytes, (tag) => /^\d{3}$/.test(tag) && !isControlTag(tag))
  if (number === 28) return hasField(bytes, (tag) => tag === (profile === 'marc21' ? '008' : '100'))
  return true
}

const hasField = (bytes: Uint8Array, test: (tag: string) => boolean): boolean =>
  soundFields(bytes).some(({ tag }) => test(tag))

/**
 * Without a word of the member: the entry map of MARC 21 ends in `00`, that of CNMARC in `0 ` or blanks; a field
 * 200 or 245 settles the rest.
 */
function profileOf(bytes: Uint8Array): MarcProfile {
  if (bytes.length < LEADER_LENGTH) return 'marc21'
  const tags = new Set(fieldsOf(bytes).map(({ tag }) => tag))
  if (tags.has('245')) return 'marc21'
  if (tags.has('200') && tags.has('100')) return 'cnmarc'
  return leaderAt(bytes, 22, 24) === '00' ? 'marc21' : 'cnmarc'
}

/** Lets signals and other work in between thousands of records. */
const breathe = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => setImmediate(() => (signal.aborted ? reject(signal.reason) : resolve())))
