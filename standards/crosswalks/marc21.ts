import { type DataField, isDataField, type MarcRecord } from '../formats/marc.js'
import { readMarc } from '../formats/read-marc.js'
import { describeHeadings, isMarc21Authority, isMarc21Holding } from './authority-records.js'
import type { Crosswalk, Described } from './crosswalk.js'
import { addControlNumber, type Draft, startDraft } from './draft.js'
import { heldParts, isShelfMark, localHolding, location } from './holdings.js'
import { applySteps, type Context, controlValue, finish, type Step, type StepTable } from './marc-steps.js'
import { agent } from './marc21/agents.js'
import { fixedField, languages, readDates, readLanguage, readType } from './marc21/coded.js'
import { edition, extent, imprint } from './marc21/imprint.js'
import { originalsOf } from './marc21/linked.js'
import { abstract, licence } from './marc21/notes.js'
import * as numbers from './marc21/numbers.js'
import { linking, relatedWork, series } from './marc21/relations.js'
import { keywords, subject } from './marc21/subjects.js'
import { otherTitle, properTitle } from './marc21/titles.js'
import { link, note } from './notes.js'
import { agencyName } from './numbers.js'

const shelfMark: Step = (field, draft, context) => {
  if (isShelfMark(field)) localHolding(field, draft, context)
}
const person = [agent('person', false), relatedWork]
const body = [agent('organisation', false), relatedWork]

/** MARC 21 Format for Bibliographic Data, field by field. */
const steps: StepTable = {
  '010': numbers.lccn,
  '015': numbers.nationalNumber,
  '016': numbers.nationalNumber,
  '020': numbers.isbn,
  '022': numbers.issn,
  '024': numbers.otherNumber,
  '027': numbers.reportNumber,
  '035': numbers.systemNumber,
  '040': numbers.cataloguingSource,
  '041': languages,
  '050': numbers.classOf('lcc'),
  '060': numbers.classOf('nlm'),
  '080': numbers.classOf('udc'),
  '082': numbers.classOf('ddc'),
  '084': numbers.otherClass,
  '090': numbers.classOf('lcc'),
  '100': agent('person', true),
  '110': agent('organisation', true),
  '111': agent('meeting', true),
  '130': otherTitle('variant'),
  '240': otherTitle('variant'),
  '242': otherTitle('parallel'),
  '245': properTitle,
  '246': otherTitle('variant'),
  '247': otherTitle('variant'),
  '250': edition,
  '260': imprint,
  '264': imprint,
  '300': extent,
  '310': note('frequency'),
  '362': note('numbering'),
  '440': series('anp'),
  '490': series('a'),
  '500': note('general'),
  '501': note('with'),
  '502': note('thesis', 'abcdgo'),
  '504': note('bibliography'),
  '505': note('contents', 'agrt'),
  '506': note('access'),
  '508': note('credits'),
  '511': note('performers'),
  '515': note('numbering'),
  '518': note('event'),
  '520': abstract,
  '521': note('audience'),
  '525': note('supplement'),
  '530': note('other-form'),
  '533': note('reproduction', 'abcdefmn'),
  '534': note('original-version', 'pabcefklmnotxz'),
  '538': note('system'),
  '540': licence,
  '545': note('biography'),
  '546': note('language'),
  '550': note('issuing-body'),
  '555': note('index'),
  '561': note('provenance'),
  '580': note('linking'),
  '586': note('awards'),
  '588': note('description'),
  '600': subject('person', 'abcdqtnpk'),
  '610': subject('organisation', 'abtnpk'),
  '611': subject('organisation', 'aendc'),
  '630': subject('title', 'anpl'),
  '647': subject('topic', 'acd'),
  '648': subject('period', 'a'),
  '650': subject('topic', 'ab'),
  '651': subject('place', 'a'),
  '653': keywords,
  '655': subject('genre', 'a'),
  '690': numbers.localClass,
  '700': person,
  '710': body,
  '711': [agent('meeting', false), relatedWork],
  '720': agent('person', false),
  '730': otherTitle('variant'),
  '740': otherTitle('variant'),
  '760': linking('series'),
  '765': linking('translation-of'),
  '767': linking('other-edition'),
  '770': linking('supplement'),
  '772': linking('host'),
  '773': linking('host'),
  '774': linking('part'),
  '775': linking('other-edition'),
  '776': linking('other-edition'),
  '777': linking('related'),
  '780': linking('earlier'),
  '785': linking('later'),
  '786': linking('related'),
  '787': linking('related'),
  '800': series('tnp'),
  '810': series('tnp'),
  '811': series('tnp'),
  '830': series('anp'),
  '852': location,
  '856': link,
  '866': heldParts,
  '867': heldParts,
  '868': heldParts,
  '905': shelfMark,
}

/** Steps whose 880 is a name of the same thing: they read both. Of other fields the 880 is read as a field of its own. */
const pairs = new Set('100 110 111 130 240 242 245 246 247 250 700 710 711 720 730 740'.split(' '))

/** A MARC 21 record as a canonical description. Never throws: what it lacks, the description lacks. */
export function describeMarc21(record: MarcRecord): Described {
  const draft = startDraft()
  const fixed = fixedField(record)
  draft.deleted = record.leader[5] === 'd'
  readIdentity(record, draft)
  if (isMarc21Authority(record)) {
    describeHeadings(record, draft, '1')
    return finish(draft, 'authority')
  }
  draft.description.type = readType(record, fixed)
  walk(record, draft)
  readDates(draft, fixed)
  readLanguage(draft, fixed)
  return finish(draft, isMarc21Holding(record) ? 'holding' : undefined)
}

function walk(record: MarcRecord, draft: Draft): void {
  const context: Context = { record, leader: record.leader }
  const originals = originalsOf(record)
  for (const field of record.fields) {
    if (!isDataField(field) || field.tag === '880') continue
    const original = originals?.take(field)
    context.linked = undefined
    if (original && pairs.has(field.tag)) context.linked = original
    else if (original) applySteps(steps, original, draft, context)
    applySteps(steps, field, draft, context)
  }
  context.linked = undefined
  for (const field of originals?.rest() ?? ([] as DataField[])) applySteps(steps, field, draft, context)
}

/** 001 is the source's own; with 003 it is also a number of that agency. */
function readIdentity(record: MarcRecord, draft: Draft): void {
  const number = controlValue(record, '001')?.trim()
  const agency = controlValue(record, '003')?.trim()
  if (!number) return
  draft.sourceId = number
  if (agency === 'OCoLC') addControlNumber(draft, 'oclc', number.replace(/^oc[mn]0*|^on0*/, '').trim(), '001')
  else if (agency) addControlNumber(draft, agencyName(agency), number, '001')
}

export const marc21: Crosswalk = {
  format: 'marc21',
  version: '1',
  describe(bytes) {
    const { record, findings } = readMarc(bytes)
    const described = describeMarc21(record)
    return { ...described, findings: [...findings, ...described.findings] }
  },
}
