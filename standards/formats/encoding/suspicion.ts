import { utf8AsGbk } from './utf8-as-gbk.js'

/** What Windows-1252 shows for 0x80 to 0x9F. */
const windows1252Signs = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'

const LEAD = 1
const FOLLOW = 2
const CHINESE = 4

/** By UTF-16 code unit: what may begin, and what may go on with, text that was misread before. */
export const textMarks: Uint8Array = new Uint8Array(0x10000)
textMarks.fill(FOLLOW, 0x80, 0x100)
textMarks.fill(LEAD | FOLLOW, 0xc2, 0xf0)
for (const sign of windows1252Signs) textMarks[sign.charCodeAt(0)] = FOLLOW
for (const character of `${utf8AsGbk}锛銆锟\ufffd`) textMarks[character.charCodeAt(0)] = CHINESE

/**
 * 0 for a character that real text has at this place; else its text is worth a closer look: two letters of Latin-1 that
 * stand together, a character that UTF-8 shows when it is read as GBK, U+FFFD.
 */
export function suspicionOf(unit: number, before: number, marks = textMarks): number {
  const mark = marks[unit] as number
  return mark === FOLLOW || mark === (LEAD | FOLLOW) ? (marks[before] as number) & LEAD : mark
}

export function isSuspicious(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit > 0x7f && suspicionOf(unit, at > 0 ? text.charCodeAt(at - 1) : 0) !== 0) return true
  }
  return false
}
