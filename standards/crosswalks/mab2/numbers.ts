import type { DataField } from '../../formats/marc.js'
import { addControlNumber, addIdentifier } from '../draft.js'
import type { StepOf } from '../field-table.js'
import { readDoi, readIsbn, readIssn } from '../identifiers.js'
import { all, first, sourceOf } from '../marc-steps.js'
import { addIsbn } from '../numbers.js'
import { addRelation } from '../relations.js'
import type { MabStep } from './steps.js'

/** 001: the record's own number. */
export const recordNumber: MabStep = (field, draft) => {
  const number = first(field, 'a')
  if (number) draft.sourceId ??= number
}

/** 025: numbers of other agencies by indicator. */
const agencies: Record<string, string> = {
  a: 'dnb',
  z: 'zdb',
  o: 'oclc',
  b: 'bsb',
  c: 'lccn',
  e: 'bnb',
  f: 'bnf',
}
export const agencyNumber: MabStep = (field, draft) => {
  const agency = agencies[field.ind1]
  if (agency)
    for (const number of all(field, 'a')) addControlNumber(draft, agency, number, sourceOf(field, 'a'))
}

/** 026: the number in the union catalogue: `BVBBV043403240`, its first three letters the catalogue. */
export const unionNumber: MabStep = (field, draft) => {
  for (const text of all(field, 'a')) {
    const [, agency, number] = /^([A-Z]{3})(.+)$/.exec(text) ?? []
    if (agency && number) addControlNumber(draft, agency.toLowerCase(), number, sourceOf(field, 'a'))
  }
}

/** 540: indicator b is a wrong one; $b (in plain MAB2 behind the number) binding and price. */
export const isbn: MabStep = (field, draft) => {
  const around = first(field, 'b')
  const { price } = readIsbn(around ?? '')
  for (const text of all(field, 'a'))
    addIsbn(
      draft,
      text.replace(/^ISBN\s*/i, ''),
      field.ind1 === 'b',
      price ? undefined : around,
      price,
      sourceOf(field, 'a'),
    )
}

export const issn: MabStep = (field, draft) => {
  for (const text of all(field, 'a')) {
    const found = readIssn(text)
    if (found)
      addIdentifier(draft, { ...found, ...(field.ind1 === 'b' && { cancelled: true }) }, sourceOf(field, 'a'))
  }
}

/** Numbers that keep their form; the kind of the row is the scheme. */
export const numberOf: StepOf<MabStep> =
  ({ kind: scheme }) =>
  (field, draft) => {
    for (const value of all(field, 'a'))
      addIdentifier(draft, { scheme, value, valid: true }, sourceOf(field, 'a'))
  }

export const controlNumber: StepOf<MabStep> =
  ({ kind: agency }) =>
  (field, draft) => {
    for (const number of all(field, 'a')) addControlNumber(draft, agency, number, sourceOf(field, 'a'))
  }

export const ismn: MabStep = (field, draft) => {
  for (const text of all(field, 'a'))
    addIdentifier(
      draft,
      { scheme: 'ismn', value: text.replace(/^ISMN\s*/i, ''), valid: true },
      sourceOf(field, 'a'),
    )
}

/** 552: a DOI, b URN, c handle. */
export const persistent: MabStep = (field, draft) => {
  for (const text of all(field, 'a')) {
    const urn = /urn:[\w:.-]+/i.exec(text)?.[0]
    const found = readDoi(text) ?? (urn ? { scheme: 'urn', value: urn, text, valid: true } : undefined)
    if (found) addIdentifier(draft, found, sourceOf(field, 'a'))
  }
}

/** 086, 545, 634: numbers of another form of it. */
export const otherForm: MabStep = (field: DataField, draft) => {
  const texts = [...all(field, 'a'), ...all(field, 'd'), ...all(field, 'c')]
  const identifiers = texts
    .map((text) => readIsbn(text).identifier ?? readIssn(text))
    .filter((one) => one !== undefined)
  const own = draft.description.identifiers.map(({ value }) => value)
  const valid = identifiers.filter((one) => one.valid && !own.includes(one.value))
  if (valid.length > 0)
    addRelation(draft, { kind: 'other-edition', identifiers: valid }, sourceOf(field, 'a'))
}
