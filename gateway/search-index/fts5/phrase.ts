import { type TextTerm, textFields } from '../../contracts/search-index.js'
import { pairedPhrase } from './pairs.js'

/** A term in FTS5's language: its words, quoted, and where they stand. */
export const phraseOf = ({ tokens, field, prefix }: TextTerm, instead = field): string => {
  const words = (prefix ? undefined : pairedPhrase(tokens)) ?? tokens
  return `${placeOf(tokens, instead)}${quoted(words.join(' '))}${prefix ? ' *' : ''}`
}

/** Where it is asked for, before the words. */
export const placeOf = (tokens: readonly string[], field: TextTerm['field']): string => {
  if (field !== undefined) return columnsOf(field)
  return tokens.some((token) => likeMark.test(token)) ? anyField : ''
}

const anyField = `{${textFields.join(' ')}} : `

/** Naming columns costs time on every hit, so only where a word could be taken for a mark: rare Han characters. */
const likeMark = /[\u{20000}-\u{10ffff}]/u

/** What stands in `sounds` stands nowhere else. */
const columnsOf = (field: NonNullable<TextTerm['field']>): string =>
  typeof field !== 'string' ? `{${field.join(' ')}} : ` : field === 'sounds' ? '' : `${field} : `

export const quoted = (words: string): string => `"${words.replaceAll('"', '""')}"`
