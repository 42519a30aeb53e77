import type { Clues } from './clues.js'
import { byStatement, isOfMakers, isOneStatement, type NameAgreement } from './compare-statements.js'
import { isChineseName, type NameClue, particles } from './name-clues.js'
import { isOneRomanised, romanised } from './romanisations.js'
import { isSlip } from './similarity.js'
import { soundAlike } from './transcriptions.js'

/**
 * Those who made it, translators apart: the same where the first agree or most of both do. Others are often left out
 * (等, et al.), the first seldom.
 */
export function compareMakers(a: Clues, b: Clues): NameAgreement {
  const [ours, theirs] = personsIn(makersOf(a), makersOf(b))
  if (ours.length === 0 || theirs.length === 0) return byStatement(a, b, ours, theirs)
  const likeness = ours.map((one) => theirs.map((other) => likenessOfNames(one, other)))
  const shared = sharedIn(likeness)
  if (shared > 0) return agreementOf(likeness, shared)
  if (isOneStatement(a.statement, b.statement) && isOfMakers(a.statement, [...ours, ...theirs])) return 'same'
  const isComparable = ours.some((one) => theirs.some((other) => hasCommonScript(one, other)))
  if (byStatement(a, b, ours, theirs) === 'same') return isComparable ? 'close' : 'same'
  return isComparable ? 'differs' : 'unknown'
}

/** Where a person stands first in both, bodies beside them say nothing: a platform stands beside every author it has. */
const personsIn = (ours: NameClue[], theirs: NameClue[]): [NameClue[], NameClue[]] => {
  const isLed = (names: NameClue[]) => names.some(({ main, isBody }) => main && !isBody)
  const isPerson = ({ isBody }: NameClue) => !isBody
  return isLed(ours) && isLed(theirs) ? [ours.filter(isPerson), theirs.filter(isPerson)] : [ours, theirs]
}

/** How many of one record's makers the other names, by the likeness of each to each: of the record that says less of it. */
function sharedIn(likeness: number[][]): number {
  const ofOurs = likeness.reduce((sum, row) => sum + Math.max(...row), 0)
  const ofTheirs = (likeness[0] as number[]).reduce(
    (sum, _, at) => sum + likeness.reduce((best, row) => Math.max(best, row[at] as number), 0),
    0,
  )
  return Math.min(ofOurs, ofTheirs)
}

function agreementOf(likeness: number[][], shared: number): NameAgreement {
  const [first] = likeness as [number[]]
  const [most, least] = [Math.max(likeness.length, first.length), Math.min(likeness.length, first.length)]
  if (shared * 2 >= most + (most > 1 ? 0 : 1)) return 'same'
  return first[0] === 1 && shared * 2 >= least ? 'same' : 'close'
}

const makersOf = ({ names }: Clues): NameClue[] => names.filter(({ role }) => role === 'maker')
const translatorsOf = ({ names }: Clues): NameClue[] => names.filter(({ role }) => role === 'translator')

export function compareTranslators(a: Clues, b: Clues): NameAgreement {
  const [ours, theirs] = [translatorsOf(a), translatorsOf(b)]
  if (ours.length === 0 || theirs.length === 0) return 'unknown'
  if (ours.some((one) => theirs.some((other) => likenessOfNames(one, other) === 1))) return 'same'
  return ours.some((one) => theirs.some((other) => hasCommonScript(one, other))) ? 'differs' : 'unknown'
}

const han = /\p{sc=Han}/u
const isHan = (name: string): boolean => han.test(name)
/** Names in two scripts say nothing of each other. */
const hasCommonScript = (a: NameClue, b: NameClue): boolean =>
  a.names.some((one) => b.names.some((other) => isHan(one) === isHan(other)))

/**
 * 1: the same name; 0.5: it may be (one letter of the given name, one word more); 0: another. Where both are given in
 * Han their romanisations say nothing: 刘炜 and 李伟 would be a slip apart. A foreign name has its own letters beside.
 */
