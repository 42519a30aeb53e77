import { fileNumber, heading, libraryOfCongress, linkedHeading, seeAlso } from '../authority-records.js'
import { captions, enumeration } from '../enumeration.js'
import { type StepOf, tableOf } from '../field-table.js'
import { czechShelf, heldBy, heldParts, item, location, shelfMark } from '../holdings.js'
import { link, local, medium, note, publicNote, stray } from '../notes.js'
import { agent } from './agents.js'
import { formTerm } from './carriers.js'
import { language } from './coded.js'
import { edition, extent, imprint } from './imprint.js'
import { abstract, licence } from './notes.js'
import * as numbers from './numbers.js'
import { linkageNumber, linking, relatedWork, series } from './relations.js'
import { keywords, localClass, subject } from './subjects.js'
import { authorityRecord } from './table-authority.js'
import { holdingsFields, holdingsRecord } from './table-holdings.js'
import { notes } from './table-notes.js'
import { numbersAndCodes } from './table-numbers.js'
import { subjectsAndLinks } from './table-subjects.js'
import { headingsAndTitles } from './table-titles.js'
import { keyTitle, otherTitle, properTitle, titleDates, uniformTitle } from './titles.js'

/** Steps that read a field and its 880 as two forms of one name. */
const bothScripts: Record<string, StepOf> = {
  mainAgent: agent(true),
  agent: agent(false),
  edition,
  otherTitle,
  properTitle,
  uniformTitle,
}

const bibSteps: Record<string, StepOf> = {
  ...bothScripts,
  ...numbers.steps,
  abstract,
  captions,
  enumeration,
  extent,
  heldBy,
  heldParts,
  formTerm,
  imprint,
  item,
  keyTitle,
  keywords,
  language,
  licence,
  link,
  linking,
  local,
  localClass,
  location,
  medium,
  note,
  publicNote,
  relatedWork,
  series,
  shelfMark,
  stray,
  subject,
  titleDates,
  czechShelf,
}

export const bibTable = tableOf(
  numbersAndCodes + headingsAndTitles + notes + subjectsAndLinks + holdingsFields,
  bibSteps,
)
export const holdingsTable = tableOf(holdingsRecord + holdingsFields, { ...bibSteps, linkageNumber })
export const authorityTable = tableOf(authorityRecord, {
  ...bibSteps,
  fileNumber,
  fullerName: otherTitleOf('q'),
  heading: heading('marc21'),
  headingClass: numbers.headingClass,
  libraryOfCongress,
  linkedHeading,
  seeAlso,
})

/** Tags whose 880 is read with them. */
export const readsBothScripts = new Set(
  bibTable.rows.filter(({ step }) => step in bothScripts).map(({ field }) => field),
)

function otherTitleOf(code: string): StepOf {
  return (row) => otherTitle({ ...row, reads: code })
}
