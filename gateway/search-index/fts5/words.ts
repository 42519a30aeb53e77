/**
 * SQLite cuts a text at NUL, and half a surrogate pair is no character: neither can be stored or asked for.
 */
export const clean = (text: string): string =>
  suspect.test(text) ? text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd') : text

/** Whole pairs too, but quickly told: most texts have neither. */
const suspect = /[\0\ud800-\udfff]/

/** Whether it is one as it is: nearly every token that is asked for. */
export const isWord = (token: string): boolean => token !== '' && !/[ \0\ud800-\udfff]/.test(token)

/** The words of a text as the index cuts it: at blanks. */
export const wordsOf = (text: string): string[] => clean(text).split(' ').filter(Boolean)
