import type {
  FacetField,
  SearchDocument,
  SearchIndex,
  SearchQuery,
  TextField,
  TextTerm,
} from '../../contracts/search-index.js'

/** What a suite of tests is given: an empty index, closed by the test that opened it. */
export type Make = () => Promise<{ index: SearchIndex; close(): Promise<void> }>

interface Sketch {
  text?: Partial<Record<TextField, string>>
  facets?: Partial<Record<FacetField, string[]>>
  version?: number
  year?: number | null
  titleKey?: string
  titleOrder?: SearchDocument['titleOrder']
  updatedAt?: number
  stored?: unknown
}

const noText = {
  title: '',
  alternative: '',
  agents: '',
  subjects: '',
  identifiers: '',
  other: '',
  sounds: '',
}
const noFacets = { type: [], member: [], language: [], subject: [], agent: [], access: [], class: [] }

export const document = (id: string, sketch: Sketch = {}): SearchDocument => ({
  id,
  version: sketch.version ?? 1,
  text: { ...noText, ...sketch.text },
  facets: { ...noFacets, ...sketch.facets },
  year: sketch.year ?? null,
  titleKey: sketch.titleKey ?? sketch.text?.title ?? id,
  titleOrder: sketch.titleOrder ?? inOrder(sketch.titleKey ?? sketch.text?.title ?? id),
  updatedAt: sketch.updatedAt ?? 0,
  stored: sketch.stored ?? { id },
})

const inOrder = (key: string) => ({ title: key, 'title-stroke': key })

/** A work that has only a title. */
export const titled = (id: string, title: string, sketch: Sketch = {}): SearchDocument =>
  document(id, { ...sketch, text: { title, ...sketch.text } })

export const query = (sketch: Partial<SearchQuery> = {}): SearchQuery => ({
  all: [],
  none: [],
  facets: [],
  facetLimit: 10,
  sort: 'relevance',
  limit: 20,
  offset: 0,
  exactUpTo: 1000,
  ...sketch,
})

/** Terms of one word each; a word of several parts is a phrase. */
export const words = (...each: string[]): TextTerm[] => each.map((word) => ({ tokens: word.split(' ') }))

export const idsOf = async (index: SearchIndex, sketch: Partial<SearchQuery>): Promise<string[]> =>
  (await index.search(query(sketch))).hits.map(({ id }) => id)

/** Every page by cursor, until there is none. */
export const pagesOf = async (index: SearchIndex, sketch: Partial<SearchQuery>): Promise<string[][]> => {
  const pages: string[][] = []
  let cursor: string | undefined
  do {
    const page = await index.search(query({ ...sketch, cursor }))
    pages.push(page.hits.map(({ id }) => id))
    cursor = page.cursor
  } while (cursor !== undefined && pages.length < 1000)
  return pages
}
