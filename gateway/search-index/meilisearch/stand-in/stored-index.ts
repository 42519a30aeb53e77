import type { Fields } from './filter-language.js'
import { filterableBy } from './filterable.js'
import { createPostings } from './postings.js'
import { Refusal } from './refusals.js'
import { defaults, type Settings } from './settings.js'

/** One index: its documents, and the words in them. */
export const createStoredIndex = (uid: string, primaryKey: string | null) => {
  const numbers = new Map<string, number>()
  const documents = new Map<number, Fields>()
  let postings = createPostings()
  let settings: Settings = defaults
  let filterable = filterableBy(defaults.filterableAttributes)
  let last = 0

  const textsIn = (document: Fields): [number, string][] => {
    const searchable = settings.searchableAttributes
    const names = searchable.includes('*') ? Object.keys(document) : searchable
    return names.map((name, at) => [at, [document[name] ?? []].flat().join(' ')])
  }

  const put = (id: string, document: Fields) => {
    erase(id)
    const number = ++last
    numbers.set(id, number)
    documents.set(number, document)
    for (const [attribute, text] of textsIn(document)) postings.add(number, attribute, text)
  }

  const erase = (id: string): boolean => {
    const number = numbers.get(id)
    if (number === undefined) return false
    for (const [, text] of textsIn(documents.get(number)!)) postings.remove(number, text)
    documents.delete(number)
    numbers.delete(id)
    return true
  }

  return {
    uid,
    created: new Date().toISOString(),
    primaryKey,
    get settings() {
      return settings
    },
    get filterable() {
      return filterable
    },
    get postings() {
      return postings
    },
    documents,
    get: (id: string): Fields | undefined => documents.get(numbers.get(id) ?? 0),
    /** All of them or none. @throws Refusal */
    add: (batch: readonly Fields[], { merge, key }: { merge: boolean; key: string }) => {
      for (const one of batch) assertId(one, key)
      for (const one of batch) {
        const id = String(one[key])
        const known = merge ? documents.get(numbers.get(id) ?? 0) : undefined
        put(id, { ...known, ...one })
      }
    },
    erase,
    eraseAll: () => {
      numbers.clear()
      documents.clear()
      postings = createPostings()
    },
    update: (changed: Partial<Settings>) => {
      settings = { ...settings, ...changed }
      filterable = filterableBy(settings.filterableAttributes)
      const all = [...documents]
      postings = createPostings()
      for (const [number, document] of all)
        for (const [attribute, text] of textsIn(document)) postings.add(number, attribute, text)
    },
  }
}

export type StoredIndex = ReturnType<typeof createStoredIndex>

const assertId = (document: Fields, key: string): void => {
  const id = document[key]
  if (id === undefined)
    throw new Refusal(
      400,
      'missing_document_id',
      `Document doesn't have a \`${key}\` attribute: \`${JSON.stringify(document)}\`.`,
    )
  const isValid =
    (typeof id === 'number' && Number.isInteger(id)) ||
    (typeof id === 'string' && /^[a-zA-Z0-9_-]{1,511}$/.test(id))
  if (!isValid)
    throw new Refusal(
      400,
      'invalid_document_id',
      `Document identifier \`${JSON.stringify(id)}\` is invalid. A document identifier can be of type integer or string, only composed of alphanumeric characters (a-z A-Z 0-9), hyphens (-) and underscores (_), and can not be more than 511 bytes.`,
    )
}
