import { type Mab2Record, readMab2 } from '../formats/mab2/mab2.js'
import type { DataField } from '../formats/marc.js'
import type { Crosswalk, Described } from './crosswalk.js'
import { addTitle, type Draft, startDraft, titleOf } from './draft.js'
import { type StepOf, tableOf } from './field-table.js'
import { body, person, withNumbers } from './mab2/agents.js'
import { readType } from './mab2/coded.js'
import { holding } from './mab2/holdings.js'
import {
  abstract,
  edition,
  extent,
  imprint,
  language,
  link,
  note,
  place,
  publisher,
  readDates,
} from './mab2/imprint.js'
import * as numbers from './mab2/numbers.js'
import { linked, readHost, series } from './mab2/relations.js'
import { type MabStep, plain } from './mab2/steps.js'
import { chainLink, dewey, genre, keywords, notation } from './mab2/subjects.js'
import { mab2Record } from './mab2/table.js'
import { properTitle, section, settleTitles, statement, subtitle, variantTitle } from './mab2/titles.js'
import { finish, joined, sourceOf } from './marc-steps.js'
import { local, stray } from './notes.js'

const always =
  (step: MabStep): StepOf<MabStep> =>
  () =>
    step

const steps: Record<string, StepOf<MabStep>> = {
  abstract: always(abstract),
  agencyNumber: always(numbers.agencyNumber),
  body: always(body),
  chainLink: always(chainLink),
  controlNumber: numbers.controlNumber,
  dewey: always(dewey),
  edition: always(edition),
  extent: always(extent),
  genre: always(genre),
  holding: always(holding),
  imprint: always(imprint),
  isbn: always(numbers.isbn),
  ismn: always(numbers.ismn),
  issn: always(numbers.issn),
  keywords: always(keywords),
  language,
  link: always(link),
  linked,
  local,
  notation: always(notation),
  note,
  numberOf: numbers.numberOf,
  otherForm: always(numbers.otherForm),
  persistent: always(numbers.persistent),
  person: always(person),
  place: always(place),
  properTitle: always(properTitle),
  publisher: always(publisher),
  recordNumber: always(numbers.recordNumber),
  section: always(section),
  series: always(series),
  statement: always(statement),
  stray,
  subtitle: always(subtitle),
  unionNumber: always(numbers.unionNumber),
  variantTitle,
}

export const mab2Table = tableOf(mab2Record, steps)

/** A MAB2 record as a canonical description. Never throws: what it lacks, the description lacks. */
export function describeMab2(record: Mab2Record): Described {
  const draft = startDraft()
  draft.deleted = record.leader[5] === 'd' || record.fields.some(isDeletion)
  const set = record.fields.filter(({ ind2 }) => ind2 === '2')
  const own = record.fields.filter(({ ind2 }) => ind2 !== '2')
  if (isAuthority(record)) {
    describeHeading(own, draft)
    return finish(draft, 'authority')
  }
  draft.description.type = readType(own)
  walk(withNumbers(own), draft)
  settleTitles(own, set, draft)
  if (draft.description.publication.length === 0) walk(set.filter(isImprint), draft)
  readHost(own, draft)
  readDates(own, draft)
  if (draft.description.dates.length === 0) readDates(set, draft)
  return finish(draft)
}

const walk = (fields: DataField[], draft: Draft): void => {
  for (const field of fields) for (const step of mab2Table.stepsOf(field.tag)) step(field, draft)
}

const isImprint = ({ tag }: DataField): boolean => ['410', '412', '415', '417', '419'].includes(tag)
const isDeletion = (field: DataField): boolean => field.tag === 'DEL' && joined(field, 'a').startsWith('Y')

/** Leader/23: p persons, k bodies, s subjects, of the German authority files. */
const isAuthority = ({ leader }: Mab2Record): boolean => 'pks'.includes(leader[23] || ' ')

/** 800 the heading, 810 to 859 forms that it is not entered under. */
function describeHeading(fields: DataField[], draft: Draft): void {
  for (const field of fields) {
    if (field.tag === '001') numbers.recordNumber(field, draft)
    const value = /^8[0-5]\d$/.test(field.tag) ? plain(joined(field, 'apkgestbcdh', ' ')) : ''
    if (value)
      addTitle(draft, titleOf(value, field.tag === '800' ? 'original' : 'variant'), sourceOf(field, 'a'))
  }
}

export const mab2: Crosswalk = {
  format: 'mab2',
  version: '5',
  describe(bytes) {
    const { record, findings } = readMab2(bytes)
    const described = describeMab2(record)
    return { ...described, findings: [...findings, ...described.findings] }
  },
}
