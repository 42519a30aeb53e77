/** Years of other calendars, beside or instead of the year of the common era. */

const digitSets = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0x17e0]

/** Arabic, Persian, Indian, Thai and Khmer digits as ASCII ones. */
export const asciiDigits = (text: string): string =>
  text.replace(
    /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\u17e0-\u17e9]/g,
    (digit) => {
      const code = digit.charCodeAt(0)
      const zero = digitSets.find((first) => code >= first && code < first + 10) as number
      return String(code - zero)
    },
  )

/** What to add to a year of a calendar: Persian, Śaka, Bengali, Vikrama, Buddhist; the lunar Hijri year is shorter. */
const offsets = [621, 622, 78, 79, 593, 594, -57, -56, -543, -2333]
const hijri = (year: number): number => Math.floor(year * 0.970224 + 621.57)

/** Whether the two may be one year: 1408 of the Hijra and 1988, 1366 in Persia and 1987. */
const isSameYear = (other: number, common: number): boolean =>
  Math.abs(hijri(other) - common) <= 1 || offsets.some((offset) => other + offset === common)

const besides = /^\D*(\d{3,4})\D{1,12}(\d{4})\D*$/

/** `1408 [1988]`: the year that the cataloguer added is the one of the common era. */
export function commonEraBeside(text: string): string | undefined {
  const found = besides.exec(text)
  if (!found) return undefined
  const [other, common] = [found[1] as string, found[2] as string]
  return isSameYear(Number(other), Number(common)) ? common : undefined
}

const hijriForm = /(?<!\d)(1[0-4]\d\d)\s*(?:A\.?\s?H\.?(?![a-z])|H\.?(?![a-z])|هـ?|ه‍)/i
const koreanForm = /(?:檀[紀君]|檀纪|단기)\s*(\d{4})/
const thaiForm = /(?:พ\.\s?ศ\.|B\.?E\.?)\s*(2[45]\d\d)|(?<!\d)(2[45]\d\d)\s*B\.?E\.?/

/** A year that says which calendar it is of: `1408 H`, `檀紀 4288`, `พ.ศ. 2541`, `תשנ"ח`. */
export function otherCalendar(text: string): string | undefined {
  const korean = koreanForm.exec(text)
  if (korean) return String(Number(korean[1]) - 2333)
  const thai = thaiForm.exec(text)
  if (thai) return String(Number(thai[1] ?? thai[2]) - 543)
  const lunar = hijriForm.exec(text)
  if (lunar) return `${hijri(Number(lunar[1]))}~`
  const hebrew = hebrewYear(text)
  return hebrew ? `${hebrew}~` : undefined
}

const letters = 'אבגדהוזחטיכלמנסעפצקרשת'
const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 200, 300, 400]
const finals: Record<string, string> = { ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' }
const hebrewForm = /[\u05d0-\u05ea]{1,4}["״'׳][\u05d0-\u05ea]{1,2}(?![\u05d0-\u05ea])/

/** תשנ"ח is 5758, of which most lies in 1998. */
function hebrewYear(text: string): number | undefined {
  const word = hebrewForm.exec(text)?.[0]
  if (!word) return undefined
  let sum = 0
  for (const letter of word) sum += values[letters.indexOf(finals[letter] ?? letter)] ?? 0
  return sum >= 300 && sum < 900 ? sum + 1240 : undefined
}

const romanForm = /^M{1,2}(?:CM|CD|D?C{0,4})(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})$/
const romanValues: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 }

/** MCMXCIX, M.DC.XC.: a year on a title page. */
export function romanYear(text: string): number | undefined {
  const letters = text.replace(/[.\s]/g, '').toUpperCase()
  if (letters.length < 3 || letters.length > 20 || !romanForm.test(letters)) return undefined
  let sum = 0
  for (let at = 0; at < letters.length; at++) {
    const [value, next] = [
      romanValues[letters[at] as string] as number,
      romanValues[letters[at + 1] ?? ''] ?? 0,
    ]
    sum += value < next ? -value : value
  }
  return sum >= 1400 && sum <= 2100 ? sum : undefined
}
