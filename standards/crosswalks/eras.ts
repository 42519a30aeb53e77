import { distantEras, eras, latinForms, traditionalForms } from './era-names.js'

/** 民76 and 昭37, as cards and lists of Taiwan and Japan write them. */
const shortForms: Record<string, string> = { 民: '民国', 昭: '昭和', 平: '平成', 令: '令和' }
const shortForm = /^([民昭平令])(?=\s*(?:元|\d{1,3}|[一二三四五六七八九十廿卅]{1,4})(?:年|$|[\s.[(]))/
const isDistant = (name: string): boolean => (traditionalForms[name] ?? name) in distantEras
const names = [...Object.keys(eras), ...Object.keys(traditionalForms)]
  .filter((name) => !isDistant(name))
  .join('|')
const distant = [...Object.keys(distantEras), ...Object.keys(traditionalForms)].filter(isDistant).join('|')
const year = String.raw`元|[〇○零一二三四五六七八九十廿卅卌百]{1,5}|\d{1,3}`
const part = String.raw`([一二三四五六七八九十]{1,2}|\d{1,2})`
const dated = new RegExp(
  `(${names}|(?:${distant})(?=\\s*(?:${year})))\\s*(${year})?\\s*(年)?(?:\\s*[.．]?\\s*${part}\\s*月)?`,
)
const latin = new RegExp(`\\b(${Object.keys(latinForms).join('|')})\\s+(\\d{1,3})\\b`, 'i')
const stems = '甲乙丙丁戊己庚辛壬癸'
const branches = '子丑寅卯辰巳午未申酉戌亥'
const cyclic = new RegExp(`(${names})[^甲乙丙丁戊己庚辛壬癸]{0,6}([${stems}])([${branches}])`)
const dynasties: [form: RegExp, edtf: string][] = [
  [/^[清][代朝]?(?:初|末|中叶|中期|间|間|年间)?(?:刻|抄|活字|石印|写|稿|寫)?本?$/, '1644/1911'],
  [/^[明][代朝]?(?:初|末|中叶|中期|间|間|年间)?(?:刻|抄|活字|写|稿|寫)?本?$/, '1368/1644'],
  [/^[元][代朝]?(?:初|末|间|間)?(?:刻|抄|写|寫)?本?$/, '1271/1368'],
  [/^(?:北|南)?[宋][代朝]?(?:初|末|间|間)?(?:刻|抄|写|寫)?本?$/, '0960/1279'],
]

/** First years of the eras whose months are those of our calendar: the republic, and Japan. */
const solar = new Set([1868, 1912, 1926, 1989, 2019])

/** First year, and last: 民国 and 令和 are still counted, 民国 in imprints of the mainland until 1949. */
const spanOf = (name: string): [from: number, to: number] => {
  const form = traditionalForms[name] ?? name
  return (eras[form] ?? distantEras[form]) as [number, number]
}

/**
 * Year of the common era of a date in reign years: 民国二十三年 → 1934, 康熙五十年 → 1711, 光绪丁未 → 1907, 昭和50 → 1975.
 * A reign alone is an interval: 光绪 → 1875/1908. The lunar year is taken for the solar one it mostly falls in, and its
 * months are left out; those of the republic and of Japan since 1873 are ours.
 */
export function eraToEdtf(written: string): string | undefined {
  const text = written.replace(shortForm, (short) => shortForms[short] as string)
  const found = dated.exec(text)
  if (!found) return latinYear(text) ?? dynasties.find(([form]) => form.test(text.trim()))?.[1]
  const name = found[1] as string
  const [from, to] = spanOf(name)
  const sexagenary = cyclicYear(text)
  if (!found[2]) return sexagenary ?? (to === 2100 ? undefined : `${from}/${to}`)
  const year = from + numberOf(found[2]) - 1
  if (year < from || year > to) return undefined
  return (
    String(year).padStart(4, '0') +
    (found[3] && found[4] && year > 1872 && solar.has(from) ? monthOf(found[4]) : '')
  )
}

const monthOf = (text: string): string => {
  const month = numberOf(text)
  return month >= 1 && month <= 12 ? `-${String(month).padStart(2, '0')}` : ''
}

function latinYear(text: string): string | undefined {
  const found = latin.exec(text)
  if (!found) return undefined
  const [from, to] = spanOf(latinForms[(found[1] as string).toLowerCase()] as string)
  const year = from + Number(found[2]) - 1
  return year <= to ? String(year) : undefined
}

/** 光绪丁未: the year of the sixty that falls into the reign; of a reign with two of them, neither. */
function cyclicYear(text: string): string | undefined {
  const found = cyclic.exec(text)
  if (!found) return undefined
  const [from, last] = spanOf(found[1] as string)
  const to = Math.min(last, 1949)
  const years: number[] = []
  for (let year = from; year <= to; year++)
    if (stems[(year - 4) % 10] === found[2] && branches[(year - 4) % 12] === found[3]) years.push(year)
  return years.length === 1 ? String(years[0]) : undefined
}

/** The words of it in a longer text: `1934 (民国二十三年)` → `民国二十三年`. */
export const eraWords = (text: string): string | undefined => {
  const found = dated.exec(text)
  return found?.[2] ? found[0].trim() : undefined
}

const digits: Record<string, number> = {
  〇: 0,
  '○': 0,
  零: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** 元 1, 二十三 23, 廿三 23, 二三 23, 一百零二 102, 23. */
export function numberOf(text: string): number {
  if (text === '元') return 1
  if (/^\d+$/.test(text)) return Number(text)
  if (!/[十廿卅卌百]/.test(text)) return [...text].reduce((sum, one) => sum * 10 + (digits[one] ?? 0), 0)
  let [sum, unit] = [0, 0]
  for (const one of text) {
    if (one === '廿') sum += 20
    else if (one === '卅') sum += 30
    else if (one === '十') [sum, unit] = [sum + (unit || 1) * 10, 0]
    else if (one === '卌') sum += 40
    else if (one === '百') [sum, unit] = [sum + (unit || 1) * 100, 0]
    else unit = digits[one] ?? 0
  }
  return sum + unit
}
