import { addControlNumber, addIdentifier, addNote, present } from '../draft.js'
import { readDoi, readIssn } from '../identifiers.js'
import { all, first, joined, type Step, sourceOf, splitPrefix } from '../marc-steps.js'
import { addIsbn, agencyName } from '../numbers.js'

/** 010: $a number, $b binding, $d price, $z wrong. A field may hold only a price, or a price inside $a. */
export const isbn: Step = (field, draft) => {
  for (const code of ['a', 'z'])
    for (const value of all(field, code))
      addIsbn(draft, value, code === 'z', first(field, 'b'), first(field, 'd'), `010$${code}`)
}

export const issn: Step = (field, draft) => {
  for (const code of ['a', 'y', 'z'])
    for (const value of all(field, code)) {
      const found = readIssn(value)
      if (found) addIdentifier(draft, code === 'a' ? found : { ...found, cancelled: true }, `011$${code}`)
    }
}

/** 091 统一书号 (books of 1956 to 1986), 094 standard numbers, 013 ISMN, 016 ISRC. */
export const numberOf =
  (scheme: string): Step =>
  (field, draft) => {
    for (const code of ['a', 'z']) {
      const text = code === 'a' && scheme === 'standard' ? joined(field, 'ab', '') : undefined
      for (const value of text ? [text] : all(field, code))
        addIdentifier(
          draft,
          present({
            scheme,
            value: scheme === 'csbn' ? unifiedNumber(value) : value,
            price: first(field, 'd'),
            valid: scheme !== 'csbn' || isUnifiedNumber(value),
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

/** 017: other international numbers, the kind in $2. */
export const otherNumber: Step = (field, draft) => {
  const value = first(field, 'a')
  if (!value) return
  addIdentifier(
    draft,
    readDoi(value) ?? { scheme: first(field, '2') ?? 'other', value, valid: true },
    '017$a',
  )
}

/** 020: number of a national bibliography, the country in $a and the number in $b. */
export const nationalNumber: Step = (field, draft) => {
  for (const number of all(field, 'b'))
    addControlNumber(draft, (first(field, 'a') ?? 'nbn').toLowerCase(), number, '020$b')
}

export const systemNumber: Step = (field, draft) => {
  for (const value of all(field, 'a')) {
    const [agency, number] = splitPrefix(value)
    if (agency) addControlNumber(draft, agencyName(agency), number, '035$a')
  }
}

/** 099: number of the record in the CALIS union catalogue: `CAL 012006123456`. */
export const calisNumber: Step = (field, draft) => {
  for (const value of all(field, 'a'))
    addControlNumber(draft, 'calis', value.replace(/^CAL\s*/i, ''), '099$a')
}

/** 049 of the National Library's union catalogue: $a library, $b its number there. */
export const unionNumber: Step = (field, draft) => {
  const number = first(field, 'b')
  if (number) addControlNumber(draft, first(field, 'a') ?? 'nlc', number, '049$b')
}

export const cataloguingSource: Step = (field, draft) => {
  addNote(draft, 'cataloguing-source', joined(field, 'abc'), '801$b')
}
