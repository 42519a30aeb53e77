const digits = '零一二三四五六七八九'
const value = new Map<string, number>([
  ...[...digits].map((digit, number): [string, number] => [digit, number]),
  ['〇', 0],
  ['两', 2],
])
const units = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])
const isNumeral = (token: string): boolean => value.has(token) || units.has(token)

/** `二十一` 21, `十` 10, `一九九八` 1998; undefined where they are no number. */
export const numberOf = (numerals: readonly string[]): number | undefined => {
  if (numerals.length === 0 || numerals.length > 8) return undefined
  if (numerals.every((one) => value.has(one))) return Number(numerals.map((one) => value.get(one)).join(''))
  let [sum, digit, lastUnit] = [0, -1, 10_000]
  for (const one of numerals) {
    const unit = units.get(one)
    if (unit === undefined) {
      if (!value.has(one)) return undefined
      digit = value.get(one)!
      continue
    }
    if (unit >= lastUnit) return undefined
    sum += unit * (digit < 0 ? 1 : digit)
    ;[digit, lastUnit] = [-1, unit]
  }
  return sum + Math.max(digit, 0)
}

/** 1 to 9,999 as one says it: 21 → 二十一, 10 → 十. */
export const numeralsOf = (number: number): string[] => {
  const said: string[] = []
  let gap = false
  for (const [unit, sign] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(number / unit) % 10
    if (digit === 0) {
      gap = said.length > 0
      continue
    }
    if (gap) said.push('零')
    gap = false
    if (!(unit === 10 && digit === 1 && said.length === 0)) said.push(digits[digit] as string)
    if (sign !== '') said.push(sign)
  }
  return said
}

/**
 * The same tokens with their numbers written the other way, where there are any: 第 3 卷 and 第 三 卷, 20 世 纪 and 二 十 世 纪,
 * 1998 年 and 一 九 九 八 年. One Han numeral alone is a number only behind 第: 三国 is no "3 国".
 */
export const otherNumerals = (tokens: readonly string[]): string[] | undefined => {
  const other: string[] = []
  let changed = false
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as string
    let end = at
    while (end < tokens.length && isNumeral(tokens[end] as string)) end++
    const ordinal = tokens[at - 1] === '第'
    const number = end - at >= (ordinal ? 1 : 2) ? numberOf(tokens.slice(at, end)) : undefined
    if (number !== undefined) {
      other.push(String(number))
      changed = true
      at = end
    } else if (/^\d{1,4}$/.test(token) && token !== '0' && nextIsHan(tokens, at, ordinal)) {
      other.push(...inHan(token, tokens[at + 1]))
      changed = true
      at++
    } else {
      other.push(token)
      at++
    }
  }
  return changed ? other : undefined
}

const nextIsHan = (tokens: readonly string[], at: number, ordinal: boolean): boolean =>
  ordinal || /^\p{sc=Han}/u.test(tokens[at + 1] ?? '')

/** Years are said digit by digit. */
const inHan = (token: string, next: string | undefined): string[] =>
  next === '年' && token.length === 4
    ? [...token].map((digit) => digits[Number(digit)] as string)
    : numeralsOf(Number(token))
