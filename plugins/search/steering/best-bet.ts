import {
  type Catalogue,
  type FacetField,
  type Filter,
  type SearchDocument,
  ShulianError,
} from '../../../gateway/contracts/index.js'
import { toSearchDocument } from '../documents.js'

/** These works as they are found, in this order; those that are gone are left out, those that became part of another are that one. */
export const documentsOf = async (
  catalogue: Pick<Catalogue, 'documents' | 'work'>,
  ids: readonly string[],
): Promise<SearchDocument[]> => {
  const asked = await catalogue.documents([...ids])
  const found: SearchDocument[] = []
  for (const one of asked) {
    const now = one.gone ? await successor(catalogue, one.id) : one
    if (now && !now.gone && !found.some(({ id }) => id === now.id)) found.push(toSearchDocument(now.parts))
  }
  return found
}

const successor = async (catalogue: Pick<Catalogue, 'documents' | 'work'>, id: string) => {
  try {
    return (await catalogue.documents([(await catalogue.work(id)).id]))[0]
  } catch (error) {
    if (error instanceof ShulianError && error.status === 404) return undefined
    throw error
  }
}

/** Whether the engine would let it through. */
export const isWithin = (document: SearchDocument, filter: Filter | undefined): boolean => {
  if (filter === undefined) return true
  if ('and' in filter) return filter.and.every((part) => isWithin(document, part))
  if ('or' in filter) return filter.or.some((part) => isWithin(document, part))
  if ('not' in filter) return !isWithin(document, filter.not)
  if (filter.field !== 'year')
    return filter.in.some((value) => document.facets[filter.field as FacetField].includes(value))
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = filter
  return document.year !== null && document.year >= from && document.year <= to
}
