import { statSync } from 'node:fs'
import { join } from 'node:path'
import { searchWorks } from '../../plugins/search/service.js'
import { unsteered } from '../../plugins/search/steering/steering.js'
import {
  type SearchDocument,
  type SearchIndex,
  type SearchQuery,
  type TextTerm,
  textFields,
} from '../contracts/search-index.js'
import { openDatabase } from '../database/open.js'
import { createEmbeddedIndex } from '../search-index/embedded.js'
import { inFolder } from './faults/in-folder.js'
import { generatedDocuments, generatedQueries, plainQuery, textOf } from './generated-documents.js'
import { percentilesOf } from './percentiles.js'
import { measureSuggestions } from './suggestions.js'

export const name = 'facets'

const batch = 1_000
const questions = 300

/** Facets beside the query of a bare FTS5 table of the same tokens, in one run; queries take turns. `--1m`: a million works. */
export const run = async (report: (line: string) => void): Promise<void> => {
  const size = process.argv.includes('--1m') ? 1_000_000 : 100_000
  await inFolder(async (folder) => {
    const [ours, bare] = ['ours', 'bare'].map((file) =>
      openDatabase({ path: join(folder, `${file}.db`) }),
    ) as [Opened, Opened]
    const { sample, seconds } = await build(size, createEmbeddedIndex(ours), bare)
    const [own, other] = ['ours', 'bare'].map((file) => sizeOf(join(folder, `${file}.db`)))
    report(`${size} works: ours ${told(seconds.ours, own!)}, bare ${told(seconds.bare, other!)}`)
    const index = createEmbeddedIndex(ours)
    const opening = performance.now()
    await index.search(plainQuery([], ['type']))
    report(`opened again, first facets after ${(performance.now() - opening).toFixed(0)} ms`)
    await compare(index, bare, generatedQueries(sample, questions), report)
    await measureSuggestions(index, sample, report)
    await change(index, sample[0]!, report)
    await Promise.all([ours.close(), bare.close()])
  })
}

const sizeOf = (path: string): number =>
  [path, `${path}-wal`].reduce((sum, one) => sum + (statSync(one, { throwIfNoEntry: false })?.size ?? 0), 0)

const told = (seconds: number, bytes: number): string =>
  `built in ${seconds.toFixed(1)} s, ${(bytes / 1e6).toFixed(0)} MB`

type Opened = ReturnType<typeof openDatabase>

interface Built {
  sample: SearchDocument[]
  seconds: { ours: number; bare: number }
}

/** Both are built from one stream; some of the documents are kept to ask for. */
const build = async (size: number, index: SearchIndex, { raw }: Opened): Promise<Built> => {
  raw.exec(`create virtual table bare using fts5(${textFields.join(', ')})`)
  const insert = raw.prepare(
    `insert into bare (rowid, ${textFields.join(', ')}) values (?, ${textFields.map(() => '?').join(', ')})`,
  )
  const sample: SearchDocument[] = []
  const seconds = { ours: 0, bare: 0 }
  let part: SearchDocument[] = []
  let number = 0
  for (const document of generatedDocuments(size)) {
    part.push(document)
    if (part.length < batch && number + part.length < size) continue
    const began = performance.now()
    raw.exec('begin')
    for (const { text } of part) insert.run(++number, ...textFields.map((field) => text[field]))
    raw.exec('commit')
    const between = performance.now()
    await index.upsert(part)
    seconds.bare += (between - began) / 1000
    seconds.ours += (performance.now() - between) / 1000
    sample.push(...part.slice(0, (batch * 5_000) / size))
    part = []
  }
  return { sample, seconds }
}

const three: SearchQuery['facets'] = ['type', 'language', 'subject']
const all: SearchQuery['facets'] = ['type', 'member', 'language', 'access', 'class', 'subject', 'year']
const chosen: SearchQuery['filter'] = { field: 'type', in: ['type-3', 'type-4'] }

const compare = async (
  index: SearchIndex,
  { raw }: Opened,
  queries: TextTerm[][],
  report: (line: string) => void,
): Promise<void> => {
  const statement = raw.prepare(
    'select rowid, bm25(bare, 40, 15, 3, 1, 10, 0.1) as score from bare where bare match ? order by score limit 20',
  )
  const searching = { index, membersById: async () => new Map(), ...unsteered }
  const ways: [string, (terms: TextTerm[]) => Promise<unknown>][] = [
    ['bare FTS5, bm25, 20 hits', async (terms) => statement.all(matchOf(terms))],
    ['a page and the total', (terms) => index.search(plainQuery(terms))],
    ['as a reader asks', (terms) => searchWorks(searching, { q: textOf(terms), limit: 20 })],
    ['three facets', (terms) => index.search(plainQuery(terms, three))],
    ['three, chosen in one', (terms) => index.search({ ...plainQuery(terms, three), filter: chosen })],
    ['all facets and years', (terms) => index.search(plainQuery(terms, all))],
    ['no words, three', () => index.search(plainQuery([], three))],
    ['no words, chosen in one', () => index.search({ ...plainQuery([], three), filter: chosen })],
    ['by title, three facets', (terms) => index.search({ ...plainQuery(terms, three), sort: 'title' })],
  ]
  const times = ways.map((): number[] => [])
  for (const [round, terms] of [...queries.slice(0, 20), ...queries].entries()) {
    for (const [way, [, ask]] of ways.entries()) {
      const began = performance.now()
      await ask(terms)
      if (round >= 20) times[way]!.push(performance.now() - began)
    }
  }
  for (const [way, [label]] of ways.entries()) report(percentilesOf(label, times[way]!, times[0]!))
}

const matchOf = (terms: TextTerm[]): string =>
  terms.map(({ tokens }) => `"${tokens.join(' ')}"`).join(' AND ')

/** How long after a change the facets say so. */
const change = async (index: SearchIndex, one: SearchDocument, report: (line: string) => void) => {
  const facets = { ...one.facets, type: ['type-new'] }
  const began = performance.now()
  await index.upsert([{ ...one, version: 2, facets }])
  const written = performance.now()
  const found = await index.search({
    ...plainQuery([], ['type']),
    filter: { field: 'type', in: ['type-new'] },
  })
  const told = performance.now() - written
  await index.remove([one.id])
  const removing = performance.now()
  const gone = await index.search({
    ...plainQuery([], ['type']),
    filter: { field: 'type', in: ['type-new'] },
  })
  report(
    `one changed: written in ${(written - began).toFixed(1)} ms, counted (${found.total}) ${told.toFixed(1)} ms later;` +
      ` removed, counted (${gone.total}) ${(performance.now() - removing).toFixed(1)} ms later`,
  )
}
