import {
  type FacetField,
  facetFields,
  type SearchDocument,
  textFields,
} from '../../contracts/search-index.js'
import { yearField } from './conditions.js'
import { encode } from './facet-rows.js'
import { everything, mark, yearNumber, yearWords } from './marks.js'
import { pairsOf } from './pairs.js'
import { portionsOf } from './portions.js'
import type { Sqlite } from './sqlite.js'
import { countTerms } from './terms.js'
import { clean } from './words.js'

interface Known {
  id: string
  doc: number
  version: number
}

/**
 * Step by step, all in one transaction that the caller holds. What changes several rows at once comes first: at each such
 * statement FTS5 writes out what it has gathered, a segment of its own that must be merged with the others later.
 */
export function* upsert(sqlite: Sqlite, documents: readonly SearchDocument[]): Generator<void, void> {
  const newest = newestOf(documents)
  const known = knownOf(
    sqlite,
    newest.map(({ id }) => id),
  )
  const docOf = ({ id }: SearchDocument): number => known.get(id)?.doc ?? Number.POSITIVE_INFINITY
  // In the order of their rows: at each step back FTS5 writes out what it has gathered.
  const wanted = newest
    .filter(({ id, version }) => version >= (known.get(id)?.version ?? version))
    .map((document) => ({ document, doc: docOf(document) }))
    .sort((one, other) => (one.doc < other.doc ? -1 : one.doc > other.doc ? 1 : 0))
    .map(({ document }) => document)
  if (wanted.length === 0) return
  const generation = nextGeneration(sqlite)
  const ids = yield* numberValues(sqlite, wanted)
  yield* countTerms(sqlite, wanted, ({ id }) => !known.has(id))
  let last = sqlite.number('select max(doc) from search_document')
  for (const document of wanted) {
    yield
    const doc = known.get(document.id)?.doc
    if (doc !== undefined) erase(sqlite, doc)
    store(sqlite, doc ?? ++last, document, generation, ids)
  }
}

/** What is gone first: between two rows that are added FTS5 would write out what it has gathered. */
export function* replace(
  sqlite: Sqlite,
  documents: readonly SearchDocument[],
  gone: readonly string[],
): Generator<void, void> {
  if (gone.length > 0) remove(sqlite, gone)
  yield* upsert(sqlite, documents)
}

export const remove = (sqlite: Sqlite, ids: readonly string[]): void => {
  const known = [...knownOf(sqlite, [...ids]).values()]
  if (known.length === 0) return
  const generation = nextGeneration(sqlite)
  for (const { doc } of known) {
    erase(sqlite, doc)
    sqlite.run('insert or replace into search_gone (doc, changed) values (?, ?)', doc, generation)
  }
}

const erase = (sqlite: Sqlite, doc: number): void => {
  sqlite.run('delete from search_text where rowid = ?', doc)
  sqlite.run('delete from search_stored where doc = ?', doc)
  sqlite.run('delete from search_document where doc = ?', doc)
}

export const clear = (sqlite: Sqlite): void => {
  sqlite.run("insert into search_text(search_text) values ('delete-all')")
  sqlite.run('delete from search_stored')
  sqlite.run('delete from search_document')
  sqlite.run('delete from search_gone')
  sqlite.run('delete from search_term')
  sqlite.run('delete from search_value')
  sqlite.run('update search_state set cleared = ?', nextGeneration(sqlite))
}

const newestOf = (documents: readonly SearchDocument[]): SearchDocument[] => {
  const newest = new Map<string, SearchDocument>()
  for (const document of documents) {
    if (document.version >= (newest.get(document.id)?.version ?? document.version))
      newest.set(document.id, document)
  }
  return [...newest.values()]
}

const knownOf = (sqlite: Sqlite, ids: string[]): Map<string, Known> => {
  const rows = sqlite.rows<Known>(
    'select id, doc, version from search_document where id in (select value from json_each(?))',
    JSON.stringify(ids),
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Other processes see by it that what they keep in memory is old. */
const nextGeneration = (sqlite: Sqlite): number => {
  sqlite.run('update search_state set generation = generation + 1')
  return sqlite.number('select generation from search_state')
}

const insertText = `insert into search_text (rowid, ${textFields.join(', ')}, marks) values (?, ${textFields.map(() => '?').join(', ')}, ?)`
const insertDocument = `insert into search_document
  (doc, id, version, year, updated_at, changed, title_key, title_order, stroke_order, facets)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
const insertStored = 'insert into search_stored (doc, stored) values (?, ?)'

const store = (
  sqlite: Sqlite,
  doc: number,
  document: SearchDocument,
  generation: number,
  ids: Numbers,
): void => {
  const { id, version, year, updatedAt, titleOrder } = document
  const titles = [document.titleKey, titleOrder.title, titleOrder['title-stroke']].map(clean)
  const values = facetFields.map((field) => distinct(document, field).map((value) => ids(field, value)))
  const years = year === null ? [] : yearWords(year).map((word) => ids('year', word))
  const marks = [everything, ...[...values.flat(), ...years].map(mark)].join(' ')
  const text = textFields.map((field) => withPairs(clean(document.text[field])))
  const facets = values.flatMap((numbers, field) => numbers.map((number) => encode(number, field)))
  if (year !== null) facets.push(encode(yearNumber(year), yearField))
  sqlite.run(insertText, doc, ...text, marks)
  sqlite.run(insertDocument, doc, id, version, year, updatedAt, generation, ...titles, facets.join(','))
  sqlite.run(insertStored, doc, JSON.stringify(document.stored ?? null))
}

/** Pairs follow the text: within a field only pairs are neighbours of pairs. */
const withPairs = (text: string): string => {
  const pairs = pairsOf(text.split(' '))
  return pairs.length === 0 ? text : `${text} ${pairs.join(' ')}`
}

const distinct = (document: SearchDocument, field: FacetField): string[] => [
  ...new Set(document.facets[field].map(clean)),
]

type Numbers = (field: string, value: string) => number

/** Gives each value of these documents its number, new ones included. */
function* numberValues(sqlite: Sqlite, documents: readonly SearchDocument[]): Generator<void, Numbers> {
  const numbers = new Map<string, Map<string, number>>()
  for (const [field, values] of valuesOf(documents)) {
    const ofField = new Map<string, number>()
    numbers.set(field, ofField)
    for (const some of portionsOf([...values])) {
      yield
      const wanted = JSON.stringify(some)
      sqlite.run(
        'insert or ignore into search_value (field, value) select ?, value from json_each(?)',
        field,
        wanted,
      )
      const found = sqlite.text(
        `select json_group_object(v.key, s.id) from json_each(?) as v
         cross join search_value as s on s.field = ? and s.value = v.value`,
        wanted,
        field,
      )
      for (const [at, id] of Object.entries<number>(JSON.parse(found!))) ofField.set(some[Number(at)]!, id)
    }
  }
  return (field, value) => numbers.get(field)!.get(value)!
}

/** Each value once, by field. */
function* valuesOf(documents: readonly SearchDocument[]): Iterable<[field: string, values: Set<string>]> {
  for (const field of facetFields)
    yield [field, new Set(documents.flatMap(({ facets }) => facets[field].map(clean)))]
  const years = new Set(documents.flatMap(({ year }) => (year === null ? [] : [year])))
  yield ['year', new Set([...years].flatMap(yearWords))]
}
