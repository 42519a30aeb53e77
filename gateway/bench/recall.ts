import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { searchWorks } from '../../plugins/search/service.js'
import { unsteered } from '../../plugins/search/steering/steering.js'
import { openDatabase } from '../database/open.js'
import { projectRoot } from '../root.js'
import { createEmbeddedIndex } from '../search-index/embedded.js'
import { type Item, itemDocument } from './recall/documents.js'

export const name = 'recall'

const corpus = join(projectRoot(), '..', 'shared', 'corpus')
const drawing = join(projectRoot(), 'gateway', 'bench', 'recall', 'draw.py')
const seed = 1
const perKind = 400
const first = 10

interface Asked {
  kind: string
  query: string
  title: string
}

/**
 * Of the works that readers look for, how many are among the first ten: real titles, asked for in each of the ways
 * in which readers type. Whatever the kinds, `--misses` lists what was not found.
 */
export const run = async (report: (line: string) => void): Promise<void> => {
  const drawn = existsSync(corpus) ? draw() : 'there is no corpus here'
  if (typeof drawn === 'string') {
    report(`recall not measured: ${drawn}`)
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'shulian-bench-'))
  const database = openDatabase({ path: join(folder, 'index.db') })
  try {
    const index = createEmbeddedIndex(database)
    const began = performance.now()
    const documents = drawn.items.map(itemDocument)
    const folded = performance.now()
    for (let at = 0; at < documents.length; at += 1_000) await index.upsert(documents.slice(at, at + 1_000))
    report(
      `${documents.length} works, folded in ${ms(folded - began)}, written in ${ms(performance.now() - folded)}`,
    )
    const search = async (q: string) => {
      const { hits } = await searchWorks(
        { index, membersById: async () => new Map(), ...unsteered },
        { q, limit: first },
      ).catch(() => ({ hits: [] }))
      return hits.map(({ title }) => title)
    }
    await askAll(drawn.asked, search, report)
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Both lists, or why there are none. */
const draw = (): { items: Item[]; asked: Asked[] } | string => {
  const python = process.env['PYTHON'] ?? 'python3'
  const { stdout, stderr, status } = spawnSync(python, [drawing, corpus, String(seed), String(perKind)], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  if (status !== 0)
    return `the queries are drawn with ${python}, opencc, jieba and pypinyin: ${lastLine(stderr)}`
  const lines = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { item: Item } | Asked)
  return {
    items: lines.flatMap((line) => ('item' in line ? [line.item] : [])),
    asked: lines.flatMap((line) => ('item' in line ? [] : [line])),
  }
}

const lastLine = (text: string | null): string => text?.trim().split('\n').at(-1) ?? 'it could not be started'
const ms = (time: number) => `${time.toFixed(0)} ms`

interface Tally {
  asked: number
  found: number
  times: number[]
  misses: Asked[]
}

const askAll = async (
  asked: readonly Asked[],
  search: (q: string) => Promise<string[]>,
  report: (line: string) => void,
): Promise<void> => {
  const kinds = new Map<string, Tally>()
  for (const one of asked) {
    const tally = kinds.get(one.kind) ?? { asked: 0, found: 0, times: [], misses: [] }
    kinds.set(one.kind, tally)
    const began = performance.now()
    const titles = await search(one.query)
    tally.times.push(performance.now() - began)
    tally.asked++
    if (titles.includes(one.title)) tally.found++
    else tally.misses.push(one)
  }
  for (const [kind, tally] of kinds) report(lineOf(kind, tally))
  for (const [label, wanted] of groups)
    report(
      meanOf(
        label,
        [...kinds].filter(([kind]) => wanted(kind)),
      ),
    )
  if (!process.argv.includes('--misses')) return
  for (const { misses } of kinds.values())
    for (const { kind, query, title } of misses) report(`missed: ${kind}: ${query}: ${title}`)
}

const isEnglish = (kind: string) => kind.startsWith('English')
const groups: [string, (kind: string) => boolean][] = [
  ['mean, Chinese (at least .990, no kind under .980)', (kind) => !isEnglish(kind)],
  ['mean, English (at least .980)', isEnglish],
]

const lineOf = (kind: string, { asked, found, times }: Tally): string =>
  `${kind.padEnd(30)} ${share(found / asked)} of ${String(asked).padStart(4)}  p50 ${percentile(times, 50)}  p95 ${percentile(times, 95)} ms`

const meanOf = (label: string, kinds: [string, Tally][]): string =>
  `${label}: ${share(kinds.reduce((sum, [, { asked, found }]) => sum + found / asked, 0) / kinds.length)}`

const share = (part: number): string => part.toFixed(3).replace(/^0/, '')
const percentile = (times: number[], part: number): string =>
  times
    .toSorted((one, other) => one - other)
    [Math.floor(((times.length - 1) * part) / 100)]!.toFixed(1)
    .padStart(6)
