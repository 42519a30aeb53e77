import { createTables, dropTables, isOfThisForm, kept, names, vocabularies } from './schema.js'
import { createSqlite, type RawSqlite, type Sqlite } from './sqlite.js'

/**
 * Writes of the live index while one is built beside it. The index that is swapped in must be of a later generation than
 * any that another process has read of the old one.
 */
const mostWrites = 1_000_000_000

/** Tables of an index beside the live one: `search_b…_document` for `search_document`. Their indexes keep that name. */
const besideTables = (raw: RawSqlite, build: string): Sqlite => {
  const known = new RegExp(`\\b(?:${names.join('|')})(?=_|\\b)`, 'g')
  return createSqlite(raw, (sql) => sql.replace(known, (name) => besideName(build, name)))
}

const besideName = (build: string, name: string): string => name.replace('search_', `search_b${build}_`)

/** The one that is being built, or was when its process died. */
export const besideOf = (sqlite: Sqlite): string | null => {
  const table = sqlite.text(
    "select name from sqlite_master where type = 'table' and name glob 'search_b[0-9]*_state' limit 1",
  )
  return table && /^search_b(\d+)_state$/.exec(table)![1]!
}

/** What an interrupted build left, when it is of this form, or a new one. */
export const openBeside = (sqlite: Sqlite, raw: RawSqlite, now: number): { build: string; next: Sqlite } => {
  const left = besideOf(sqlite)
  if (left !== null) {
    const next = besideTables(raw, left)
    if (isOfThisForm(next)) return { build: left, next }
    dropTables(next)
  }
  const build = String(now)
  const next = besideTables(raw, build)
  createTables(next)
  const generation = sqlite.number('select generation from search_state') + mostWrites
  next.run('update search_state set generation = ?', generation)
  return { build, next }
}

/** Where there is one: the tables of the index that is being built. */
export const createBeside = (sqlite: Sqlite, raw: RawSqlite) => {
  let opened: { build: string; next: Sqlite } | undefined
  return (): Sqlite | undefined => {
    const build = besideOf(sqlite)
    if (build === null) return undefined
    if (opened?.build !== build) opened = { build, next: besideTables(raw, build) }
    return opened.next
  }
}

/** In one transaction that the caller holds: who reads sees the old one or the new one. */
export const putInPlace = (sqlite: Sqlite, next: Sqlite, build: string): void => {
  const generation = next.number('select generation from search_state') + 1
  next.run('update search_state set generation = ?, cleared = ?', generation, generation)
  dropTables(sqlite)
  next.exec('drop table search_word; drop table search_spelling')
  for (const name of kept) sqlite.exec(`alter table ${besideName(build, name)} rename to ${name}`)
  sqlite.exec(vocabularies)
}
