import type { Clues } from './clues.js'
import type { NameClue } from './name-clues.js'
import { isSlip } from './similarity.js'

export type NameAgreement = 'same' | 'close' | 'differs' | 'unknown'

/** Those who made it, translators apart. The first of each weighs most: others are often left out (等, et al.). */
export function compareMakers(a: Clues, b: Clues): NameAgreement {
  const [ours, theirs] = [makersOf(a), makersOf(b)]
  if (ours.length === 0 || theirs.length === 0) return byStatement(a, b, ours, theirs)
  const shared = ours.filter((one) => theirs.some((other) => isSameName(one, other))).length
  if (shared === 0)
    return ours.some((one) => theirs.some((other) => hasCommonScript(one, other)))
      ? unless(a, b, ours, theirs)
      : 'unknown'
  const least = Math.min(ours.length, theirs.length)
  return shared * 2 >= least ? 'same' : 'close'
}

const makersOf = ({ names }: Clues): NameClue[] => names.filter(({ role }) => role === 'maker')
const translatorsOf = ({ names }: Clues): NameClue[] => names.filter(({ role }) => role === 'translator')

/** Other headings, but the statement of one record names who heads the other. */
const unless = (a: Clues, b: Clues, ours: NameClue[], theirs: NameClue[]): NameAgreement =>
  byStatement(a, b, ours, theirs) === 'unknown' ? 'differs' : 'close'

const byStatement = (a: Clues, b: Clues, ours: NameClue[], theirs: NameClue[]): NameAgreement => {
  const named =
    ours.some((name) => isNamedIn(name, b.statement)) || theirs.some((name) => isNamedIn(name, a.statement))
  if (named) return 'same'
  return ours.length === 0 && theirs.length === 0 && a.statement && a.statement === b.statement
    ? 'same'
    : 'unknown'
}

const isNamedIn = ({ names }: NameClue, statement: string | undefined): boolean =>
  statement !== undefined &&
  names.some((name) => {
    const words = name.split(' ')
    const [longest = ''] = [...words].sort((one, other) => other.length - one.length)
    if (han.test(name))
      return (
        statement.includes(words.join('')) ||
        (words.length > 1 && statement.includes(longest) && longest.length > 1)
      )
    return longest.length > 3 && ` ${statement} `.includes(` ${longest} `)
  })

export function compareTranslators(a: Clues, b: Clues): NameAgreement {
  const [ours, theirs] = [translatorsOf(a), translatorsOf(b)]
  if (ours.length === 0 || theirs.length === 0) return 'unknown'
  if (ours.some((one) => theirs.some((other) => isSameName(one, other)))) return 'same'
  return ours.some((one) => theirs.some((other) => hasCommonScript(one, other))) ? 'differs' : 'unknown'
}

const han = /\p{sc=Han}/u
const isHan = (name: string): boolean => han.test(name)
/** Names in two scripts say nothing of each other. */
const hasCommonScript = (a: NameClue, b: NameClue): boolean =>
  a.names.some((one) => b.names.some((other) => isHan(one) === isHan(other)))

export const isSameName = (a: NameClue, b: NameClue): boolean =>
  a.names.some((one) => b.names.some((other) => one === other || agree(one, other)))

/** 马克 吐温 and 吐温 马克; wang xiaoming, xiao ming wang, x wang and xm wang. Families must agree whole. */
function agree(a: string, b: string): boolean {
  if (isHan(a) !== isHan(b)) return false
  const [one, other] = [a.split(' '), b.split(' ')]
  if (isHan(a)) return agreeHan(one, other)
  if (one.length === 1 || other.length === 1) return a.replaceAll(' ', '') === b.replaceAll(' ', '')
  return families(one).some((left) => families(other).some((right) => agreeWestern(left, right)))
}

const agreeHan = (a: string[], b: string[]): boolean => {
  const joined = a.join('')
  if (joined === b.join('') || joined === [...b].reverse().join('')) return true
  // 吐温 alone for 马克·吐温: the last of a foreign name.
  return (
    (a.length === 1) !== (b.length === 1) &&
    (a.length === 1 ? b : a).includes((a.length === 1 ? a : b)[0] ?? '') &&
    joined.length > 1
  )
}

interface Parted {
  family: string
  given: string[]
}

/** The family is the first word or the last: `Smith John`, `John Smith`, `Wang Xiaoming`. */
const families = (words: string[]): Parted[] => [
  { family: words[0] as string, given: words.slice(1) },
  { family: words.at(-1) as string, given: words.slice(0, -1) },
]

const agreeWestern = (a: Parted, b: Parted): boolean =>
  (a.family === b.family || isSlip(a.family, b.family)) && agreeGiven(a.given, b.given)

/** Initials stand for names: `j a`, `ja`, `john a`, `j`. */
function agreeGiven(a: string[], b: string[]): boolean {
  const [one, other] = [a.join(''), b.join('')]
  if (one === other || isSlip(one, other)) return true
  const [initialsA, initialsB] = [initials(a), initials(b)]
  const length = Math.min(initialsA.length, initialsB.length)
  if (length === 0 || initialsA.slice(0, length) !== initialsB.slice(0, length)) return false
  // Written out in both: the words must agree, not only their first letters.
  return a.every((word, at) => {
    const twin = b[at]
    return (
      !twin ||
      isShort(word) ||
      isShort(twin) ||
      word.startsWith(twin) ||
      twin.startsWith(word) ||
      isSlip(word, twin)
    )
  })
}

const isShort = (word: string): boolean => word.length <= 2
const vowel = /[aeiouyäöü]/u
/** `jp` in `oneill jp` are two; `li`, `xu` are a name. */
const initials = (words: string[]): string =>
  words.map((word) => (word.length === 2 && !vowel.test(word) ? word : (word[0] as string))).join('')
