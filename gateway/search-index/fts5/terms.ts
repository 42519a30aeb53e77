import type { SearchDocument } from '../../contracts/search-index.js'
import { portionsOf } from './portions.js'
import type { Sqlite } from './sqlite.js'
import { wordsOf } from './words.js'

/** Where readers' words mostly are; whatever stands elsewhere is known to FTS5 alone. */
const fields = ['title', 'alternative', 'agents', 'subjects'] as const

/**
 * The words of these documents, and in how many new ones each is. FTS5 can tell both of a word only by reading all its hits; from here
 * it is told which words are worth that. The counts never fall, since what a document said is not kept: they say which of two words
 * is the more frequent, no more.
 */
export function* countTerms(
  sqlite: Sqlite,
  documents: readonly SearchDocument[],
  isNew: (document: SearchDocument) => boolean,
): Iterable<void> {
  const counts = new Map<string, number>()
  for (const document of documents) {
    yield
    const step = isNew(document) ? 1 : 0
    const text = fields.map((field) => document.text[field]).join(' ')
    for (const word of new Set(wordsOf(text))) counts.set(word, (counts.get(word) ?? 0) + step)
  }
  for (const some of portionsOf([...counts])) {
    yield
    sqlite.run(
      `insert into search_term (term, documents)
       select key, value from json_each(?) where true
       on conflict do update set documents = documents + excluded.documents where excluded.documents > 0`,
      jsonOf(some),
    )
  }
}

/** An object with thousands of words for its keys would take several times as long to make. */
const jsonOf = (counts: readonly (readonly [word: string, count: number])[]): string =>
  `{${counts.map(([word, count]) => `${JSON.stringify(word)}:${count}`).join()}}`

/** Words that begin so, the most frequent first. */
export const frequentTerms = (sqlite: Sqlite, beginning: string, limit: number) =>
  sqlite.rows<{ term: string; documents: number }>(
    'select term, documents from search_term where term >= ? and term < ? order by documents desc, term limit ?',
    beginning,
    `${beginning}\u{10ffff}`,
    limit,
  )
