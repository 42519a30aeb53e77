import type { Word } from '../query.js'

/** When what is looked for appeared, and the words beside that. */
export interface Issued {
  year: number
  words: Word[]
}

/** A year beside words that no title has with it (红楼梦 1996, `housing survey 1993 1997`): the last, since titles have years too. */
export const issuedIn = (words: readonly Word[]): Issued | undefined => {
  const year = words.filter(isYear).at(-1)
  if (!year || words.length < 2) return undefined
  return { year: Number(year.tokens[0]), words: words.filter((word) => word !== year) }
}

const isYear = ({ tokens: [token, ...more], quoted, fields }: Word): boolean =>
  !quoted && !fields && more.length === 0 && /^(?:1[4-9]|20)\d\d$/.test(token!)
