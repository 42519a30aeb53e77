import type { Filter, TextField, TextTerm } from '../../contracts/search-index.js'
import { facetAttribute, type WordField, wordFields, wordsAttribute } from './documents.js'
import { wordOf, writtenValue } from './words.js'

/** A filter in the engine's language, composed here from quoted values alone: what a reader types is never syntax. */
export const filterOf = (filter: Filter): string => {
  if ('and' in filter) return and(filter.and.map(filterOf))
  if ('or' in filter) return or(filter.or.map(filterOf))
  if ('not' in filter) return not(filterOf(filter.not))
  if ('in' in filter) return isIn(facetAttribute(filter.field), filter.in.map(writtenValue))
  const { from, to } = filter
  return and([
    'year EXISTS',
    ...(from === undefined ? [] : [`year >= ${from}`]),
    ...(to === undefined ? [] : [`year <= ${to}`]),
  ])
}

/** Every document has an id. */
export const everything = 'id EXISTS'
export const nothing = 'id NOT EXISTS'

export const and = (parts: readonly string[]): string =>
  parts.length === 0 ? everything : parts.length === 1 ? parts[0]! : `(${parts.join(' AND ')})`
export const or = (parts: readonly string[]): string =>
  parts.length === 0 ? nothing : parts.length === 1 ? parts[0]! : `(${parts.join(' OR ')})`
export const not = (part: string): string => `NOT (${part})`

/** Values and words are written without quotation marks and backslashes. */
const quoted = (value: string): string => `"${value}"`

export const isIn = (attribute: string, values: readonly string[]): string =>
  values.length === 0 ? nothing : `${attribute} IN [${values.map(quoted).join(', ')}]`

export const isEqual = (attribute: string, value: string): string => `${attribute} = ${quoted(value)}`
export const beginsWith = (attribute: string, value: string): string =>
  `${attribute} STARTS WITH ${quoted(value)}`

const hasWords = (field: TextField): field is WordField => wordFields.includes(field as WordField)

/** Fields that a term asks for; undefined for anywhere. What stands in `sounds` stands nowhere else. */
export const fieldsOf = ({ field }: TextTerm): readonly TextField[] | undefined => {
  const fields = typeof field === 'string' ? [field] : field
  return fields?.every((one) => one === 'sounds') ? undefined : fields
}

/**
 * All words of a term in one of its fields, as a filter: whether they stand side by side there is not asked.
 * Undefined where a field has no words to filter by.
 */
export const wordFilter = (term: TextTerm): string | undefined => {
  const fields = fieldsOf(term) ?? (term.prefix ? wordFields : undefined)
  if (fields === undefined || !fields.every(hasWords)) return undefined
  return or(
    fields.map((field) => {
      const attribute = wordsAttribute(field)
      return and(
        term.tokens
          .map(wordOf)
          .map((word, at) =>
            term.prefix && at === term.tokens.length - 1
              ? beginsWith(attribute, word)
              : isEqual(attribute, word),
          ),
      )
    }),
  )
}
