import type { PicaField } from '../../formats/pica/pica.js'
import { addControlNumber, addIdentifier, type Draft } from '../draft.js'
import type { StepOf } from '../field-table.js'
import { readDoi, readIsbn, readIssn } from '../identifiers.js'
import { all, first, joined, sourceOf } from '../marc-steps.js'
import { addIsbn } from '../numbers.js'
import { addRelation } from '../relations.js'
import type { PicaStep } from './steps.js'

/** 003@ $0: the PPN, the record's own number. */
export const ppn: PicaStep = (field, draft) => {
  const number = first(field, '0')
  if (!number) return
  draft.sourceId = number
  addControlNumber(draft, 'ppn', number, '003@$0')
}

export const numberOf: StepOf<PicaStep> =
  ({ kind: agency }) =>
  (field, draft) => {
    for (const number of all(field, '0')) addControlNumber(draft, agency, number, sourceOf(field, '0'))
  }

/** $a or $i says whose number it is: OCoLC, DNB, GBV. */
export const agencyNumber: StepOf<PicaStep> =
  ({ reads }) =>
  (field, draft) => {
    const agency = joined(field, reads.replace('0', '')).toLowerCase()
    const known = agency === 'ocolc' ? 'oclc' : agency
    for (const number of all(field, '0'))
      if (known) addControlNumber(draft, known, number, sourceOf(field, '0'))
  }

/** 004A: $0 (in the Netherlands $A) the number, $f binding and price. */
export const isbn: PicaStep = (field, draft) => addNumbers(field, draft, false)
export const cancelledIsbn: PicaStep = (field, draft) => addNumbers(field, draft, true)

function addNumbers(field: PicaField, draft: Draft, cancelled: boolean): void {
  const around = (first(field, 'f') ?? '').replace(/^[\s:]+/, '')
  const { price } = readIsbn(around)
  const qualifier = around.split('(', 1)[0]?.trim() || undefined
  for (const text of [...all(field, '0'), ...all(field, 'A')])
    addIsbn(draft, text, cancelled, qualifier, price, sourceOf(field, '0'))
}

export const issn: PicaStep = (field, draft) => {
  for (const text of [...all(field, '0'), ...all(field, 'A')]) {
    const found = readIssn(text)
    if (found) addIdentifier(draft, found, sourceOf(field, '0'))
  }
}

export const cancelledIssn: PicaStep = (field, draft) => {
  for (const text of all(field, '0')) {
    const found = readIssn(text)
    if (found) addIdentifier(draft, { ...found, cancelled: true }, sourceOf(field, '0'))
  }
}

export const doi: PicaStep = (field, draft) => {
  for (const text of all(field, '0')) {
    const found = readDoi(text)
    if (found) addIdentifier(draft, found, sourceOf(field, '0'))
  }
}

export const identifier: StepOf<PicaStep> =
  ({ kind: scheme }) =>
  (field, draft) => {
    for (const value of all(field, '0'))
      addIdentifier(draft, { scheme, value, valid: true }, sourceOf(field, '0'))
  }

/** 004P, 004J, 004W, 005P: numbers of another form of it, no numbers of this one. */
export const otherEdition: PicaStep = (field, draft) => {
  const numbers = all(field, '0').map((text) => readDoi(text) ?? readIsbn(text).identifier ?? readIssn(text))
  const identifiers = numbers.filter((found) => found !== undefined)
  if (identifiers.length > 0) addRelation(draft, { kind: 'other-edition', identifiers }, sourceOf(field, '0'))
}
