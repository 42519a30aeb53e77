import { type PicaField, type PicaRecord, readPica } from '../formats/pica/pica.js'
import type { Crosswalk, Described } from './crosswalk.js'
import { startDraft } from './draft.js'
import { type StepOf, tableOf } from './field-table.js'
import { all, finish, first } from './marc-steps.js'
import { local, stray } from './notes.js'
import { meeting, organisation, person } from './pica/agents.js'
import { describeHeadings, isPicaAuthority } from './pica/authorities.js'
import { readType } from './pica/coded.js'
import { addPicaHoldings } from './pica/holdings.js'
import { abstract, copyright, edition, extent, imprint, language, link, note, year } from './pica/imprint.js'
import * as numbers from './pica/numbers.js'
import { article, linked, seriesTitle, setTitle } from './pica/relations.js'
import type { PicaStep } from './pica/steps.js'
import { classOf, heading, keywords, subdivided } from './pica/subjects.js'
import { picaRecord } from './pica/table.js'
import {
  parallelTitle,
  partTitle,
  properTitle,
  section,
  settleTitles,
  statement,
  variantTitle,
} from './pica/titles.js'

const always =
  (step: PicaStep): StepOf<PicaStep> =>
  () =>
    step

const steps: Record<string, StepOf<PicaStep>> = {
  abstract: always(abstract),
  agencyNumber: numbers.agencyNumber,
  article: always(article),
  cancelledIsbn: always(numbers.cancelledIsbn),
  cancelledIssn: always(numbers.cancelledIssn),
  class: classOf,
  copyright: always(copyright),
  doi: always(numbers.doi),
  edition: always(edition),
  extent: always(extent),
  heading,
  identifier: numbers.identifier,
  imprint: always(imprint),
  isbn: always(numbers.isbn),
  issn: always(numbers.issn),
  keywords: always(keywords),
  language,
  link: always(link),
  linked,
  local,
  meeting,
  note,
  numberOf: numbers.numberOf,
  organisation,
  otherEdition: always(numbers.otherEdition),
  variantTitle,
  parallelTitle: always(parallelTitle),
  partTitle: always(partTitle),
  person,
  ppn: always(numbers.ppn),
  properTitle: always(properTitle),
  section: always(section),
  seriesTitle: always(seriesTitle),
  setTitle: always(setTitle),
  statement: always(statement),
  stray,
  subdivided,
  year: always(year),
}

export const picaTable = tableOf(picaRecord, steps)

/** A record of PICA+ as a canonical description. Never throws: what it lacks, the description lacks. */
export function describePica(record: PicaRecord): Described {
  const draft = startDraft()
  const status = coded(record, '002@')
  draft.description.type = readType(status, record)
  for (const field of record.fields)
    for (const step of picaTable.stepsOf(field.tag)) step(field, draft, record)
  if (isPicaAuthority(status)) {
    describeHeadings(record, draft)
    return finish(draft, 'authority')
  }
  settleTitles(record, draft)
  addPicaHoldings(record, draft)
  return finish(draft)
}

const coded = (record: PicaRecord, tag: string): string => {
  const field = record.fields.find((one: PicaField) => one.tag === tag)
  return field ? (first(field, '0') ?? all(field, 'a')[0] ?? '') : ''
}

export const pica: Crosswalk = {
  format: 'pica',
  version: '5',
  describe(bytes) {
    const { record, findings } = readPica(bytes)
    const described = describePica(record)
    return { ...described, findings: [...findings, ...described.findings] }
  },
}
