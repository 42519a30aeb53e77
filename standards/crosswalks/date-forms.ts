/** How imprints write dates, each form with its reading in EDTF. Digits are ASCII; brackets are gone. */

type Reading = [form: RegExp, edtf: (found: RegExpExecArray) => string | undefined]

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'.split('|')
const month = (name: string): string => String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1)
const monthName = `(${months.join('|')})[a-z]*\\.?`

/** The first form that fits the whole text decides. `Y` four digits; a month and a day as written. */
export const readings: Reading[] = [
  [/^(\d{4})-(\d{2})-(\d{2})T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?$/, ([, y, m, d]) => date(y, m, d)],
  [
    /^(\d{4})-(\d\d)(?:-(\d\d))?\s*\/\s*(\d{4})-(\d\d)(?:-(\d\d))?$/,
    ([, y, m, d, z, n, e]) => span(date(y, m, d), date(z, n, e)),
  ],
  [
    /^(\d{4})[.年]\s?(\d{1,2})月?\s*[-–—~至]\s*(\d{4})[.年]\s?(\d{1,2})月?$/,
    ([, y, m, z, n]) => span(date(y, m), date(z, n)),
  ],
  [
    /^(\d{4})[./年]\s?(\d{1,2})月?\s*[-–—~至]\s*(\d{1,2})月?$/,
    ([, y, m, n]) => (Number(n) <= 12 ? span(date(y, m), date(y, n)) : date(y, m)),
  ],
  [/^(\d{4})(\d{2})(\d{2})$/, ([, y, m, d]) => date(y, m, d)],
  [/^(\d{4})(\d{2})$/, ([, y, m]) => date(y, m)],
  [/^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/, ([, y, m, d]) => date(y, m, d)],
  [/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/, ([, d, m, y]) => date(y, m, d)],
  [/^(\d{1,2})[./](\d{4})$/, ([, m, y]) => date(y, m)],
  [
    /^(?:公元|西元|公历)?(\d{4})\s*年\s*(?:(\d{1,2})\s*月)?\s*(?:(\d{1,2})\s*[日号])?(?:第?[一二三四五\d]*版|出版|印刷|[初重新]?印|版)?$/,
    ([, y, m, d]) => date(y, m, d),
  ],
  [/^(\d{4})\s*年?\s*(春|夏|秋|冬)[季天]?$/, ([, y, s]) => season(y, '春夏秋冬'.indexOf(s as string))],
  [/^(spring|summer|autumn|fall|winter),?\s+(\d{4})$/i, ([, s, y]) => season(y, seasonOf(s as string))],
  [/^(\d{4}),?\s+(spring|summer|autumn|fall|winter)$/i, ([, y, s]) => season(y, seasonOf(s as string))],
  [/^[-–—~―]\s*(\d{4})$/, ([, y]) => (isYear(y as string) ? `../${y}` : undefined)],
  [
    /^(\d{4})\s*(?:年|[.年]\s?(\d{1,2})月?)?\s*[-–—~―](?:\s*\.\.|至今|present|\s*)$/i,
    ([, y, m]) => `${date(y, m)}/..`,
  ],
  [/^(\d{3})[uUxX_-]\s*[-–—~―]$/, ([, y]) => `${y}X/..`],
  [/^(\d{4})\s*[-–—~―/至]\s*(\d{4})$/, ([, y, z]) => range(y, z)],
  [/^between\s+(\d{4})\s+and\s+(\d{4})$/i, ([, y, z]) => between(y, z)],
  [/^(?:zwischen|entre)\s+(\d{4})\s+(?:und|et|y)\s+(\d{4})$/i, ([, y, z]) => between(y, z)],
  [/^(\d{4})\s*(?:or|oder|ou|或)\s*(\d{4})$/i, ([, y, z]) => between(y, z)],
  [/^(?:not )?(?:before|after|vor|nach|avant|après)\s+(\d{4})$/i, ([text, y]) => openAt(text as string, y)],
  [/^(\d{4})[-./,]\s?(\d{1,2})$/, ([, y, m]) => monthOrRange(y, m)],
  [/^(\d{4})\s*年?\s*[-–—~―至]\s*(\d{4})\s*年?$/, ([, y, z]) => range(y, z)],
  [/^(\d{3})(?:[uUxX_-])$/, ([, y]) => `${y}X`],
  [/^(\d{2})(?:[uUxX_-]{2})$/, ([, y]) => `${y}XX`],
  [/^(?:(?:early|mid|late)[\s-]+)?(\d{3})0(?:s|'s|年代|er(?: Jahre)?)$/, ([, y]) => `${y}X`],
  [/^(\d{2})世[纪紀](\d)0年代$/, ([, c, d]) => `${Number(c) - 1}${d}X`],
  [
    /^(?:.*\s)?(\d{1,2})(?:st|nd|rd|th) cent(?:ury|\.)?$|^(\d{1,2})世[纪紀][初中末]?[叶期]?$|^(\d{1,2})\.\s?(?:Jahrhundert|Jh\.?)$/i,
    ([, a, b, c]) => century(a ?? b ?? c),
  ],
  [/\[?\bi\.\s?e\.,?\s*(\d{4})\]?/, ([, y]) => y],
  [new RegExp(`^${monthName}\\s+(\\d{4})$`, 'i'), ([, m, y]) => date(y, month(m as string))],
  [
    new RegExp(`^${monthName}\\s+(\\d{1,2}),?\\s+(\\d{4})$`, 'i'),
    ([, m, d, y]) => date(y, month(m as string), d),
  ],
  [
    new RegExp(`^(\\d{1,2})\\.?\\s+${monthName}\\s+(\\d{4})$`, 'i'),
    ([, d, m, y]) => date(y, month(m as string), d),
  ],
  [
    new RegExp(`^(\\d{4}),?\\s+${monthName}(?:\\s+(\\d{1,2}))?$`, 'i'),
    ([, y, m, d]) => date(y, month(m as string), d),
  ],
]

function date(year = '', month?: string, day?: string): string | undefined {
  if (!isYear(year)) return undefined
  const m = Number(month)
  if (!month || m < 1 || m > 12) return year
  const d = Number(day)
  const head = `${year}-${pad(m)}`
  return day && d >= 1 && d <= daysOf(Number(year), m) ? `${head}-${pad(d)}` : head
}

const span = (from?: string, to?: string): string | undefined =>
  from && to && from < to ? `${from}/${to}` : from

const daysOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

const range = (from = '', to = ''): string | undefined =>
  isYear(from) && to >= from ? (from === to ? from : `${from}/${to}`) : undefined

/** One year of several: both ends are uncertain. */
export const between = (from = '', to = ''): string | undefined =>
  isYear(from) && isYear(to) && from < to ? `${from}?/${to}?` : undefined

const openAt = (text: string, year = ''): string | undefined =>
  isYear(year)
    ? /^not after|^before|^vor|^avant/i.test(text)
      ? `../${year}`
      : /^not before|^after|^nach|^après/i.test(text)
        ? `${year}/..`
        : undefined
    : undefined

/** EDTF level 1: 21 spring … 24 winter. */
const season = (year = '', at = -1): string | undefined =>
  isYear(year) && at >= 0 ? `${year}-${21 + at}` : undefined
const seasonOf = (word: string): number =>
  ({ spring: 0, summer: 1, autumn: 2, fall: 2, winter: 3 })[word.toLowerCase()] ?? -1

const century = (text = ''): string | undefined => {
  const before = Number(text) - 1
  return before >= 1 && before <= 20 ? `${pad(before)}XX` : undefined
}

/** `1985-07` is a month, `1954-60` a range: no month is larger than 12. */
function monthOrRange(year = '', rest = ''): string | undefined {
  if (Number(rest) <= 12) return date(year, rest)
  return rest > year.slice(2) ? range(year, year.slice(0, 2) + rest) : date(year)
}

export const isYear = (text: string): boolean => text >= '0500' && text <= '2100'
const pad = (value: number): string => String(value).padStart(2, '0')
