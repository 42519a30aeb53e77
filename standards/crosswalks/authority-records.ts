import { isDataField, type MarcRecord } from '../formats/marc.js'
import { authorityOf } from './authorities.js'
import { addControlNumber, addTitle, type Draft, titleOf } from './draft.js'
import { stripIsbd } from './isbd.js'
import { all, first, joined, sourceOf } from './marc-steps.js'

/** Leader/06 of records that describe no document. */
export const isMarc21Authority = (record: MarcRecord): boolean => record.leader[6] === 'z'
export const isMarc21Holding = (record: MarcRecord): boolean => 'uvxy'.includes(record.leader[6] ?? ' ')
export const isCnmarcAuthority = (record: MarcRecord): boolean => 'xyz'.includes(record.leader[6] ?? ' ')

const codes = 'abcdfgklmnopqrstvxyz'

/**
 * An authority record: the heading (MARC 21 1XX, CNMARC 2XX) stands as the title, the forms it is not entered under
 * (4XX) as variants.
 */
export function describeHeadings(record: MarcRecord, draft: Draft, headingBlock: '1' | '2'): void {
  for (const field of record.fields) {
    if (!isDataField(field)) continue
    const isHeading = field.tag.startsWith(headingBlock)
    if (!isHeading && !field.tag.startsWith('4')) continue
    const value = stripIsbd(joined(field, headingBlock === '1' ? codes : 'abcdf'))
    const pinyin = headingBlock === '2' ? (first(field, 'A') ?? first(field, '9')) : undefined
    if (value) addTitle(draft, titleOf(value, isHeading ? 'original' : 'variant'), sourceOf(field, 'a'))
    if (pinyin) addTitle(draft, titleOf(pinyin, 'pinyin'), sourceOf(field, '9'))
  }
  addFileNumbers(record, draft)
}

/** 024: the same heading in other authority files. */
function addFileNumbers(record: MarcRecord, draft: Draft): void {
  for (const field of record.fields) {
    if (field.tag !== '024' || !isDataField(field)) continue
    const found = authorityOf(all(field, 'a'))
    const agency = first(field, '2') ?? found?.scheme
    if (agency) addControlNumber(draft, agency, found?.id ?? (first(field, 'a') as string), '024$a')
  }
}
