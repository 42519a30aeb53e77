import { isbn13, isIssn } from '../crosswalks/identifiers.js'

/** What looks like an ISBN or ISSN: hyphens of any kind, or blanks after 978 and 979. */
export const standardNumber =
  /(?:97[89][-‐‑–\s]?)?(?:\d[-‐‑–]?){9}[\dXx]|97[89](?:[-‐‑–\s]?\d){10}|\d{4}[-‐‑–]?\d{3}[\dXx]/

/** One word for each way of writing it: ISBN as 13 digits, ISSN as 8 characters. Undefined when it is no such number. */
export const foldNumber = (text: string): string | undefined => {
  const digits = text.replace(/[-‐‑–\s]/g, '').toUpperCase()
  if (digits.length !== 8) return isbn13(digits)
  return isIssn(digits) && !isSpanOfYears(text) ? digits.toLowerCase() : undefined
}

/** The one token of a text that is nothing but digits of ASCII: most identifiers are. */
export const foldDigits = (digits: string): string =>
  /^(?:\d{8}|\d{10}|97[89]\d{10})$/.test(digits) ? (foldNumber(digits) ?? digits) : digits

/** `1990-2001`: one in eleven of them would pass for an ISSN. */
const isSpanOfYears = (text: string): boolean => {
  const [from, to] = text.split(/[-‐‑–]/).map(Number)
  return to !== undefined && from! >= 1000 && from! <= to && to <= 2100
}
