import { foldedPattern } from '../text/folded-pattern.js'
import type { Clues } from './clues.js'
import { type Weight, weightOfTitle } from './common-titles.js'
import { goesBeside, isAnswer } from './companions.js'
import { likeness, tokensOf } from './similarity.js'
import type { TitleClue } from './title-clues.js'
import { isSameVolume } from './volumes.js'

export interface TitleAgreement {
  agreement: 'same' | 'close' | 'differs' | 'unknown'
  /** What agreed, or the titles proper. */
  a?: string
  b?: string
  weight: Weight
  subtitle: 'same' | 'differs' | 'unknown'
  part: 'same' | 'differs' | 'one-sided' | 'unknown'
  /** One of them is the name of a volume alone. */
  isOfVolume?: boolean
  /**
   * A whole word of another script than Han stands in the place of another, the one goes on with `and`, or one serial names a
   * section and the other none.
   */
  isOtherWord?: boolean
  /** Close but for a word or one character of Han in the place of another, of a serial also a word more: a slip, or 山东 and 山西. */
  isReplaced?: boolean
}

/** The best pair of titles of two records: a colleague may have taken the other one as the title proper. */
export function compareTitles(a: Clues, b: Clues): TitleAgreement {
  const [one, other] = [a.titles[0], b.titles[0]]
  if (!one || !other) return { agreement: 'unknown', weight: 'common', subtitle: 'unknown', part: 'unknown' }
  // 学报 and 学报社会科学版 are two serials: a serial’s title does not go on.
  const mayGoOn = a.type !== 'serial' && b.type !== 'serial'
  let best = compareTitle(one, other, mayGoOn)
  if (best.agreement !== 'same' && a.titles.length + b.titles.length > 2)
    for (const left of a.titles)
      for (const right of b.titles) {
        // Two that say of which set the volume is do not mean each other by its name alone.
        if (left.isOfVolume && right.isOfVolume) continue
        const found = compareTitle(left, right, mayGoOn)
        if (isBetter(found, best)) best = found
      }
  const isSection = !mayGoOn && best.agreement !== 'differs' && isOneSided(one, other)
  return isSection ? { ...best, isOtherWord: true } : best
}

/** Bulletin of mathematics, and its series B. */
const isOneSided = (a: TitleClue, b: TitleClue): boolean =>
  (a.number === undefined) !== (b.number === undefined) && !a.part && !b.part

