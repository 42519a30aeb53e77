import type { Clues } from './clues.js'
import { areOneNumber } from './compare-numbers.js'
import type { TitleAgreement } from './compare-titles.js'
import type { Ledger } from './ledger.js'
import { kindOf } from './outcome.js'
import { areWithin, familyOf } from './traits.js'
import { isSameVolume } from './volumes.js'

/** What kind of thing each is: which volume of a set, book or film, the work or what was made of it, in which language. */
export function compareKinds(
  ledger: Ledger,
  a: Clues,
  b: Clues,
  titles: Pick<TitleAgreement, 'isOfVolume'>,
): void {
  weighVolumes(ledger, a, b, titles)
  weighType(ledger, a, b)
  weighForm(ledger, a, b)
  weighLanguages(ledger, a, b)
}

/** A volume is neither another volume nor the set; nor the bare title, unless the pages say that it is the same thing. */
function weighVolumes(
  ledger: Ledger,
  a: Clues,
  b: Clues,
  { isOfVolume }: Pick<TitleAgreement, 'isOfVolume'>,
): void {
  const [one, other] = [volumeWord(a), volumeWord(b)]
  if (areOthersOfOneSet(a, b)) ledger.add('volume', 'differs', numberWord(a), numberWord(b))
  else if (a.set !== undefined && b.set !== undefined) weighSets(ledger, a, b)
  else if (isInSetOf(a, b) || isInSetOf(b, a)) ledger.add('volume', 'same', numberWord(a), numberWord(b))
  else if (a.volume && b.volume) ledger.add('volume', isOneVolume(a, b) ? 'same' : 'differs', one, other)
  else if (a.set !== undefined && b.volume) ledger.add('volume', 'differs', one, other)
  else if (b.set !== undefined && a.volume) ledger.add('volume', 'differs', one, other)
  else if (a.volume || b.volume) {
    ledger.add('volume', isOfVolume ? 'unknown' : isSamePages(a, b) ? 'close' : 'differs', one, other)
  }
}

const isSamePages = (a: Clues, b: Clues): boolean =>
  a.extent?.pages !== undefined && a.extent.pages === b.extent?.pages

/** 三体. 第一部, and 三体, which is the first of a set with a title of its own; or part 1 of its volume 5, and 5.1. */
const isInSetOf = ({ volume }: Clues, { inSets = [] }: Clues): boolean =>
  volume !== undefined &&
  (inSets.some(({ number }) => number === volume) || inSets.map(({ number }) => number).join('.') === volume)

/** Two volumes of one set, each with a title of its own: they may have the title of the set beside. */
function areOthersOfOneSet(a: Clues, b: Clues): boolean {
  const shared = (a.inSets ?? []).flatMap((one) =>
    (b.inSets ?? []).flatMap(({ title, number }) =>
      title === one.title ? isSameVolume(number, one.number) : [],
    ),
  )
  return shared.length > 0 && !shared.includes(true)
}

const numberWord = ({ volume, inSets }: Clues): string | undefined =>
  volume ?? (inSets?.map(({ number }) => number).join('.') || undefined)

/** 下 is the second of two or the third of three: with another number it may be either. */
const isOneVolume = (a: Clues, b: Clues): boolean =>
  a.volume === b.volume || (isSameVolume(a.volume ?? '', b.volume ?? '') && !kindOf(a, b).isOtherNumber)

const volumeWord = ({ volume, set }: Clues): string | undefined =>
  volume ?? (set === undefined ? undefined : set === 0 ? 'set' : `set of ${set}`)

function weighSets(ledger: Ledger, a: Clues, b: Clues): void {
  const isSame = !a.set || !b.set || a.set === b.set
  ledger.add('volume', isSame ? 'same' : 'unknown', volumeWord(a), volumeWord(b))
}

function weighType(ledger: Ledger, a: Clues, b: Clues): void {
  if (a.type === b.type || a.type === 'other' || b.type === 'other') return
  const [one, other] = [familyOf(a), familyOf(b)]
  const isRead = (one === 'text' && isRecording(b)) || (other === 'text' && isRecording(a))
  const isOpen = one === undefined || other === undefined
  const mayBe = one === other || isRead || (isOpen && a.type !== 'audio' && b.type !== 'audio')
  ledger.add('type', mayBe ? 'close' : 'differs', a.type, b.type)
}

/** What is printed is no recording, whatever its type. */
const isRecording = ({ type, carrier }: Clues): boolean => type === 'audio' && carrier !== 'print'

/** The picture book of a novel; `adapted` may be any of them, 绘本 the same book with as many pages or one number. */
function weighForm(ledger: Ledger, a: Clues, b: Clues): void {
  if (a.form === b.form) return
  const forms = [a.form ?? 'text', b.form ?? 'text']
  const mayBe =
    (forms.includes('adapted') && !forms.includes('text')) ||
    (forms.includes('pictures') && (forms.includes('comic') || isSamePages(a, b) || areOneNumber(a, b)))
  ledger.add('form', mayBe ? 'close' : 'differs', a.form ?? 'text', b.form ?? 'text')
}

function weighLanguages(ledger: Ledger, a: Clues, b: Clues): void {
  if (a.languages.length === 0 || b.languages.length === 0) return
  const shared =
    [a, b].some(({ languages }) => languages.includes('mul')) || areWithin(a.languages, b.languages)
  ledger.add('language', shared ? 'same' : 'differs', a.languages.join(' '), b.languages.join(' '))
}
