/** Characters of Han and words of the rest, of a text as `titleKey` makes it. */
export const tokensOf = (key: string): string[] =>
  hasHan.test(key) ? (key.match(tokens) ?? []) : key === '' ? [] : key.split(' ')
const hasHan = /[\u3400-\u9fff\u{20000}-\u{323af}]/u
const tokens = /\p{sc=Han}|[^\s\p{sc=Han}]+/gu

/** What never is a slip: numbers, also of volumes, in whatever writing. */
const counting =
  /^(?:\d.*|[ivx]+|[一二三四五六七八九十上中下甲乙丙丁前后新旧]|one|two|three|four|five|first|second|third)$/u
/** three and 3; `one` may be no number. */
const spelt = new Map(
  ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'].map(
    (word, at) => [word, String(at + 2)],
  ),
)
const inDigits = (token: string): string => spelt.get(token) ?? token
const isHan = (token: string): boolean => token >= '㐀' && token <= '鿿'

/** Words that titles are held together by; they weigh little. */
const small = new Set(
  'a an and the of in on for to with by from at as or is its i you we panel abstract extended tutorial demonstration demo der die das und von zur zum im des den ein eine le la les de du et des un une en dans pour el los las y del i w na z и в на с о по ja 的 之 与 和 及'.split(
    ' ',
  ),
)
const weightOf = (token: string): number => (small.has(token) ? 0.25 : 1)

export interface Likeness {
  /** 0 to 1: how much of both texts is in the other. */
  ratio: number
  /** A number, or the place of a volume, stands in one of them only. */
  countsDiffer: boolean
  /**
   * Characters of Han that stand in the place of others, at most so many together: 山东 and 山西 1, 糖尿病 and 肝炎 3; of words
   * 1 where each text has one that is not in the other.
   */
  replaced: number
  /** A word that tells something, or a character of Han, stands in one of them only: no slip of another. */
  isMore: boolean
}

/** Words in any order, a slip of one letter in a long word forgiven; in Han no character stands for another. */
export function likeness(a: string, b: string): Likeness {
  if (a === b || a.replaceAll(' ', '') === b.replaceAll(' ', ''))
    return { ratio: 1, countsDiffer: false, replaced: 0, isMore: false }
  // The same whichever comes first, also where two words could be slips of one.
  if (a > b) return likeness(b, a)
  const lone = tokensOf(a).map(inDigits)
  const rest = tokensOf(b).map(inDigits)
  if (isHan(lone[0] ?? '') && isHan(rest[0] ?? '')) return likenessInOrder(lone, rest)
  const total = weigh(lone) + weigh(rest)
  let shared = 2 * takeOut(lone, rest, twinIn)
  // Slips are looked for only where the words that are left could still make the texts alike.
  if (shared + 2 * Math.min(weigh(lone), weigh(rest)) >= alike * total && shared >= total / 3)
    shared += 1.8 * takeOut(lone, rest, slipIn)
  return {
    ratio: total === 0 ? 0 : Math.min(1, shared / total),
    countsDiffer: lone.some(isCounting) || rest.some(isCounting),
    replaced: isReplaced(lone, rest) ? 1 : 0,
    isMore: (lone.some(isTelling) || rest.some(isTelling)) && lone.join('') !== rest.join(''),
  }
}

/** Each has a word that tells something, and it is not that one of them writes it apart: data base, database. */
const isReplaced = (a: string[], b: string[]): boolean =>
  a.some(isTelling) && b.some(isTelling) && a.join('') !== b.join('')
const isTelling = (token: string): boolean => !small.has(token)

/** In Han the order is the meaning: 语义与寓意 and 寓意与语义 are two. What both have in one order, and what is left. */
function likenessInOrder(a: string[], b: string[]): Likeness {
  const [left, right] = [a.slice(0, longest), b.slice(0, longest)]
  const { shared, lone, replaced } = inOrder(left, right)
  const ratio = (2 * shared) / (left.length + right.length)
  return { ratio, countsDiffer: lone.some(isCounting), replaced, isMore: lone.length > 0 }
}
const longest = 60

