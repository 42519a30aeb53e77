import { fileNumber, heading, linkedHeading, seeAlso } from '../authority-records.js'
import { captions, enumeration } from '../enumeration.js'
import { type StepOf, tableOf } from '../field-table.js'
import {
  heldBy,
  heldParts,
  item,
  localHolding,
  location,
  location252,
  portugueseShelf,
  russianShelf,
  unionHolding,
} from '../holdings.js'
import { link, local, medium, note, stray } from '../notes.js'
import { agent } from './agents.js'
import { abstract, imprint, language, words } from './imprint.js'
import * as numbers from './numbers.js'
import { linking, series } from './relations.js'
import { classNumber, headingClass, keywords, otherClass, subject } from './subjects.js'
import { linksTitlesAndNames } from './table-links.js'
import { identificationAndDescription } from './table-numbers.js'
import { authorityRecord, holdingsRecord } from './table-others.js'
import { otherTitle, properTitle } from './titles.js'

const steps: Record<string, StepOf> = {
  ...numbers.steps,
  abstract,
  agent,
  captions,
  class: classNumber,
  enumeration,
  heldBy,
  heldParts,
  imprint,
  item,
  keywords,
  language,
  link,
  linking,
  local,
  localHolding,
  location,
  portugueseShelf,
  location252,
  russianShelf,
  medium,
  note,
  otherClass,
  otherTitle,
  properTitle,
  series,
  stray,
  subject,
  unionHolding,
  words,
}

export const bibTable = tableOf(identificationAndDescription + linksTitlesAndNames, steps)
export const holdingsTable = tableOf(holdingsRecord, steps)
export const authorityTable = tableOf(authorityRecord, {
  ...steps,
  fileNumber,
  heading: heading('unimarc'),
  headingClass,
  linkedHeading,
  seeAlso,
})