export function likenessOfNames(a: NameClue, b: NameClue): number {
  const inHan = hasChineseName(a) && hasChineseName(b)
  // Ji lin nong ye da xue has all the words of Ji lin da xue.
  const isRomanised = [a, b].every(({ names }) => names.some(isHan))
  let best = 0
  for (const one of a.names)
    for (const other of b.names) {
      if (isHan(one) !== isHan(other) || (inHan && !isHan(one))) continue
      const found =
        one === other
          ? 1
          : isHan(one)
            ? likenessHan(
                { name: one, ...a },
                { name: other, ...b },
                a.isBody && b.isBody ? isEqual : isTranscribed,
              )
            : a.isBody && b.isBody
              ? isRomanised
                ? 0
                : likenessOfBodies(one, other)
              : likenessWestern(one, other, a.inverted, b.inverted)
      if (found > best) best = found
    }
  return best
}

const hasChineseName = ({ names }: NameClue): boolean =>
  names.some((name) => isHan(name) && isChineseName(name))

interface HanName extends Pick<NameClue, 'family'> {
  name: string
}

/** 马克 吐温 and 吐温 马克; 吐温 alone is the same; foreign names are written with other characters by each translator. */
function likenessHan(one: HanName, other: HanName, isTwin: typeof isTranscribed): number {
  const [a, b] = [one.name.split(' '), other.name.split(' ')]
  const joined = a.join('')
  if (joined === b.join('') || joined === [...b].reverse().join('')) return 1
  if (a.length === b.length)
    return isTwinName(a, b, isTwin) || isTwinName(a, [...b].reverse(), isTwin) ? 1 : 0
  const [short, long, family] = a.length < b.length ? [a, b, other.family] : [b, a, one.family]
  if (isFamilyOf(short, long, family)) return 1
  return short.every((word) => word.length > 1 && long.some((twin) => isTwin(word, twin))) ? 0.5 : 0
}

/** 雨果 is what catalogues call 维克多·雨果 and 雨果, 维克多: the family’s name. By 维克多 alone nobody is called. */
const isFamilyOf = (short: string[], long: string[], family: NameClue['family']): boolean => {
  const [word = ''] = short
  const isFirst = family !== 'last' && word === long[0]
  const isLast = family !== 'first' && word === long.at(-1)
  return short.length === 1 && word.length > 1 && (isFirst || isLast)
}

const isTwinName = (a: string[], b: string[], isTwin: typeof isTranscribed): boolean =>
  (a.length > 1 || ![a, b].some(([word = '']) => isChineseName(word) || word.length <= longestChinese)) &&
  (a.every((word, at) => isTwin(word, b[at] as string)) || (isTwin === isTranscribed && isTwinFamily(a, b)))

/** 褚锦堂 and 华锦堂 are two, though their surnames stand in no list. */
const longestChinese = 3

/**
 * 约翰 缪尔 and 约翰 缪而: where the rest of the name is one, one character of two that sounds alike is no other family. 约翰 格林
 * and 约翰 格雷 have a given name in common.
 */
const isTwinFamily = (a: string[], b: string[]): boolean => {
  const others = a.flatMap((word, at) => (word === b[at] ? [] : [[word, b[at] as string] as const]))
  const [[one, other] = ['', '']] = others
  return (
    others.length === 1 &&
    a.length > 1 &&
    one.length === 2 &&
    other.length === 2 &&
    (one[0] === other[0] || one[1] === other[1]) &&
    soundAlike(one, other)
  )
}

/** 山东大学 and 广东大学 are two bodies. */
const isEqual = (a: string, b: string): boolean => a === b

/** 德拉克鲁瓦 and 德拉克洛瓦: one character of three and more. */
const isTranscribed = (a: string, b: string): boolean =>
  a === b ||
  (a.length === b.length &&
    a.length > 2 &&
    [...a].filter((character, at) => character !== b[at]).length === 1)

/** `wang xiaoming`, `xiao ming wang`, `x wang` and `wang xm`; `fox development team` and the same with a word more. */
function likenessWestern(one: string, other: string, isInverted: boolean, isOtherInverted: boolean): number {
  if (one.replaceAll(' ', '') === other.replaceAll(' ', '')) return 1
  const [a, b] = [one.split(' '), other.split(' ')]
  if (areOfOneFamily(a, b)) return 0
  if (a.length === 1 || b.length === 1) return a.at(-1) === b.at(-1) || a[0] === b[0] ? 0.5 : 0
  let best = isContained(a, b) || isContained(b, a) ? 1 : 0
  for (const left of families(a, isInverted))
    for (const right of families(b, isOtherInverted)) best = Math.max(best, likenessOfParted(left, right))
  return best
}

