import { addClass, addControlNumber, addIdentifier, addNote } from '../draft.js'
import { readDoi, readIssn } from '../identifiers.js'
import { all, first, joined, type Step, splitPrefix } from '../marc-steps.js'
import { addIsbn, agencyName } from '../numbers.js'

/** 020: $a and $z, $q qualifier, $c price. */
export const isbn: Step = (field, draft) => {
  for (const code of ['a', 'z'])
    for (const value of all(field, code))
      addIsbn(draft, value, code === 'z', joined(field, 'q', '; '), first(field, 'c'), `020$${code}`)
}

/** 022: $a, $l; $y incorrect and $z cancelled. */
export const issn: Step = (field, draft) => {
  for (const code of ['a', 'l', 'y', 'z'])
    for (const value of all(field, code)) {
      const found = readIssn(value)
      if (found)
        addIdentifier(
          draft,
          code === 'y' || code === 'z' ? { ...found, cancelled: true } : found,
          `022$${code}`,
        )
    }
}

/** 024: indicator 1 says the kind, or $2 does. */
const kinds: Record<string, string> = { '0': 'isrc', '1': 'upc', '2': 'ismn', '3': 'ean', '4': 'sici' }
export const otherNumber: Step = (field, draft) => {
  const value = first(field, 'a')
  if (!value) return
  const scheme = field.ind1 === '7' ? (first(field, '2') ?? 'other') : (kinds[field.ind1] ?? 'other')
  const doi = scheme === 'doi' ? readDoi(value) : undefined
  addIdentifier(
    draft,
    doi ?? { scheme: scheme === 'hdl' ? 'handle' : scheme, value, valid: scheme !== 'doi' },
    '024$a',
  )
}

export const reportNumber: Step = (field, draft) => {
  for (const value of all(field, 'a'))
    addIdentifier(draft, { scheme: 'standard', value, valid: true }, `${field.tag}$a`)
}

export const lccn: Step = (field, draft) => {
  for (const value of all(field, 'a')) addControlNumber(draft, 'lccn', value.replace(/\s+/g, ''), '010$a')
}

/** 015 and 016: number of a national bibliography or library, the agency in $2. */
export const nationalNumber: Step = (field, draft) => {
  const agency = first(field, '2') ?? (field.tag === '016' ? 'lac' : 'nbn')
  for (const value of all(field, 'a'))
    addControlNumber(draft, agencyName(agency), splitPrefix(value)[1], `${field.tag}$a`)
}

/** 035: only a number whose agency is named is shared with others. `ocm12345`, `on123` is OCLC's. */
export const systemNumber: Step = (field, draft) => {
  for (const value of all(field, 'a')) {
    const [agency, number] = splitPrefix(value)
    const named = agency ? agencyName(agency) : /^oc[mn]|^on\d/.test(number) ? 'oclc' : ''
    if (named)
      addControlNumber(
        draft,
        named,
        named === 'oclc' ? number.replace(/^oc[mn]0*|^on0*|^0+/, '') : number,
        '035$a',
      )
  }
}

export const cataloguingSource: Step = (field, draft) => {
  addNote(draft, 'cataloguing-source', joined(field, 'acd'), '040$a')
}

/** 050, 060, 080, 082: scheme by tag, edition in $2. */
export const classOf =
  (scheme: string): Step =>
  (field, draft) => {
    const item = scheme === 'lcc' ? first(field, 'b') : undefined
    for (const value of all(field, 'a'))
      addClass(
        draft,
        scheme,
        (item ? `${value} ${item}` : value).replaceAll('/', ''),
        first(field, '2'),
        `${field.tag}$a`,
      )
  }

/** 084 and 690: the scheme in $2; 中图法 has several names. */
const clcNames = new Set(['clc', 'ztf', '中图法', 'cncl', 'clclass'])
export const otherClass: Step = (field, draft) => {
  const scheme = (first(field, '2') ?? 'other').toLowerCase()
  for (const value of all(field, 'a'))
    addClass(draft, clcNames.has(scheme) ? 'clc' : scheme, value, undefined, '084$a')
}

/** 690 is a local subject in the West, and 中图法 in Chinese libraries' MARC 21: told by its form. */
export const localClass: Step = (field, draft) => {
  for (const value of all(field, 'a'))
    if (/^[A-Z]{1,2}\d[\d.]*\S*$/.test(value)) addClass(draft, 'clc', value, first(field, 'v'), '690$a')
}
