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
export const isNumeral = (token: string): boolean => value.has(token) || units.has(token)

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

/** A number among tokens: from `at` to before `end`. */
export interface Written {
  at: number
  end: number
  instead: string[]
}

/**
 * The same tokens with their numbers written the other way: 第 3 卷 and 第 三 卷, 20 世 纪 and 二 十 世 纪, 1998 年 and 一 九 九 八 年; where there are
 * several numbers all of them, then each alone. One Han numeral alone is a number only behind 第, before what is counted, or at the end of a title
 * (流星花园四): 三国 is no "3 国", and 张三 is a name.
 */
export const otherNumerals = (tokens: readonly string[]): string[][] => {
  const found = numbersIn(tokens).slice(0, mostNumbers)
  if (found.length < 2) return found.map((one) => replaced(tokens, [one]))
  return [replaced(tokens, found), ...found.map((one) => replaced(tokens, [one]))]
}

const mostNumbers = 4

/** The tokens with what these stand for in their places. */
export const replaced = (tokens: readonly string[], numbers: readonly Written[]): string[] =>
  numbers
    .toReversed()
    .reduce((all, { at, end, instead }) => all.toSpliced(at, end - at, ...instead), [...tokens])

const numbersIn = (tokens: readonly string[]): Written[] => {
  const found: Written[] = []
  for (let at = 0; at < tokens.length; at++) {
    let end = at
    while (end < tokens.length && isNumeral(tokens[end] as string)) end++
    const isLast = end === tokens.length && at > 1
    const fewest = isLast || isCounting(tokens, at, end) ? 1 : 2
    const number = end - at >= fewest ? numberOf(tokens.slice(at, end)) : undefined
    if (number !== undefined) found.push({ at, end, instead: [String(number)] })
    else if (/^\d{1,4}$/.test(tokens[at] as string) && isBesideHan(tokens, at))
      found.push({ at, end: at + 1, instead: inHan(tokens[at] as string, tokens[at + 1]) })
    at = Math.max(at, end - 1)
  }
  return found
}

const isCounting = (tokens: readonly string[], at: number, end: number): boolean =>
  tokens[at] === '零' || tokens[at - 1] === '第' || counted.has(tokens[end] ?? '')

/** What stands behind a number that counts. */
const counted = new Set('年月日天周世章回卷册部版集辑讲课条招个本种次期号级')

const isBesideHan = (tokens: readonly string[], at: number): boolean =>
  [tokens[at - 1], tokens[at + 1]].some((token) => /^\p{sc=Han}/u.test(token ?? ''))

/** Years are said digit by digit. */
const inHan = (token: string, next: string | undefined): string[] =>
  next === '年' && token.length === 4
    ? [...token].map((digit) => digits[Number(digit)] as string)
    : token === '0'
      ? ['零']
      : numeralsOf(Number(token))