/** Alexandre Dumas père and Alexandre Dumas fils. */
const areOfOneFamily = (a: string[], b: string[]): boolean => {
  const [one, other] = [a, b].map((words) => words.find((word) => word in elder))
  return one !== undefined && other !== undefined && elder[one] !== elder[other]
}
const elder: Record<string, boolean> = {
  sr: true,
  senior: true,
  pere: true,
  jr: false,
  junior: false,
  fils: false,
}

/** Kirchengemeinde Unna and Kirchengemeinde Hahn are two: where each has a word of its own nothing else counts. */
function likenessOfBodies(one: string, other: string): number {
  if (one.replaceAll(' ', '') === other.replaceAll(' ', '')) return 1
  const [a, b] = [one, other].map((name) => name.split(' ').filter((word) => !particles.has(word)))
  const isIn = (words: string[], others: string[]) =>
    words.every((word) => others.some((twin) => standsForWord(word, twin)))
  if (!a || !b || !(isIn(a, b) || isIn(b, a))) return 0
  return Math.min(a.length, b.length) > 1 ? 1 : 0.5
}
/** `univ` and `university`. */
const standsForWord = (word: string, twin: string): boolean =>
  word === twin ||
  isSlip(word, twin) ||
  (Math.min(word.length, twin.length) > 2 && (word.startsWith(twin) || twin.startsWith(word)))

/** All words of one in the other, or a word more at either end: the bodies of `corporate` headings. */
const isContained = (a: string[], b: string[]): boolean => {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length > 1 && short.every((word) => word.length > 2 && long.includes(word))) return true
  const joined = short.join('')
  return (
    joined.length >= longName && (long.slice(1).join('') === joined || long.slice(0, -1).join('') === joined)
  )
}
const longName = 10

interface Parted {
  family: string
  given: string[]
}

/** The family is the first word or the last: `john smith`, `wang xiaoming`; of `smith, john` the first, past `van der`. */
function families(words: string[], isInverted: boolean): Parted[] {
  const at = words.findIndex((word) => !particles.has(word))
  const first = { family: words[at] ?? (words[0] as string), given: given(words, at === -1 ? 0 : at) }
  return isInverted
    ? [first]
    : [first, { family: words.at(-1) as string, given: given(words, words.length - 1) }]
}
/**
 * `van der berg, p`, `p van der berg` and `berg, p van der`: what stands before the family, or last, is no given name, unless there
 * is no other. In `wang, der yuan` it is one.
 */
const given = (words: string[], family: number): string[] => {
  const before = words.slice(0, family)
  const behind = words.slice(family + 1)
  const plain = [...withoutLast(before), ...withoutLast(behind)]
  return plain.length > 0 ? plain : [...before, ...behind]
}
const withoutLast = (words: string[]): string[] =>
  words.slice(0, words.findLastIndex((word) => !particles.has(word)) + 1)

const likenessOfParted = (a: Parted, b: Parted): number => {
  if (a.family.length < 2) return 0
  const isSame = a.family === b.family || isSlip(a.family, b.family)
  const found = isSame ? likenessOfGiven(a.given, b.given) : 0
  return found > 0 || !isOneRomanised(a.family, b.family)
    ? found
    : likenessOfGiven(a.given.map(romanised), b.given.map(romanised))
}

/** Initials stand for names: `j a`, `ja`, `john a`, `j`. Names written out in both must agree whole. */
function likenessOfGiven(a: string[], b: string[]): number {
  const [one, other] = [a.join(''), b.join('')]
  if (one === other || isSlip(one, other)) return 1
  if (one[0] !== other[0]) return 0
  const [initialsA, initialsB] = [initials(a), initials(b)]
  const length = Math.min(initialsA.length, initialsB.length)
  if (initialsA.slice(0, length) !== initialsB.slice(0, length))
    return one.startsWith(other) || other.startsWith(one) ? 1 : 0.5
  return a.every((word, at) => standFor(word, b[at])) ? 1 : 0.5
}

const standFor = (word: string, twin: string | undefined): boolean =>
  twin === undefined ||
  isShort(word) ||
  isShort(twin) ||
  word.startsWith(twin) ||
  twin.startsWith(word) ||
  isSlip(word, twin)

const isShort = (word: string): boolean => word.length <= 2
const vowel = /[aeiouyäöü]/u
/** `jp` in `oneill jp` are two; `li`, `xu` are a name. */
const initials = (words: string[]): string =>
  words.map((word) => (word.length === 2 && !vowel.test(word) ? word : (word[0] as string))).join('')
