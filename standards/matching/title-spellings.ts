import type { Title } from '../record/v1-draft.js'
import { numberOf } from './volumes.js'

/** 二十世纪 and 20世纪, 八十年代 and 80年代. */
const age = /[〇○零一二三四五六七八九十]{1,4}(?=世[纪紀]|年代)/gu
/** `War & peace`; AT&T and R & D are names. */
const ampersand = /(?<=\p{sc=Latin}{2}\s+)&(?=\s+\p{sc=Latin}{2})/gu
const andIn: Record<string, string> = {
  ger: 'und',
  fre: 'et',
  lat: 'et',
  spa: 'y',
  ita: 'e',
  por: 'e',
  dut: 'en',
  swe: 'och',
  dan: 'og',
  nor: 'og',
}

/**
 * A title with words in the place of signs and digits in the place of words, which catalogues write either way.
 * @param language of the text, where the title does not say its own; English where neither is known
 */
export function spelled(title: Title, language?: string): Title {
  const and = andIn[title.language ?? language ?? ''] ?? 'and'
  const words = (text: string): string =>
    text.replace(age, (number) => String(numberOf(number))).replace(ampersand, and)
  const { value, subtitle, part } = title
  if (![value, subtitle, part?.name].some((text) => text && mayDiffer.test(text))) return title
  return {
    ...title,
    value: words(value),
    ...(subtitle && { subtitle: words(subtitle) }),
    ...(part?.name && { part: { ...part, name: words(part.name) } }),
  }
}
const mayDiffer = /&|世[纪紀]|年代/u
