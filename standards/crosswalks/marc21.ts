import { type DataField, isDataField, type MarcRecord } from '../formats/marc.js'
import { readMarc } from '../formats/read-marc.js'
import type { Finding } from '../record/change.js'
import { agencyName } from './agencies.js'
import { addOriginalForm } from './authority-records.js'
import { type Crosswalk, type Described, RecordUnreadable } from './crosswalk.js'
import { addControlNumber, type Draft, startDraft } from './draft.js'
import { type Context, controlValue, finish, hasField, walkTable } from './marc-steps.js'
import { readForm } from './marc21/carriers.js'
import { fixedField, languageOf, readDates, readLanguage, readType } from './marc21/coded.js'
import { originalsOf } from './marc21/linked.js'
import { authorityTable, bibTable, holdingsTable, readsBothScripts } from './marc21/tables.js'
import { addHost } from './relations.js'

/** A MARC 21 record as a canonical description. Never throws: what it lacks, the description lacks. */
export function describeMarc21(record: MarcRecord): Described {
  const draft = startDraft()
  const kind = record.leader[6] ?? ' '
  draft.deleted = record.leader[5] === 'd' || (kind === 'z' && 'sx'.includes(record.leader[5] ?? ' '))
  readIdentity(record, draft)
  if (kind === 'z') return describeAuthority(record, draft)
  if ('uvxy'.includes(kind)) return describeHolding(record, draft)
  return describeBib(record, draft)
}

function describeBib(record: MarcRecord, draft: Draft): Described {
  const fixed = fixedField(record)
  draft.description.type = readType(record, fixed)
  walk(record, draft, languageOf(fixed))
  readDates(draft, fixed)
  readLanguage(draft, fixed)
  readForm(record, draft, fixed)
  return finish(draft)
}

/** Each field, together with its 880 where both name one thing; other 880s are fields of their own. */
function walk(record: MarcRecord, draft: Draft, language: string | undefined): void {
  const context: Context = { record, leader: record.leader, language }
  const originals = originalsOf(record)
  if (!originals) {
    walkTable(bibTable, draft, context)
    return
  }
  for (const field of record.fields) {
    if (!isDataField(field) || field.tag === '880') continue
    const original = originals.take(field)
    context.linked = undefined
    if (original && readsBothScripts.has(field.tag)) context.linked = original
    else if (original) apply(original, draft, context)
    apply(field, draft, context)
  }
  context.linked = undefined
  for (const field of originals.rest()) apply(field, draft, context)
}

function apply(field: DataField, draft: Draft, context: Context): void {
  for (const step of bibTable.stepsOf(field.tag)) step(field, draft, context)
}

/** The heading, what leads to it, and its numbers; an 880 is the heading or a reference in another script. */
function describeAuthority(record: MarcRecord, draft: Draft): Described {
  walkTable(authorityTable, draft, { record, leader: record.leader })
  for (const field of originalsOf(record)?.rest() ?? [])
    if ('14'.includes(field.tag[0] ?? ' ')) addOriginalForm(draft, field, 'abcdefghjklmnopqrstvxyz')
  return finish(draft, 'authority')
}

/** 004 names the bibliographic record that the holdings belong to. */
function describeHolding(record: MarcRecord, draft: Draft): Described {
  walkTable(holdingsTable, draft, { record, leader: record.leader })
  addHost(draft, controlValue(record, '004'))
  return finish(draft, 'holding')
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
  version: '10',
  describe(bytes, usualEncoding) {
    const { record, findings } = readMarc(bytes, usualEncoding)
    if (record.leader[6] === 'w' && !hasField(record, '245')) throw new RecordUnreadable(classification)
    const described = describeMarc21(record)
    return { ...described, findings: [...findings, ...described.findings] }
  },
}

/** MARC 21 Format for Classification Data: its records describe no work, and have no title. */
const classification: Finding = {
  code: 'MARC_CLASSIFICATION',
  detail:
    'This is a record of a classification scheme (leader/06 w): it describes a class, and neither a publication, a name nor a holding.',
  detailZh: '这是分类表记录（头标 06 位为 w）：它描述的是一个类目，而不是出版物、名称或馆藏。',
  path: 'leader/06',
  expected: 'a–t, z, u–y',
  got: 'w',
}
