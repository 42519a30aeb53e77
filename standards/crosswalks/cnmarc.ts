import { isDataField, type MarcRecord } from '../formats/marc.js'
import { readMarc } from '../formats/read-marc.js'
import { describeHeadings, isCnmarcAuthority } from './authority-records.js'
import { agent } from './cnmarc/agents.js'
import { languages, readDates, readType } from './cnmarc/coded.js'
import { imprint, words } from './cnmarc/imprint.js'
import * as numbers from './cnmarc/numbers.js'
import { linking, series } from './cnmarc/relations.js'
import { classOf, keywords, otherClass, subject } from './cnmarc/subjects.js'
import { otherTitle, properTitle } from './cnmarc/titles.js'
import type { Crosswalk, Described } from './crosswalk.js'
import { addAbstract, startDraft } from './draft.js'
import { heldParts, holdingCode, localHolding, location } from './holdings.js'
import {
  applySteps,
  type Context,
  controlValue,
  finish,
  joined,
  type Step,
  type StepTable,
} from './marc-steps.js'
import { link, note } from './notes.js'

const abstract: Step = (field, draft) => addAbstract(draft, joined(field, 'a', '\n'), '330$a')
const [person, body] = [agent('person'), agent('organisation')]
const [earlier, later, otherEdition] = [linking('earlier'), linking('later'), linking('other-edition')]
const variant = otherTitle('variant')

/** 中国机读目录格式 (GB/T 33286), field by field. UNIMARC records of other countries pass through it too. */
const steps: StepTable = {
  '010': numbers.isbn,
  '011': numbers.issn,
  '013': numbers.numberOf('ismn'),
  '016': numbers.numberOf('isrc'),
  '017': numbers.otherNumber,
  '020': numbers.nationalNumber,
  '035': numbers.systemNumber,
  '049': [holdingCode, numbers.unionNumber],
  '091': numbers.numberOf('csbn'),
  '094': numbers.numberOf('standard'),
  '099': numbers.calisNumber,
  '101': languages,
  '200': properTitle,
  '205': words('edition', 'ab', ', '),
  '210': imprint,
  '214': imprint,
  '215': words('extent', 'acde', ' ; '),
  '225': series,
  '300': note('general'),
  '304': note('title'),
  '305': note('edition'),
  '306': note('publication'),
  '307': note('extent'),
  '308': note('series'),
  '310': note('binding'),
  '311': note('linking'),
  '312': note('title'),
  '314': note('responsibility'),
  '315': note('numbering'),
  '320': note('bibliography'),
  '321': note('index'),
  '322': note('credits'),
  '323': note('performers'),
  '324': note('original-version'),
  '325': note('reproduction'),
  '326': note('frequency', 'ab'),
  '327': note('contents'),
  '328': note('thesis', 'abcdet'),
  '330': abstract,
  '333': note('audience'),
  '336': note('system'),
  '337': note('system'),
  '345': note('acquisition', 'abcd'),
  '410': linking('series'),
  '411': linking('series'),
  '421': linking('supplement'),
  '422': linking('host'),
  '423': linking('related'),
  '430': earlier,
  '431': earlier,
  '432': earlier,
  '433': earlier,
  '434': earlier,
  '435': earlier,
  '436': earlier,
  '437': earlier,
  '440': later,
  '441': later,
  '442': later,
  '443': later,
  '444': later,
  '445': later,
  '446': later,
  '447': later,
  '448': later,
  '451': otherEdition,
  '452': otherEdition,
  '453': otherEdition,
  '454': linking('translation-of'),
  '455': otherEdition,
  '456': otherEdition,
  '461': linking('set'),
  '462': linking('set'),
  '463': linking('part'),
  '464': linking('part'),
  '470': linking('related'),
  '481': linking('related'),
  '482': linking('related'),
  '488': linking('related'),
  '500': variant,
  '501': variant,
  '503': variant,
  '510': otherTitle('parallel'),
  '512': variant,
  '513': variant,
  '514': variant,
  '515': variant,
  '516': variant,
  '517': variant,
  '518': variant,
  '520': variant,
  '530': variant,
  '531': variant,
  '532': variant,
  '540': variant,
  '541': otherTitle('parallel'),
  '545': variant,
  '600': subject('person', 'abcdft'),
  '601': subject('organisation', 'abcdeft'),
  '602': subject('person', 'af'),
  '604': subject('title', 'abt', '. '),
  '605': subject('title', 'ahi'),
  '606': subject('topic', 'a'),
  '607': subject('place', 'a'),
  '608': subject('genre', 'a'),
  '610': keywords,
  '675': classOf('udc'),
  '676': classOf('ddc'),
  '680': classOf('lcc'),
  '686': otherClass,
  '690': classOf('clc'),
  '692': classOf('cas'),
  '696': otherClass,
  '700': person,
  '701': person,
  '702': person,
  '710': body,
  '711': body,
  '712': body,
  '720': person,
  '721': person,
  '722': person,
  '730': person,
  '801': numbers.cataloguingSource,
  '852': location,
  '856': link,
  '866': heldParts,
  '905': localHolding,
  '906': localHolding,
  '982': localHolding,
  '985': localHolding,
}

/** A CNMARC record as a canonical description. Never throws: what it lacks, the description lacks. */
export function describeCnmarc(record: MarcRecord): Described {
  const draft = startDraft()
  const context: Context = { record, leader: record.leader }
  draft.deleted = record.leader[5] === 'd'
  const number = controlValue(record, '001')?.trim()
  if (number) draft.sourceId = number
  if (isCnmarcAuthority(record)) {
    describeHeadings(record, draft, '2')
    return finish(draft, 'authority')
  }
  draft.description.type = readType(record)
  for (const field of record.fields) if (isDataField(field)) applySteps(steps, field, draft, context)
  readDates(record, draft)
  return finish(draft)
}

export const cnmarc: Crosswalk = {
  format: 'cnmarc',
  version: '1',
  describe(bytes) {
    const { record, findings } = readMarc(bytes)
    const described = describeCnmarc(record)
    return { ...described, findings: [...findings, ...described.findings] }
  },
}
