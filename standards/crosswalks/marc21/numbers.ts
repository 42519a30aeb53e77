import { agencyName } from '../agencies.js'
import { addClass, addControlNumber, addIdentifier, present } from '../draft.js'
import type { StepOf } from '../field-table.js'
import { readDoi, readIssn } from '../identifiers.js'
import { all, first, joined, type Step, sourceOf, splitPrefix } from '../marc-steps.js'
import { addIsbn, number } from '../numbers.js'

/** 020: $a and $z, $q (once $b) qualifier, $c price. */
const isbn: Step = (field, draft) => {
  for (const code of ['a', 'z'])
    for (const value of all(field, code))
      addIsbn(draft, value, code === 'z', joined(field, 'qb', '; '), first(field, 'c'), `020$${code}`)
}

/** 022: $a, $l; $y incorrect and $z cancelled. */
const issn: Step = (field, draft) => {
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

/** 024: indicator 1 says the kind, or $2 does. $z is cancelled, $q a qualifier, $c a price. */
const kinds: Record<string, string> = { '0': 'isrc', '1': 'upc', '2': 'ismn', '3': 'ean', '4': 'sici' }
const otherNumber: Step = (field, draft) => {
  const named = field.ind1 === '7' ? (first(field, '2') ?? 'other') : (kinds[field.ind1] ?? 'other')
  const scheme = named === 'hdl' ? 'handle' : named
  for (const code of ['a', 'z'])
    for (const value of all(field, code)) {
      const found = scheme === 'doi' ? readDoi(value) : undefined
      const more = {
        qualifier: joined(field, 'q', '; '),
        price: first(field, 'c'),
        cancelled: code === 'z' ? true : undefined,
      }
      addIdentifier(
        draft,
        present({ ...(found ?? { scheme, value, valid: scheme !== 'doi' }), ...more }),
        `024$${code}`,
      )
    }
}

const lccn: Step = (field, draft) => {
  for (const value of all(field, 'a')) addControlNumber(draft, 'lccn', value.replace(/\s+/g, ''), '010$a')
}

/** 015 and 016: number of a national bibliography or library, the agency in $2. */
const nationalNumber: Step = (field, draft) => {
  const agency = first(field, '2') ?? (field.tag === '016' ? 'lac' : 'nbn')
  for (const value of all(field, 'a'))
    addControlNumber(draft, agencyName(agency), splitPrefix(value)[1], `${field.tag}$a`)
}

/** 035: only a number whose agency is named is shared with others. `ocm12345`, `on123` is OCLC's. */
const systemNumber: Step = (field, draft) => {
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

/** Prime marks of Dewey say where to shorten it; in the Universal Decimal Classification a stroke is a span of numbers. */
const withoutPrimes = (scheme: string, number: string): string =>
  scheme === 'ddc' ? number.replaceAll('/', '') : number

/** 050, 060, 080, 082: scheme by field, edition in $2. */
const classNumber: StepOf =
  ({ kind, reads }) =>
  (field, draft) => {
    const item = reads.includes('b') ? first(field, 'b') : undefined
    const edition = reads.includes('2') ? first(field, '2') : undefined
    for (const value of all(field, 'a'))
      addClass(
        draft,
        kind,
        withoutPrimes(kind, item ? `${value} ${item}` : value),
        edition,
        sourceOf(field, 'a'),
      )
  }

/** Fields with the scheme in $2; 中图法 has several names. */
const clcNames = new Set(['clc', 'ztf', '中图法', 'cncl', 'clclass'])
const otherClass: StepOf =
  ({ kind }) =>
  (field, draft) => {
    const scheme = (first(field, '2') ?? (kind || 'other')).toLowerCase()
    for (const value of all(field, 'a'))
      addClass(draft, clcNames.has(scheme) ? 'clc' : scheme, value, undefined, sourceOf(field, 'a'))
  }

/** In an authority the tag says the scheme of the class that belongs to the heading. */
const schemes: Record<string, string> = {
  '060': 'nlm',
  '080': 'udc',
  '082': 'ddc',
  '083': 'ddc',
  '086': 'govdoc',
}
export const headingClass: StepOf = () => (field, draft) => {
  const scheme = schemes[field.tag] ?? 'lcc'
  for (const value of all(field, 'a'))
    addClass(draft, scheme, withoutPrimes(scheme, value), undefined, sourceOf(field, 'a'))
}

const same =
  (step: Step): StepOf =>
  () =>
    step

export const steps: Record<string, StepOf> = {
  isbn: same(isbn),
  issn: same(issn),
  lccn: same(lccn),
  nationalNumber: same(nationalNumber),
  systemNumber: same(systemNumber),
  otherNumber: same(otherNumber),
  number,
  class: classNumber,
  otherClass,
}
