import type { DateStatement } from '../record/v1-draft.js'
import { asciiDigits, commonEraBeside, otherCalendar, romanYear } from './calendars.js'
import { between, isYear, readings } from './date-forms.js'
import { eraToEdtf, numberOf } from './eras.js'

const marks =
  /^(?:c|©|\(c\)|℗|p|cop\.?|copyright|版权|出版|issued|published|printed|anno|verlegt)\s*(?=\[?\d)/i
const about = /^(?:ca\.?|c\.|circa|about|um|vers|verso|约|約|approximately|approx\.)\s*(?=\d)/i
const oneYear = /(?<!\d)(1\d{3}|20\d{2})(?!\d)/
const twoDates = /^(.*\d{2}[^,;，；]*)[,;，；]\s*((?:c|©|℗|p|cop\.?|copyright)\s*\[?\d{4}.*)$/i
const isCopyright = /^\[?(?:c|©|\(c\)|℗|p|cop\.?|copyright|版权)\s*\[?\d/i
/** What most dates are: 1998, [1998], c1998. */
const plainYear = /^\[?[c©℗p]?(\d{4})\]?\.?$/
/** A letter typed for the digit one: `l967`. */
const typedOne = /^[lI](?=[89]\d\d\b)/
const hanYear = /(?<=^(?:公元|西元|公历|西历)?)[〇○零一二三四五六七八九]{4}(?=年|$|\.)/
const hanParts = /([一二三四五六七八九十]{1,3})(?=[月日])/g

/**
 * EDTF (ISO 8601-2 level 1) of a date in the words of an imprint: `1985.07` → `1985-07`, `[1998?]` → `1998?`,
 * `199u` → `199X`, `1954-` → `1954/..`, `民国二十三年` → `1934`. Undefined when it cannot tell.
 */
export function toEdtf(text: string): string | undefined {
  const plain = plainYear.exec(text)?.[1]
  if (plain && isYear(plain)) return plain
  const clean = tidy(text)
  const body = clean
    .replace(/(?<=\d{3})\?(?=$|[-–—\s]*$)/, (mark, at) => (at === 3 && /^\d{3}\?/.test(clean) ? 'X' : mark))
    .replace(/\?/g, '')
    .trim()
    .replace(marks, '')
    .replace(about, '')
    .replace(/(?<=\d\s*[-–—]\s*)c(?=\d{4})/, '')
  const read = readWhole(body) ?? readHead(text) ?? readLoosely(body, text)
  if (!read || /[?~]$/.test(read)) return read
  const isUnsure = /\?/.test(clean) && !/^\d{3}\?\s*[-–—]?$/.test(clean)
  if (read.includes('/')) return isUnsure ? read.replace(/^(\d{3}[\dX])(?=\/)/, '$1?') : read
  if (isUnsure) return `${read}?`
  return about.test(clean) ? `${read}~` : read
}

/** Brackets, full-width digits and the closing point are how it is written, not what it says. */
const tidy = (text: string): string =>
  asciiDigits(text.slice(0, 200).normalize('NFKC'))
    .replace(suppliedDigits, suppliedYear)
    .replace(/(?<!\d)(1[4-9]|20)(?:\.\.|\?\?)(?!\d)/, '$1--')
    .replace(/^(\[?(?:1[4-9]|20)\d)\.(?=[?\]]*$)/, '$1-')
    .replace(/[[\]()<>〔〕【】]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s.,;:]+$/, '')
    .trim()
    .replace(typedOne, '1')
    .replace(hanYear, (year) => String(numberOf(year)).padStart(4, '0'))
    .replace(hanParts, (part) => String(numberOf(part)))

/** `[19]98`, `199[8]`: digits that a cataloguer supplied. */
const suppliedDigits = /\[?(?<!\d)(\d{1,3})[[\]](\d{1,3})(?!\d)\]?/
const suppliedYear = (text: string, one: string, other: string): string =>
  one.length + other.length === 4 ? `[${one}${other}]` : text

function readWhole(body: string): string | undefined {
  for (const [form, edtf] of readings) {
    const found = form.exec(body)
    if (found) return edtf(found)
  }
  return undefined
}

/** `1998.7(2000.3重印)`, `1998 [repr. 2001]`: what stands before the bracket, when it is a date by itself. */
function readHead(text: string): string | undefined {
  const at = text.search(/[([（]/)
  if (at < 4 || /i\.\s?e\./.test(text)) return undefined
  const head = text.slice(0, at).trim()
  return /^\d{4}[.\-年]/.test(head) && !/[-–—]$/.test(head) ? readWhole(tidy(head)) : undefined
}

/**
 * `2004 printing`, `光绪三十年 (1904)`, `1408 [1988]`, `Shanghai, 1998`: a year of our era counts before a reign or
 * another calendar, the first one before others.
 */
function readLoosely(body: string, text: string): string | undefined {
  const beside = commonEraBeside(body)
  if (beside) return beside
  const either = /(?<!\d)(\d{4})\s*(?:or|oder|ou|或)\s*(\d{4})(?!\d)/i.exec(body)
  if (either) return between(either[1], either[2])
  const other = otherCalendar(body)
  const year = oneYear.exec(other ? body.replace(/(?<!\d)1[0-4]\d\d(?!\d)/, '') : body)?.[1]
  if (year) return openEnd.test(body) ? `${year}/..` : year
  const decade = /(?<!\d)(1[4-9]\d|20\d)[-uUxX_](?!\d)/.exec(body)?.[1]
  if (decade) return `${decade}X`
  const roman = romanYear(body)
  return (
    eraRange(body) ??
    eraToEdtf(body) ??
    other ??
    (roman === undefined ? undefined : String(roman)) ??
    romanIn(text)
  )
}
const openEnd = /^\D*\d{4}\s*[-–—]\s*$/

/** 光绪三十年至宣统元年. */
function eraRange(text: string): string | undefined {
  const [from, to, ...more] = text.split(/\s*[-–—至~]\s*/)
  if (!from || !to || more.length > 0) return undefined
  const [one, two] = [eraToEdtf(from), eraToEdtf(to)]
  return one && two && /^\d{4}$/.test(one + two.slice(4)) && one <= two ? `${one}/${two}` : undefined
}

/** `Lipsiae, MDCCXXXIV`. */
const romanIn = (text: string): string | undefined => {
  const word = /\bM[DCLXVIM.]{3,}/.exec(text)?.[0]
  const year = word ? romanYear(word) : undefined
  return year === undefined ? undefined : String(year)
}

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
