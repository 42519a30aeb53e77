import { foldWords } from '../text/folding.js'
import { isPinyinSurname, pinyinSyllables, splitChinese } from './surnames.js'

/** One way to read a name, folded as search folds: traditional as simplified, without case and accents. */
export interface NameForm {
  /** han: written in Chinese characters; word: in letters that have words (Latin, Cyrillic, kana, Hangul). */
  script: 'han' | 'word'
  /** 曹雪芹; of a foreign name in Chinese its last part, 莎士比亚. */
  family: string
  /** Given names in order, full or initials; none where only one part is known. Syllables of pinyin are one word. */
  given: string[]
  /** As a reader types it, in natural order. */
  text: string
}

/** Small words that belong to the family name after them: de Beauvoir, van Gogh. */
const particles = new Set(
  'de da di do dos du del della van von der den ter ten la le el al bin ibn st saint'.split(' '),
)
/** No part of a comparison, in either language. */
const titles = new Set('sir lord lady dr prof professor mrs mr rev saint st jr sr ii iii iv'.split(' '))
const hanParts = /[·・•‧．.]/u

/** The ways to read a person's name: one, or two where the order cannot be told (Wang Wei, Wei Wang). */
export const personForms = (name: string): NameForm[] =>
  isHanName(name) ? hanForms(name) : name.includes(',') ? turnedForm(name) : naturalForms(name)

/** Kana and Hangul are words: what stands among them is Japanese or Korean. */
const isHanName = (name: string): boolean =>
  /\p{sc=Han}/u.test(name) && !/[\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u.test(name)

const hanForms = (name: string): NameForm[] => {
  const isTurned = /[,，]/u.test(name)
  const parts = name
    .split(isTurned ? /[,，]/u : hanParts)
    .map((part) => foldWords(part))
    .filter((tokens) => tokens.length > 0)
    .map((tokens) => tokens.join(''))
  if (isTurned) parts.push(parts.shift() as string)
  const family = parts.pop()
  if (family === undefined) return []
  const given = parts.filter((part) => !titles.has(part))
  return [{ script: 'han', family, given, text: [...given, family].join('') }]
}

/** Shakespeare, William; Wang, Xiao-ming; Churchill, Winston, Sir. */
const turnedForm = (name: string): NameForm[] => {
  const [family = [], given = []] = name.split(',').map((part) => foldWords(part))
  return family.length === 0 ? [] : [wordForm(family, given)]
}

/** William Shakespeare; Ludwig van Beethoven; WANG Xiaoming; Xiaoming Wang. */
const naturalForms = (name: string): NameForm[] => {
  const tokens = foldWords(name).filter((token) => !titles.has(token))
  const [first, last] = [tokens[0], tokens.at(-1)]
  if (first === undefined || last === undefined) return []
  if (tokens.length === 1) return [wordForm(tokens, [])]
  const chinese = [
    ...(isChineseName(first, tokens.slice(1)) ? [wordForm([first], tokens.slice(1))] : []),
    ...(isChineseName(last, tokens.slice(0, -1)) ? [wordForm([last], tokens.slice(0, -1))] : []),
  ]
  if (chinese.length > 0) return isLoud(name) ? chinese.slice(0, 1) : chinese
  let start = tokens.length - 1
  while (start > 1 && particles.has(tokens[start - 1] as string)) start -= 1
  return [wordForm(tokens.slice(start), tokens.slice(0, start))]
}

/** The family in capitals: WANG Xiaoming. */
const isLoud = (name: string): boolean => /^\p{Lu}{2,}\s+\p{Lu}\p{Ll}/u.test(name)

const isChineseName = (family: string, given: string[]): boolean =>
  isPinyinSurname(family) && given.length <= 2 && pinyinSyllables(given.join('')) > 0

const wordForm = (family: string[], given: string[]): NameForm => {
  const words = given.filter((token) => !titles.has(token))
  const joined = isChineseName(family.join(''), words) && words.every((word) => word.length > 1)
  const parts = joined ? [words.join('')] : words.flatMap(initialsApart)
  return {
    script: 'word',
    family: family.join(' '),
    given: parts,
    text: [...parts, ...family].join(' '),
  }
}

/** `jk` without a vowel is J. K. */
const initialsApart = (word: string): string[] =>
  /^[b-df-hj-np-tv-xz]{2,3}$/.test(word) ? [...word] : [word]

/** A body or a meeting: its words as they stand. */
export const bodyForms = (name: string): NameForm[] => {
  const tokens = foldWords(name)
  if (tokens.length === 0) return []
  const isHan = isHanName(name)
  const text = tokens.join(isHan ? '' : ' ')
  return [{ script: isHan ? 'han' : 'word', family: text, given: [], text }]
}

/** A Chinese name and its pinyin agree in this: `wang 2` of 王小波 and Wang, Xiaobo. */
export const romanisedKeys = ({ script, family, given }: NameForm): string[] => {
  if (script === 'han') {
    const parts = given.length === 0 ? splitChinese(family) : undefined
    return parts ? parts.spellings.map((spelling) => `${spelling} ${[...parts.given].length}`) : []
  }
  const syllables = given.length === 1 && isPinyinSurname(family) ? pinyinSyllables(given[0] as string) : 0
  return syllables > 0 ? [`${family} ${syllables}`] : []
}

/** What two forms must share to be compared: the characters, or the family with the first initial. */
export const blockOf = ({ script, family, given }: NameForm): string =>
  script === 'han' || given.length === 0 ? family : `${family} ${[...(given[0] as string)][0]}`
