import type { Identifier } from '../record/v1-draft.js'

const qualifiers = /[(（[]([^)）\]]*)[)）\]]/g
/** A price: a currency before or after an amount. It may be all that an ISBN field has. */
const currency = String.raw`(?:CNY|RMB|HKD?\$?|NTD?\$?|TWD|USD|US\$|EUR|GBP|JPY|DEM|DM|FRF|SEK|CHF|人民币|[¥￥$£€])`
const priced = new RegExp(
  `${currency}\\s*\\d+(?:[.,]\\d+)*(?:\\s*\\([^)]*\\))?|\\d+(?:[.,]\\d+)*\\s*(?:元|${currency})`,
  'i',
)
const isbnLead =
  /^[\s:]*(?:(?:e-?|p-?)?isbn(?:[- ]?1[03])?)?[\s:：=-]*([0-9][0-9\s\u2010-\u2015-]*[0-9Xx](?![0-9]))/i
/** The check digit as a Russian or Greek keyboard writes it. */
const otherX = /(?<=\d[\s\u2010-\u2015-]?)[ХхΧχ](?!\p{L})/gu

const notDigits = /[^0-9Xx]/g

/** No number is longer; what is longer is not looked through. */
const longestField = 300

const onlyNoughts = /^(?:97[89])?0+[12]?$/

/** What an ISBN field says. Each part is absent when the field has none of it. */
export interface IsbnField {
  identifier?: Identifier
  price?: string
  qualifier?: string
}

/**
 * ISO 2108. Price and qualifier are taken away first: `CNY12.00` has digits, and is no ISBN. ISBN-10 becomes 13 digits;
 * what fails its check digit is kept as it came, `valid: false`.
 */
export function readIsbn(text: string): IsbnField {
  const wide = text.slice(0, longestField).normalize('NFKC').replace(otherX, 'X')
  const price = priced.exec(wide)?.[0].trim()
  const rest = price ? wide.replace(price, ' ') : wide
  const qualifier = [...rest.matchAll(qualifiers)]
    .map((match) => match[1] as string)
    .join('; ')
    .trim()
  const bare = rest.replace(qualifiers, ' ')
  const number = isbnLead.exec(bare)?.[1]
  const tail = number
    ? bare.slice(bare.indexOf(number) + number.length).replace(/^[\s:;,.]+|[\s:;,.]+$/g, '')
    : ''
  const found: IsbnField = {}
  if (number) found.identifier = isbnIdentifier(number.replace(notDigits, '').toUpperCase(), text.trim())
  if (price) found.price = price
  if (qualifier || tail) found.qualifier = qualifier || tail
  return found
}

function isbnIdentifier(digits: string, text: string): Identifier {
  const thirteen = isbn13(digits)
  const value = thirteen ?? digits
  return { scheme: 'isbn', value, ...(value !== text && { text }), valid: thirteen !== undefined }
}

/** 13 digits of a valid ISBN-13, ISBN-10 or (9 digits) SBN; else undefined. Noughts alone fill a field that must not be empty. */
export function isbn13(digits: string): string | undefined {
  if (onlyNoughts.test(digits)) return undefined
  if (digits.length === 13)
    return /^97[89]/.test(digits) && checkDigit13(digits) === digits[12] ? digits : undefined
  const ten = digits.length === 9 ? `0${digits}` : digits
  if (ten.length !== 10 || !isIsbn10(ten)) return undefined
  const body = `978${ten.slice(0, 9)}`
  return body + checkDigit13(body)
}

/** ISO 2108 Annex A: weights 1 and 3 in turn. */
function checkDigit13(digits: string): string {
  let sum = 0
  for (let i = 0; i < 12; i++) sum += Number(digits[i]) * (i % 2 === 0 ? 1 : 3)
  return String((10 - (sum % 10)) % 10)
}

