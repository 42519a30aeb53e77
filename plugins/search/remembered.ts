import type { SearchIndex } from '../../gateway/contracts/index.js'

/** For one search: what its stages, and whoever explains them, look up in the vocabulary is looked up once. */
export const remembered = (index: SearchIndex): SearchIndex => {
  const known = new Map<string, ReturnType<SearchIndex['complete']>>()
  return {
    ...index,
    complete: (...asked) => {
      const key = JSON.stringify(asked)
      const words = known.get(key) ?? index.complete(...asked)
      known.set(key, words)
      return words
    },
  }
}