const rank = { same: 3, close: 2, differs: 1, unknown: 0 }
const weights = { telling: 2, middling: 1, common: 0 }
/** Of two that agree as much the more telling; of two such the first in the alphabet, so that no order matters. */
const isBetter = (found: TitleAgreement, best: TitleAgreement): boolean => {
  const more = rank[found.agreement] - rank[best.agreement] || weights[found.weight] - weights[best.weight]
  return more > 0 || (more === 0 && best.agreement !== 'differs' && signOf(found) < signOf(best))
}
const signOf = ({ a = '', b = '' }: TitleAgreement): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`)

/** Title and subtitle, as they are compared. */
export const full = ({ main, rest }: TitleClue): string => (rest ? join(main, rest) : main)
const withPart = ({ main, part }: TitleClue): string | undefined => part && join(main, part)
const endsHan = /\p{sc=Han}$/u
const startsHan = /^\p{sc=Han}/u
const join = (main: string, rest: string): string =>
  endsHan.test(main) || startsHan.test(rest) ? main + rest : `${main} ${rest}`

/** `on`: what agrees, by which it is told whether many works bear it. */
type Found = (
  agreement: TitleAgreement['agreement'],
  on: string,
  subtitle?: TitleAgreement['subtitle'],
) => TitleAgreement

/** 公司法释义 beside 公司法, whether as one title or as title and subtitle. */
const isBeside = (a: TitleClue, b: TitleClue): boolean =>
  !goesBeside(a.rest ?? '') &&
  [a.main, full(a)].some((start) => full(b).startsWith(start) && goesBeside(full(b).slice(start.length)))

/** Whether one is called after the other: no slip in it. */
export const isOfOther = (a: TitleClue, b: TitleClue): boolean =>
  isBeside(a, b) || isBeside(b, a) || isAnswer(a.main, b.main)

function compareTitle(a: TitleClue, b: TitleClue, mayGoOn: boolean): TitleAgreement {
  const shown = { a: full(a), b: full(b) }
  const found: Found = (agreement, on, subtitle = 'unknown') => ({
    agreement,
    a: shown.a,
    b: shown.b,
    weight: agreement === 'differs' ? 'common' : weightOfTitle(on),
    subtitle,
    part: agreement === 'differs' ? 'unknown' : comparePart(a, b),
    isOfVolume: Boolean(a.isOfVolume || b.isOfVolume),
  })
  if (isOfOther(a, b)) return found('differs', a.main)
  if (a.main === b.main) return found('same', weightier(a, b), compareRest(a.rest, b.rest))
  if (shown.a === shown.b) return found('same', shown.a, 'same')
  // 学报. 自然科学版 and 学报自然科学版.
  if (withPart(a) === shown.b || withPart(b) === shown.a) return found('same', a.part ? shown.b : shown.a)
  if (mayGoOn && (continues(a.main, shown.b) || continues(b.main, shown.a))) {
    const [short, long] = a.main.length < b.main.length ? [a.main, b.main] : [b.main, a.main]
    if (!addsAnother.test(long.slice(short.length))) return found('same', short)
    return { ...found('close', short), isReplaced: true, isOtherWord: true }
  }
  return compareLike(a, b, found, mayGoOn)
}

/** The longer of the two where both say it. */
const weightier = (a: TitleClue, b: TitleClue): string => {
  if (!a.rest || !b.rest || compareRest(a.rest, b.rest) !== 'same') return a.main
  return a.rest.length < b.rest.length ? full(a) : full(b)
}

/** Slips, other order of words, a word more or less. What differs in a number or a word of Han, or is short, differs. */
function compareLike(a: TitleClue, b: TitleClue, found: Found, mayGoOn: boolean): TitleAgreement {
  const [one, other] = [full(a), full(b)]
  const whole = likeness(one, other)
  const mains = a.rest || b.rest ? likeness(a.main, b.main) : whole
  const like = whole.ratio >= mains.ratio ? whole : mains
  const length = Math.min(tokensOf(a.main).length, tokensOf(b.main).length)
  if (like.ratio === 1 && !like.countsDiffer) return found('same', one)
  if (like.countsDiffer || length < 3 || like.replaced > 1) return found('differs', one)
  const agreement = like.ratio >= (length < 6 ? 0.9 : 0.8) ? 'close' : 'differs'
  const isReplaced = like.replaced > 0
  return {
    ...found(agreement, one, like === whole ? 'unknown' : compareRest(a.rest, b.rest)),
    isReplaced: isReplaced || (!mayGoOn && like.isMore),
    isOtherWord: isReplaced && !startsHan.test(one),
  }
}

function compareRest(a: string | undefined, b: string | undefined): TitleAgreement['subtitle'] {
  if (!a || !b) return 'unknown'
  if (a === b || a.startsWith(b) || b.startsWith(a)) return 'same'
  const { ratio, countsDiffer } = likeness(a, b)
  return ratio >= 0.6 && !countsDiffer ? 'same' : 'differs'
}

/** The name of a part may stand as a subtitle in the other record. */
function comparePart(a: TitleClue, b: TitleClue): TitleAgreement['part'] {
  if (a.number && b.number && !isSameVolume(a.number, b.number)) return 'differs'
  if (!a.part && !b.part) return 'unknown'
  if (a.part && b.part) return isOnePart(a.part, b.part) ? 'same' : 'differs'
  const [named, other] = a.part ? [a.part, full(b)] : [b.part as string, full(a)]
  return other.includes(named) ? 'same' : 'one-sided'
}

/** Teilband 1 and Teilband 2, sciences naturelles and sciences mathématiques, 农业志 and 林业志 are two. */
function isOnePart(a: string, b: string): boolean {
  const { ratio, countsDiffer, replaced } = likeness(a, b)
  return ratio >= 0.6 && !countsDiffer && replaced === 0
}

/** Principles of management, and Principles of management and international business; 原理及其应用 is the same matter. */
const addsAnother = foldedPattern('^ (?:and(?! its )|und|et|y|e|och|og|ja|и) |^(?:与|和|及(?!其)|暨)')

/** What follows a title when the rest names a volume, a part or a sequel: another thing than the title alone. */
const another =
  /^\s*(第|卷|册|集|辑|编|部|篇|上|下|中|续|补|外|之[一二三四五六七八九十]|[一二三四五六七八九十]+(卷|册|集|辑|编|部|篇|$)|[0-9ivx]+\b|(v|vol|vols|volume|volumes|pt|part|parts|bd|band|teil|t|tome|tomo|no|nr|book|supplement|suppl|index)\b)/u

/** `selfish gene` goes on as `selfish gene 30th anniversary edition`; a word does not go on in the middle. */
function continues(short: string, long: string): boolean {
  if (short.length < 4 || long.length <= short.length || !long.startsWith(short)) return false
  const rest = long.slice(short.length)
  return (rest.startsWith(' ') || endsHan.test(short)) && !another.test(rest)
}