function isIsbn10(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < 10; i++) {
    const digit = i === 9 && digits[i] === 'X' ? 10 : Number(digits[i])
    if (Number.isNaN(digit)) return false
    sum += digit * (10 - i)
  }
  return sum % 11 === 0
}

const issnForm = /(?:^|[^0-9])(\d{4})[\s\u2010-\u2015-]?(\d{3}[\dXx])(?![0-9])/

/** ISO 3297: `0001 3072` → `0001-3072`. Undefined when the text has no eight digits to be one. */
export function readIssn(text: string): Identifier | undefined {
  const found = issnForm.exec(text.slice(0, longestField).normalize('NFKC').replace(otherX, 'X'))
  if (!found) return undefined
  const value = `${found[1]}-${(found[2] as string).toUpperCase()}`
  const trimmed = text.trim()
  return { scheme: 'issn', value, ...(value !== trimmed && { text: trimmed }), valid: isIssn(value) }
}

/** ISO 3297 Annex A; with or without its hyphen. Eight noughts fill a field that must not be empty. */
export function isIssn(value: string): boolean {
  let sum = 0
  const digits = value.replace('-', '')
  if (digits === '00000000') return false
  for (let i = 0; i < 7; i++) sum += Number(digits[i]) * (8 - i)
  const check = (11 - (sum % 11)) % 11
  return digits[7] === (check === 10 ? 'X' : String(check))
}

const doiForm = /(?:^|doi:\s*|doi\.org\/|\s)(10\.\d{4,9}\/[^\s"<>]+)/i

/** ISO 26324: the name without its resolver, in lower case (a DOI does not tell cases apart). */
export function readDoi(text: string): Identifier | undefined {
  const name = doiForm.exec(text.trim())?.[1]
  if (!name) return undefined
  const value = name.replace(/[.,;]+$/, '').toLowerCase()
  return { scheme: 'doi', value, ...(value !== text.trim() && { text: text.trim() }), valid: true }
}

const handleForm = /^(?:hdl:|info:hdl\/|https?:\/\/hdl\.handle\.net\/)(\S+)$/i
const isbnWords = /^(?:urn:isbn:|(?:e-?|p-?)?isbn(?:[- ]?1[03])?[\s:：=-]*)(?=[\d])/i
const issnWords = /^(?:urn:issn:|(?:e-?|p-?)?issn(?:-l)?[\s:：=-]*)(?=[\d])/i
const bareIsbn = /^(?:97[89][-\s]?)?\d[\d\s-]{8,14}[\dXx]$/
const bareIssn = /^\d{4}-\d{3}[\dXx]$/

/** An identifier whose scheme is not said (`dc:identifier`): told from its form. Never undefined: the rest is `other`. */
export function readIdentifier(text: string): Identifier {
  const value = text.trim()
  return (
    (value.length <= 2_000 ? knownIdentifier(value) : undefined) ?? { scheme: 'other', value, valid: true }
  )
}

function knownIdentifier(value: string): Identifier | undefined {
  if (isbnWords.test(value)) return readIsbn(value.replace(isbnWords, '')).identifier
  if (issnWords.test(value)) return readIssn(value.replace(issnWords, ''))
  if (bareIssn.test(value)) return readIssn(value)
  const isbn = bareIsbn.test(value) ? readIsbn(value).identifier : undefined
  if (isbn?.valid) return isbn
  const doi = readDoi(value)
  if (doi) return doi
  const handle = handleForm.exec(value)?.[1]
  if (handle) return { scheme: 'handle', value: handle, text: value, valid: true }
  if (/^urn:/i.test(value)) return { scheme: 'urn', value, valid: true }
  return isWebAddress(value) ? { scheme: 'uri', value, valid: true } : undefined
}

const web = /^(?:https?|ftp):\/\/[^\s/]+\.?[^\s]*$/i

/** What a link may point to; anything else becomes a note. */
export const isWebAddress = (text: string): boolean => web.test(text) && URL.canParse(text)
