import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { searchWorks } from '../../plugins/search/service.js'
import { unsteered } from '../../plugins/search/steering/steering.js'
import { openDatabase } from '../database/open.js'
import { projectRoot } from '../root.js'
import { createEmbeddedIndex } from '../search-index/embedded.js'
import { mergeSegments } from '../search-index/fts5/merging.js'
import { createSqlite } from '../search-index/fts5/sqlite.js'
import { inFolder } from './faults/in-folder.js'
import { percentilesOf } from './percentiles.js'
import { bareTable, sameIndex } from './recall/bare.js'
import { among } from './recall/crowd.js'
import { type Item, itemDocument } from './recall/documents.js'
import { type Asked, type Drawn, drawFrom } from './recall/drawn.js'
import { count, emptyTally, lineOf, meanOf, type Tally } from './recall/tally.js'

export const name = 'recall'

const corpus = join(projectRoot(), '..', 'shared', 'corpus')
const first = 10
const batch = 1_000

/**
 * Of the works that readers look for, how many are among the first ten: real titles, asked for in each of the ways
 * in which readers type, of the product, of bare FTS5 and of one bm25 query of the same words in the product's own index,
 * in turns; all indexes as they are at rest, when what was written in parts is put together. `--misses` lists what was not found,
 * `--1m` asks among a million.
 */
export const run = async (report: (line: string) => void): Promise<void> => {
  const drawn = existsSync(corpus) ? drawFrom(corpus) : 'there is no corpus here'
  if (typeof drawn === 'string') {
    report(`recall not measured: ${drawn}`)
    return
  }
  await inFolder(async (folder) => {
    const [ours, bare] = ['ours', 'bare'].map((file) =>
      openDatabase({ path: join(folder, `${file}.db`) }),
    ) as [Opened, Opened]
    const engines = await build(drawn, ours, bare, report)
    await askAll(drawn.asked, engines, report)
    await Promise.all([ours.close(), bare.close()])
  })
}

type Opened = ReturnType<typeof openDatabase>
type Engine = (query: string) => string[] | Promise<string[]>

const build = async (
  { items }: Drawn,
  ours: Opened,
  bare: Opened,
  report: (line: string) => void,
): Promise<Engine[]> => {
  const index = createEmbeddedIndex(ours)
  const same = sameIndex(ours.raw)
  const tables = (['unicode61', 'trigram'] as const).map((tokenizer) => bareTable(bare.raw, tokenizer))
  const took = { folding: 0, ours: 0, bare: 0 }
  let number = 0
  for (const part of parts(among(items, process.argv.includes('--1m') ? 1_000_000 : items.length))) {
    const began = performance.now()
    const documents = part.map((item) => itemDocument(item, number++))
    const folded = performance.now()
    await index.upsert(documents)
    const written = performance.now()
    for (const table of tables) table.write(part)
    took.folding += folded - began
    took.ours += written - folded
    took.bare += performance.now() - written
  }
  const sqlite = createSqlite(ours.raw)
  await mergeSegments(sqlite, async (steps) => sqlite.inTransaction(() => void [...steps()]))
  for (const table of tables) table.merge()
  const [folding, own, other] = Object.values(took).map((time) => `${(time / 1000).toFixed(1)} s`)
  report(`${number} works: folded in ${folding}, written in ${own}; two bare tables in ${other}`)
  const parameters = { index, membersById: async () => new Map(), ...unsteered }
  const search: Engine = async (q) => {
    const { hits } = await searchWorks(parameters, { q, limit: first }).catch(() => ({ hits: [] }))
    return hits.map(({ title }) => title)
  }
  return [
    search,
    ...tables.map(
      (table): Engine =>
        (query) =>
          table.search(query, first),
    ),
    (query) => same.search(query, first),
  ]
}

function* parts(items: Iterable<Item>): Iterable<Item[]> {
  let part: Item[] = []
  for (const item of items) {
    part.push(item)
    if (part.length < batch) continue
    yield part
    part = []
  }
  yield part
}

const askAll = async (
  asked: readonly Asked[],
  engines: readonly Engine[],
  report: (line: string) => void,
): Promise<void> => {
  const kinds = new Map<string, Tally>()
  for (const one of asked) {
    const tally = kinds.get(one.kind) ?? emptyTally(one.group, engines.length)
    kinds.set(one.kind, tally)
    tally.asked++
    const answers: { took: number; isFound: boolean }[] = []
    for (const search of engines) {
      const began = performance.now()
      const titles = await search(one.query)
      answers.push({ took: performance.now() - began, isFound: titles.includes(one.title) })
    }
    count(tally, one, answers)
  }
  for (const [kind, tally] of kinds) report(lineOf(kind, tally))
  for (const [group, label] of groups) report(meanOf(label, of(kinds, group)))
  for (const group of ['Chinese', 'English'] as const) {
    const times = (engine: number) => of(kinds, group).flatMap((tally) => tally.times[engine]!)
    for (const [engine, label] of ['ours', 'bare unicode61', 'bare trigram', 'bm25, same index'].entries())
      report(percentilesOf(`${group}, ${label}`, times(engine), times(3)))
    const both = (place: number) => of(kinds, group).flatMap((tally) => tally.timesOfBoth[place]!)
    report(percentilesOf(`${group}, if bm25 finds it`, both(0), both(1)))
  }
  if (!process.argv.includes('--misses')) return
  for (const { misses } of kinds.values())
    for (const { kind, query, title } of misses) report(`missed: ${kind}: ${query}: ${title}`)
}

const of = (kinds: ReadonlyMap<string, Tally>, group: Asked['group']): Tally[] =>
  [...kinds.values()].filter((tally) => tally.group === group)

const groups: [Asked['group'], string][] = [
  ['Chinese', 'mean, Chinese (at least .990, no kind under .980)'],
  ['English', 'mean, English (at least .980)'],
  ['variations', 'mean, other ways to type'],
  ['scripts', 'mean, other scripts (no worse than a bare engine)'],
]
