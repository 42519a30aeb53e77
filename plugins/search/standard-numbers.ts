/** What looks like an ISBN or ISSN: hyphens of any kind, or blanks after 978 and 979. */
export const standardNumber =
  /(?:97[89][-‐‑–\s]?)?(?:\d[-‐‑–]?){9}[\dXx]|97[89](?:[-‐‑–\s]?\d){10}|\d{4}[-‐‑–]?\d{3}[\dXx]/

/** One word for each way of writing it: ISBN as 13 digits, ISSN as 8 characters. Undefined when it is no such number. */
export const foldNumber = (text: string): string | undefined => {
  const digits = text.replace(/[-‐‑–\s]/g, '').toUpperCase()
  if (digits.length === 13 && isIsbn13(digits)) return digits
  if (digits.length === 10 && weighted(digits, 10)) return toIsbn13(digits)
  if (digits.length === 8 && weighted(digits, 8) && !isSpanOfYears(text)) return digits.toLowerCase()
  return undefined
}

/** ISO 2108 before 2007, ISO 3297: weights fall from the length to 1, X is ten, the sum divides by 11. */
const weighted = (digits: string, length: number): boolean => {
  let sum = 0
  for (let place = 0; place < length; place++) {
    sum += (digits[place] === 'X' ? 10 : Number(digits[place])) * (length - place)
  }
  return sum % 11 === 0
}

const isIsbn13 = (digits: string): boolean =>
  /^97[89]\d{10}$/.test(digits) && checkDigit(digits) === digits[12]

const toIsbn13 = (digits: string): string => {
  const body = `978${digits.slice(0, 9)}`
  return body + checkDigit(body)
}

const checkDigit = (digits: string): string => {
  let sum = 0
  for (let place = 0; place < 12; place++) sum += Number(digits[place]) * (place % 2 === 0 ? 1 : 3)
  return String((10 - (sum % 10)) % 10)
}

/** `1990-2001`: one in eleven of them would pass for an ISSN. */
const isSpanOfYears = (text: string): boolean => {
  const [from, to] = text.split(/[-‐‑–]/).map(Number)
  return to !== undefined && from! >= 1000 && from! <= to && to <= 2100
}
