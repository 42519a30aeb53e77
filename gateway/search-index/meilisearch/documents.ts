import {
  type FacetField,
  facetFields,
  type SearchDocument,
  type TextField,
  textFields,
} from '../../contracts/search-index.js'
import { documentIdOf, wordsIn, writtenValue } from './words.js'

/** Fields whose words can also be asked for one by one, in a filter: beside terms that ask elsewhere, and for completions. */
export const wordFields = ['title', 'alternative', 'agents', 'subjects'] as const
export type WordField = (typeof wordFields)[number]
export const wordsAttribute = (field: WordField): string => `${field}_words`
export const facetAttribute = (field: FacetField | 'year'): string =>
  field === 'year' ? 'year' : `${field}_facet`

/** A document as the engine is given it. */
export type EngineDocument = Record<string, string | number | string[]>

/** `added` rises with each document that is written: what came last is what a glance looks at. */
export const engineDocument = (document: SearchDocument, added: number): EngineDocument => {
  const text = Object.fromEntries(
    textFields.map((field) => [field, wordsIn(document.text[field])]),
  ) as Record<TextField, string[]>
  return {
    id: documentIdOf(document.id),
    version: document.version,
    ...Object.fromEntries(textFields.map((field) => [field, text[field].join(' ')])),
    ...Object.fromEntries(wordFields.map((field) => [wordsAttribute(field), [...new Set(text[field])]])),
    ...Object.fromEntries(
      facetFields.map((field) => [
        facetAttribute(field),
        [...new Set(document.facets[field].map(writtenValue))],
      ]),
    ),
    ...(document.year !== null && { year: document.year }),
    title_key: titleKeyOf(document.titleKey),
    title_order: titleKeyOf(document.titleOrder.title),
    stroke_order: titleKeyOf(document.titleOrder['title-stroke']),
    updated: document.updatedAt,
    added,
    stored: JSON.stringify(document.stored ?? null),
  }
}

/** Never empty, so that every title has a place in an order and a beginning. */
export const titleKeyOf = (title: string): string => `.${writtenValue(title)}`
