import { agencyName } from '../agencies.js'
import { addControlNumber, addIdentifier, present } from '../draft.js'
import type { StepOf } from '../field-table.js'
import { readDoi, readIssn } from '../identifiers.js'
import { all, first, joined, type Step, sourceOf, splitPrefix } from '../marc-steps.js'
import { addIsbn, number as plainNumber } from '../numbers.js'

/** 010: $a number, $b binding, $d price, $z wrong. A field may hold only a price, or a price inside $a. */
const isbn: Step = (field, draft) => {
  for (const code of ['a', 'z'])
    for (const value of all(field, code))
      addIsbn(draft, value, code === 'z', first(field, 'b'), first(field, 'd'), `010$${code}`)
}

/** 011: $a, $f ISSN-L, $y cancelled, $z wrong; $b qualifier, $d price. */
const issn: Step = (field, draft) => {
  for (const code of ['a', 'f', 'y', 'z'])
    for (const value of all(field, code)) {
      const found = readIssn(value)
      const more = { qualifier: first(field, 'b'), price: first(field, 'd') }
      const cancelled = code === 'y' || code === 'z' ? true : undefined
      if (found) addIdentifier(draft, present({ ...found, ...more, cancelled }), `011$${code}`)
    }
}

/** 统一书号 is checked against its form; of others there is none to check. */
const number: StepOf = (row) => {
  if (row.kind !== 'csbn') return plainNumber(row)
  return (field, draft) => {
    for (const code of ['a', 'z'])
      for (const value of all(field, code))
        addIdentifier(
          draft,
          present({
            scheme: 'csbn',
            value: unifiedNumber(value),
            qualifier: first(field, 'b'),
            price: first(field, 'd'),
            valid: isUnifiedNumber(value),
            cancelled: code === 'z' ? true : undefined,
          }),
          sourceOf(field, code),
        )
  }
}

/** 10019·1234: class and publisher, a point in the middle, order. */
const unifiedNumber = (text: string): string => text.trim().replace(/\s*[.·・•．‧]\s*/, '·')
const isUnifiedNumber = (text: string): boolean =>
  /^[A-Z]?\d{3,6}·\d{1,6}(?:\(\d+\))?$/.test(unifiedNumber(text))

/** 094: the kind of standard ($a) and its number ($b) are one: `GB` `7714—2015`. */
const standardNumber: Step = (field, draft) => {
  for (const value of [joined(field, 'ab', ''), ...all(field, 'z')]) {
    const cancelled = value === first(field, 'z') ? true : undefined
    if (value)
      addIdentifier(
        draft,
        present({ scheme: 'standard', value, price: first(field, 'd'), valid: true, cancelled }),
        '094$a',
      )
  }
}

/** 014, 017: other international numbers, the kind in $2. */
const otherNumber: Step = (field, draft) => {
  for (const code of ['a', 'z'])
    for (const value of all(field, code)) {
      const cancelled = code === 'z' ? true : undefined
      const found = readDoi(value) ?? { scheme: first(field, '2') ?? 'other', value, valid: true }
      addIdentifier(draft, present({ ...found, cancelled }), sourceOf(field, code))
    }
}

/** 022: number of a government publication, the country in $a and the number in $b. */
const governmentNumber: Step = (field, draft) => {
  for (const value of all(field, 'b'))
    addIdentifier(
      draft,
      present({ scheme: 'govdoc', value, qualifier: first(field, 'a'), valid: true }),
      '022$b',
    )
}

/** 020: number of a national bibliography, the country in $a and the number in $b. */
const bibliographyNumber: Step = (field, draft) => {
  for (const value of all(field, 'b'))
    addControlNumber(draft, (first(field, 'a') ?? 'nbn').toLowerCase(), value, '020$b')
}

const systemNumber: Step = (field, draft) => {
  for (const value of all(field, 'a')) {
    const [agency, number] = splitPrefix(value)
    if (agency) addControlNumber(draft, agencyName(agency), number, '035$a')
  }
}

/** 099: number of the record in the CALIS union catalogue: `CAL 012006123456`. */
const calisNumber: Step = (field, draft) => {
  for (const value of all(field, 'a'))
    addControlNumber(draft, 'calis', value.replace(/^CAL\s*/i, ''), '099$a')
}

const same =
  (step: Step): StepOf =>
  () =>
    step

export const steps: Record<string, StepOf> = {
  isbn: same(isbn),
  issn: same(issn),
  number,
  standardNumber: same(standardNumber),
  otherNumber: same(otherNumber),
  governmentNumber: same(governmentNumber),
  bibliographyNumber: same(bibliographyNumber),
  systemNumber: same(systemNumber),
  calisNumber: same(calisNumber),
}
