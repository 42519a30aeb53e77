import { isDataField, type MarcRecord } from '../formats/marc.js'
import { readMarc } from '../formats/read-marc.js'
import { codedLanguage, readDates, readType } from './cnmarc/coded.js'
import { authorityTable, bibTable, holdingsTable } from './cnmarc/tables.js'
import { nameBySet } from './cnmarc/volume-titles.js'
import type { Crosswalk, Described } from './crosswalk.js'
import { addControlNumber, startDraft } from './draft.js'
import { controlValue, finish, hasField, walkTable } from './marc-steps.js'
import { addHost } from './relations.js'

/**
 * A CNMARC record as a canonical description; UNIMARC records of other countries pass through it too. Never throws: what
 * it lacks, the description lacks.
 */
export function describeCnmarc(record: MarcRecord): Described {
  const draft = startDraft()
  const context = { record, leader: record.leader }
  draft.deleted = record.leader[5] === 'd'
  const number = controlValue(record, '001')?.trim()
  if (number) draft.sourceId = number
  const persistent = controlValue(record, '003')?.trim()
  if (persistent) addControlNumber(draft, 'persistent', persistent, '003')
  if (isHolding(record)) {
    walkTable(holdingsTable, draft, context)
    addHost(draft, controlValue(record, '004'))
    return finish(draft, 'holding')
  }
  if ('xyz'.includes(record.leader[6] ?? ' ')) {
    walkTable(authorityTable, draft, context)
    return finish(draft, 'authority')
  }
  draft.description.type = readType(record)
  walkTable(bibTable, draft, { ...context, language: codedLanguage(record) })
  readDates(record, draft)
  nameBySet(draft)
  return finish(draft)
}

/** UNIMARC/Holdings has letters of its own in label/06 that bibliographic records have too: told by 004 beside 252 or 256. */
const isHolding = (record: MarcRecord): boolean =>
  hasField(record, '004') &&
  record.fields.some((field) => (field.tag === '252' || field.tag === '256') && isDataField(field))

export const cnmarc: Crosswalk = {
  format: 'cnmarc',
  version: '10',
  describe(bytes, usualEncoding) {
    const { record, findings } = readMarc(bytes, usualEncoding)
    const described = describeCnmarc(record)
    return { ...described, findings: [...findings, ...described.findings] }
  },
}
