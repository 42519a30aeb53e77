import { createHash } from 'node:crypto'
import type Libsql from 'libsql'
import { facetFields, type textFields } from '../../contracts/search-index.js'
import { yearField } from '../../search-index/fts5/conditions.js'
import { fieldOf, numberIn } from '../../search-index/fts5/facet-rows.js'
import { mark } from '../../search-index/fts5/marks.js'

type Database = InstanceType<typeof Libsql>

/**
 * What each word finds, asked as a search asks: rows of the words themselves stay behind when a document is
 * written anew, and are no longer found.
 */
export const wordRows = (database: Database): string[] => {
  const found = finder(database)
  const words = database.prepare("select term, col from search_word where col <> 'marks'").all() as {
    term: string
    col: (typeof textFields)[number]
  }[]
  return words.flatMap(({ term, col }) => found(`${col} ${term}`, `${col} : "${term.replaceAll('"', '""')}"`))
}

/** What each facet value finds, and what it is counted on. */
export const facetRows = (database: Database): string[] => {
  const found = finder(database)
  const values = database.prepare('select id, field, value from search_value').all() as Value[]
  return [
    ...values.flatMap(({ id, field, value }) => found(`${field} ${value}`, `marks : "${mark(id)}"`)),
    ...countedOn(database, new Map(values.map((value) => [value.id, value]))),
  ].sort()
}

interface Value {
  id: number
  field: string
  value: string
}

/** The numbers of values and documents depend on the order in which they came. */
const countedOn = (database: Database, values: ReadonlyMap<number, Value>): string[] => {
  const told = (encoded: number): string => {
    const [field, number] = [fieldOf(encoded), numberIn(encoded)]
    return field === yearField ? `year ${number}` : `${facetFields[field]} ${values.get(number)?.value}`
  }
  const rows = database.prepare('select id, facets from search_document').all() as {
    id: string
    facets: string
  }[]
  return rows.map(({ id, facets }) => JSON.stringify([id, ...facets.split(',').map(Number).map(told).sort()]))
}

/** @returns of what is asked for, how many documents and which; nothing when there is none */
const finder = (database: Database) => {
  const statement = database.prepare(
    'select d.id from search_text t join search_document d on d.doc = t.rowid where search_text match ? order by d.id',
  )
  return (name: string, question: string): string[] => {
    const ids = (statement.all(question) as { id: string }[]).map(({ id }) => id)
    const which = createHash('sha256').update(ids.join(' ')).digest('base64url').slice(0, 22)
    return ids.length === 0 ? [] : [JSON.stringify([name, ids.length, which])]
  }
}
