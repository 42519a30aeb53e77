/**
 * SQLite cuts a text at NUL, and half a surrogate pair is no character: neither can be stored or asked for.
 */
export const clean = (text: string): string => text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd')

/** The words of a text as the index cuts it: at blanks. */
export const wordsOf = (text: string): string[] => clean(text).split(' ').filter(Boolean)
