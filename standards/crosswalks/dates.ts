import type { DateStatement } from '../record/v1-draft.js'
import { eraToEdtf } from './eras.js'

type Reading = [form: RegExp, edtf: (found: RegExpExecArray) => string | undefined]

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'.split('|')
const month = (name: string): string => String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1)
const monthName = `(${months.join('|')})[a-z]*\\.?`

/** The first form that fits the whole text decides. `Y` four digits; a month and a day as written. */
const readings: Reading[] = [
  [/^(\d{4})-(\d{2})-(\d{2})T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?$/, ([, y, m, d]) => date(y, m, d)],
  [/^(\d{4})(\d{2})(\d{2})$/, ([, y, m, d]) => date(y, m, d)],
  [/^(\d{4})(\d{2})$/, ([, y, m]) => date(y, m)],
  [/^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/, ([, y, m, d]) => date(y, m, d)],
  [/^(\d{4})年(?:(\d{1,2})月)?(?:(\d{1,2})[日号])?(?:出版|印刷|印|版)?$/, ([, y, m, d]) => date(y, m, d)],
  [/^(\d{4})[-–—~―](?:\.\.|至今|present)?$/i, ([, y]) => `${y}/..`],
  [/^(\d{4})[-–—~―/至](\d{4})$/, ([, y, z]) => range(y, z)],
  [/^(\d{4})[-./](\d{1,2})$/, ([, y, m]) => monthOrRange(y, m)],
  [/^(\d{4})\s*年?\s*[-–—~―至]\s*(\d{4})\s*年?$/, ([, y, z]) => range(y, z)],
  [/^(\d{3})(?:[uUxX-])$/, ([, y]) => `${y}X`],
  [/^(\d{2})(?:[uUxX-]{2})$/, ([, y]) => `${y}XX`],
  [/^(\d{3})0(?:s|'s|年代)$/, ([, y]) => `${y}X`],
  [/^(\d{2})世纪(\d)0年代$/, ([, c, d]) => `${Number(c) - 1}${d}X`],
  [/^(\d{2})(?:th|st) century$|^(\d{2})世[纪紀]$/i, ([, a, b]) => `${Number(a ?? b) - 1}XX`],
  [/\[?\bi\.\s?e\.,?\s*(\d{4})\]?/, ([, y]) => y],
  [new RegExp(`^${monthName}\\s+(\\d{4})$`, 'i'), ([, m, y]) => date(y, month(m as string))],
  [
    new RegExp(`^${monthName}\\s+(\\d{1,2}),?\\s+(\\d{4})$`, 'i'),
    ([, m, d, y]) => date(y, month(m as string), d),
  ],
  [
    new RegExp(`^(\\d{1,2})\\s+${monthName}\\s+(\\d{4})$`, 'i'),
    ([, d, m, y]) => date(y, month(m as string), d),
  ],
  [
    new RegExp(`^(\\d{4}),?\\s+${monthName}(?:\\s+(\\d{1,2}))?$`, 'i'),
    ([, y, m, d]) => date(y, month(m as string), d),
  ],
]

const marks = /^(?:c|©|\(c\)|℗|p|cop\.?|copyright|版权|出版|issued|published)\s*(?=\[?\d)/i
const about = /^(?:ca?\.|circa|about|约|approximately)\s*(?=\d)/i
const oneYear = /(?<!\d)(1\d{3}|20\d{2})(?!\d)/
const twoDates = /^(.*\d{2}[^,;，；]*)[,;，；]\s*((?:c|©|℗|p|cop\.?|copyright)\s*\[?\d{4}.*)$/i
const isCopyright = /^\[?(?:c|©|\(c\)|℗|p|cop\.?|copyright|版权)\s*\[?\d/i

/**
 * EDTF (ISO 8601-2 level 1) of a date in the words of an imprint: `1985.07` → `1985-07`, `[1998?]` → `1998?`,
 * `199u` → `199X`, `1954-` → `1954/..`, `民国二十三年` → `1934`. Undefined when it cannot tell.
 */
export function toEdtf(text: string): string | undefined {
  const clean = tidy(text)
  const body = clean.replace(/\?/g, '').trim().replace(marks, '').replace(about, '')
  const read = readWhole(body) ?? readLoosely(body)
  if (!read || read.includes('/')) return read
  if (clean.includes('?')) return `${read}?`
  return about.test(clean) ? `${read}~` : read
}

/** Brackets, full-width digits and the closing point are how it is written, not what it says. */
const tidy = (text: string): string =>
  text
    .slice(0, 200)
    .normalize('NFKC')
    .replace(/[[\]()<>]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s.,;:]+$/, '')
    .trim()

function readWhole(body: string): string | undefined {
  for (const [form, edtf] of readings) {
    const found = form.exec(body)
    if (found) return edtf(found)
  }
  return undefined
}

/** `2004 printing`, `光绪三十年 (1904)`, `Shanghai, 1998`: a year of our era counts before a reign, the first one before others. */
const readLoosely = (body: string): string | undefined => oneYear.exec(body)?.[1] ?? eraToEdtf(body)

/** The statements of one imprint: `1998, c1997` is two, one of them a copyright. */
export function dateStatements(text: string, kind: DateStatement['kind'] = 'issued'): DateStatement[] {
  const two = text.length < 200 ? twoDates.exec(text) : null
  const parts = two ? [two[1] as string, two[2] as string] : [text]
  return parts.map((part) => dateStatement(part.trim(), isCopyright.test(part.trim()) ? 'copyright' : kind))
}

/** A statement with its reading, where there is one. `edtf` given: of a coded field that knows better. */
export function dateStatement(text: string, kind: DateStatement['kind'], edtf = toEdtf(text)): DateStatement {
  return edtf ? { kind, edtf, text } : { kind, text }
}

/** First year that an EDTF text names: `1954/..` → 1954; undefined for `19XX`, which names none. */
export function yearOf(edtf: string): number | undefined {
  const year = Number(edtf.slice(0, 4))
  return Number.isInteger(year) ? year : undefined
}

function date(year = '', month?: string, day?: string): string | undefined {
  if (!isYear(year)) return undefined
  const m = Number(month)
  if (!month || m < 1 || m > 12) return year
  const d = Number(day)
  const head = `${year}-${pad(m)}`
  return day && d >= 1 && d <= 31 ? `${head}-${pad(d)}` : head
}

const range = (from = '', to = ''): string | undefined =>
  isYear(from) && to >= from ? (from === to ? from : `${from}/${to}`) : undefined

/** `1985-07` is a month, `1954-60` a range: no month is larger than 12. */
function monthOrRange(year = '', rest = ''): string | undefined {
  if (Number(rest) <= 12) return date(year, rest)
  return rest > year.slice(2) ? range(year, year.slice(0, 2) + rest) : date(year)
}

const isYear = (text: string): boolean => text >= '0500' && text <= '2100'
const pad = (value: number): string => String(value).padStart(2, '0')
