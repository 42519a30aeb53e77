import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { searchWorks } from '../../plugins/search/service.js'
import { unsteered } from '../../plugins/search/steering/steering.js'
import {
  type SearchDocument,
  type SearchIndex,
  type TextTerm,
  textFields,
} from '../contracts/search-index.js'
import { openDatabase } from '../database/open.js'
import type { RawDatabase } from '../database/raw-database.js'
import { createEmbeddedIndex } from '../search-index/embedded.js'
import { generatedDocuments, generatedQueries, plainQuery, textOf } from './generated-documents.js'
import { percentilesOf } from './percentiles.js'

export const name = 'search'

const size = 100_000
const batch = 1_000
const questions = 500

/** The embedded engine beside a bare FTS5 table of the same tokens, in one run; queries take turns. */
export const run = async (report: (line: string) => void): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'shulian-bench-'))
  const [database, plain] = ['ours', 'bare'].map((file) =>
    openDatabase({ path: join(folder, `${file}.db`) }),
  ) as [Opened, Opened]
  try {
    const documents = [...generatedDocuments(size)]
    const index = createEmbeddedIndex(database)
    const [bare, ours] = [buildBare(plain.raw, documents), await buildOurs(index, documents)]
    report(`${size} documents: bare ${rate(bare)}, ours ${rate(ours)}, ratio ${(bare / ours).toFixed(2)}`)
    const loading = performance.now()
    await index.search(plainQuery([], ['type']))
    report(`facets read into memory in ${(performance.now() - loading).toFixed(0)} ms`)
    await compare(index, plain.raw, generatedQueries(documents, questions), report)
  } finally {
    await database.close()
    await plain.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Opened = ReturnType<typeof openDatabase>

const rate = (milliseconds: number) => `${Math.round((size / milliseconds) * 1000)} docs/s`

const buildBare = (raw: RawDatabase, documents: readonly SearchDocument[]): number => {
  raw.exec(`create virtual table bare using fts5(${textFields.join(', ')})`)
  const insert = raw.prepare(
    `insert into bare (rowid, ${textFields.join(', ')}) values (?, ${textFields.map(() => '?').join(', ')})`,
  )
  const began = performance.now()
  raw.exec('begin')
  for (const [number, { text }] of documents.entries())
    insert.run(number + 1, ...textFields.map((field) => text[field]))
  raw.exec('commit')
  return performance.now() - began
}

const buildOurs = async (index: SearchIndex, documents: readonly SearchDocument[]): Promise<number> => {
  const began = performance.now()
  for (let at = 0; at < documents.length; at += batch) await index.upsert(documents.slice(at, at + batch))
  return performance.now() - began
}

const compare = async (
  index: SearchIndex,
  raw: RawDatabase,
  queries: TextTerm[][],
  report: (line: string) => void,
) => {
  const statement = raw.prepare(
    'select rowid, bm25(bare, 40, 15, 3, 1, 10, 0.1, 15) as score from bare where bare match ? order by score limit 20',
  )
  const searching = { index, membersById: async () => new Map(), ...unsteered }
  const ways: [string, (all: TextTerm[]) => Promise<unknown>][] = [
    ['bare FTS5, bm25, 20 hits', async (all) => statement.all(matchOf(all))],
    ['ours, total and 20 hits', (all) => index.search(plainQuery(all))],
    ['ours, as a reader asks', (all) => searchWorks(searching, { q: textOf(all), limit: 20 })],
    ['ours, with three facets', (all) => index.search(plainQuery(all, ['type', 'language', 'subject']))],
  ]
  const times = ways.map((): number[] => [])
  for (const [round, all] of [...queries.slice(0, 50), ...queries].entries()) {
    for (const [way, [, ask]] of ways.entries()) {
      const began = performance.now()
      await ask(all)
      if (round >= 50) times[way]!.push(performance.now() - began)
    }
  }
  const [yardstick] = times as [number[], ...number[][]]
  for (const [way, [label]] of ways.entries()) report(percentilesOf(label, times[way]!, yardstick))
}

const matchOf = (all: TextTerm[]): string => all.map(({ tokens }) => `"${tokens.join(' ')}"`).join(' AND ')