/** Longest common subsequence, what of both is not in it, and the longest run of that where both have something. */
function inOrder(a: string[], b: string[]): { shared: number; lone: string[]; replaced: number } {
  const rows = [new Uint8Array(b.length + 1)]
  for (const token of a) {
    const above = rows.at(-1) as Uint8Array
    const row = new Uint8Array(b.length + 1)
    for (let j = 1; j <= b.length; j++)
      row[j] =
        token === b[j - 1] ? (above[j - 1] as number) + 1 : Math.max(above[j] as number, row[j - 1] as number)
    rows.push(row)
  }
  const ours: string[] = []
  const theirs: string[] = []
  let [i, j, replaced] = [a.length, b.length, 0]
  let [left, right] = [i, j]
  while (i > 0 || j > 0) {
    const here = (rows[i] as Uint8Array)[j] as number
    if (i > 0 && (rows[i - 1] as Uint8Array)[j] === here) ours.push(a[--i] as string)
    else if (j > 0 && (rows[i] as Uint8Array)[j - 1] === here) theirs.push(b[--j] as string)
    else {
      replaced = Math.max(replaced, inPlace(left - i, right - j))
      ;[i, j] = [i - 1, j - 1]
      ;[left, right] = [i, j]
    }
  }
  replaced = Math.max(replaced, inPlace(left, right), isApart(ours, theirs) ? 1 : 0)
  const shared = (rows[a.length] as Uint8Array)[b.length] as number
  return { shared, lone: [...ours, ...theirs], replaced }
}

/** 江南 and 丽江 have a character in one, and each has one of its own around it; 学语 and 语学 have the same. */
const isApart = (ours: string[], theirs: string[]): boolean =>
  ours.some((one) => !small.has(one) && !theirs.includes(one)) &&
  theirs.some((one) => !small.has(one) && !ours.includes(one))

/** What is only missing in one replaces nothing. */
const inPlace = (ours: number, theirs: number): number => (ours && theirs ? Math.max(ours, theirs) : 0)

/** Nobody asks for less. */
const alike = 0.6
const twinIn = (rest: string[], token: string): number => rest.indexOf(token)
const slipIn = (rest: string[], token: string): number => rest.findIndex((other) => isSlip(token, other))
const isCounting = (token: string): boolean => counting.test(token)

/** Takes each of `lone` for which there is one in `rest` out of both; what they weigh. */
function takeOut(lone: string[], rest: string[], placeIn: (rest: string[], token: string) => number): number {
  let weight = 0
  let kept = 0
  for (const token of lone) {
    const at = placeIn(rest, token)
    if (at < 0) lone[kept++] = token
    else {
      rest.splice(at, 1)
      weight += weightOf(token)
    }
  }
  lone.length = kept
  return weight
}

const weigh = (list: string[]): number => {
  let sum = 0
  for (const token of list) sum += weightOf(token)
  return sum
}

/** One letter too many, too few, wrong, or two exchanged; in words of nine letters two. Never in numbers. */
export function isSlip(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length)
  if (longest < 5 || Math.min(a.length, b.length) < longest - 2 || (a[0] !== b[0] && a.at(-1) !== b.at(-1)))
    return false
  if (isHan(a) || isHan(b) || /\d/u.test(a + b) || isOpposed(a, b)) return false
  const allowed = longest >= 9 ? 2 : 1
  return Math.abs(a.length - b.length) <= allowed && distance(a, b, allowed) <= allowed
}

/** Microeconomics and macroeconomics, intranet and internet: of such words the beginning is the meaning. */
const isOpposed = (a: string, b: string): boolean => {
  if (!mayOppose.test(a)) return false
  const others = b.split(' ')
  return a.split(' ').some((word, at) => areOpposed(word, others[at] ?? ''))
}
const areOpposed = (a: string, b: string): boolean => {
  const [one, other] = [opposed.exec(a)?.[0], opposed.exec(b)?.[0]]
  return (
    one !== undefined && other !== undefined && one !== other && a.slice(one.length) === b.slice(other.length)
  )
}
const opposed = /^(?:micro|macro|hyper|hypo|inter|intra|endo|exo|ante|anti|pre|pro)/u
const mayOppose = /(?:^| )(?:micro|macro|hyper|hypo|inter|intra|endo|exo|ante|anti|pre|pro)/u

/** Optimal string alignment, given up past `limit`. */
export function distance(a: string, b: string, limit: number): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const isEqual = a[i - 1] === b[j - 1]
      let cost = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (isEqual ? 0 : 1),
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] as number) + 1)
      row.push(cost)
      if (cost < least) least = cost
    }
    if (least > limit) return limit + 1
    before = last
    last = row
  }
  return last[b.length] as number
}
