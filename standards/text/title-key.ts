import { foldWords } from './folding.js'

/** A leading article is no part of what two catalogues must agree on. */
const articles = new Set(['the', 'a', 'an', 'der', 'die', 'das', 'le', 'la', 'les', 'el'])
/** Nothing below U+2E80 is; most titles are told by that alone. */
const isHan = (token: string): boolean => token >= '\u2e80' && /^\p{sc=Han}/u.test(token)

/** The folded words of a title; an article alone is one. */
export const withoutArticle = (tokens: readonly string[]): readonly string[] =>
  tokens.length > 1 && articles.has(tokens[0] as string) ? tokens.slice(1) : tokens

/** Folded as search folds: compatibility forms, case, simplified, punctuation dropped. Han is kept, never romanised. */
export const titleKey = (title: string): string => {
  const words = withoutArticle(foldWords(title))
  return words.reduce(
    (key, token, at) => key + (at === 0 || isHan(token) || isHan(words[at - 1] as string) ? '' : ' ') + token,
    '',
  )
}
