import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Libsql from 'libsql'
import { folding } from '../../plugins/search/documents.js'
import { compileLater } from '../compile-later.js'
import { readConfig } from '../config.js'
import { textFields } from '../contracts/search-index.js'
import type { Gateway } from '../gateway.js'
import { openShulian } from '../main.js'
import { type Imported, importFile } from './import-file.js'
import { slope } from './memory-slope.js'
import { recordFile } from './record-file.js'
import { hasCorpus } from './repeated-corpus.js'

export const name = 'ingest'

/**
 * File to searchable, beside a bare FTS5 build of the same tokens: one transaction of prepared inserts.
 * 10,000 and 100,000 records; `--500k` and `--1m` more, `--only` nothing else.
 */
export const run = async (report: (line: string) => void): Promise<void> => {
  // As the command that imports does.
  compileLater()
  report(hasCorpus() ? 'real records, repeated with a seed' : 'generated records: there is no corpus here')
  const more = [
    ...(process.argv.includes('--500k') ? [500_000] : []),
    ...(process.argv.includes('--1m') ? [1_000_000] : []),
  ]
  let first: number | null = null
  for (const count of process.argv.includes('--only') ? more : [10_000, 100_000, ...more]) {
    const rate = await measure(count, report)
    first ??= count === 10_000 ? rate : null
    if (first !== null && count > 10_000)
      report(
        `  growth              ${(rate / first).toFixed(2)} × the rate at 10,000 (at least 0.8 at 1,000,000)`,
      )
  }
}

/** Records a second. */
const measure = async (count: number, report: (line: string) => void): Promise<number> => {
  const folder = mkdtempSync(join(tmpdir(), 'shulian-bench-'))
  try {
    const file = await recordFile(join(folder, 'records.mrc'), count, 1)
    const gateway = await open(join(folder, 'data'))
    const bytes = statSync(file).size
    report(`${count} records, ${(bytes / 1e6).toFixed(1)} MB`)
    let rate = 0
    try {
      const ours = await importFile(gateway, file)
      const bare = await buildBare(join(folder, 'bare.db'), gateway)
      tell(report, count, ours, bare)
      rate = count / ours.seconds
    } finally {
      await gateway.close()
    }
    const disk = sizeOf(join(folder, 'data'))
    report(
      `  on disk             ${(disk / 1e6).toFixed(0)} MB, ${(disk / bytes).toFixed(2)} × the file (at most 4)`,
    )
    return rate
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const tell = (report: (line: string) => void, count: number, ours: Imported, bare: Bare): void => {
  const rate = count / ours.seconds
  report(
    `  file to searchable  ${ours.seconds.toFixed(2)} s  ${rate.toFixed(0)} records/s (at least 2,500, aim 4,000)  ${((ours.processor / count) * 1e6).toFixed(0)} µs of processors a record`,
  )
  report(
    `  bare FTS5 build     ${bare.seconds.toFixed(2)} s  ${(bare.documents / bare.seconds).toFixed(0)} documents/s  (${bare.documents} documents, ${(bare.tokens / bare.documents).toFixed(0)} tokens each)`,
  )
  report(
    `  ratio               ${(rate / (bare.documents / bare.seconds)).toFixed(2)} × the bare build's rate`,
  )
  report(
    `  memory              ${ours.memory.map(({ megabytes }) => megabytes.toFixed(0)).join(' → ')} MB resident, at ${ours.memory.map(({ way }) => (100 * way).toFixed(0)).join(', ')} % of the way`,
  )
  report(
    `  memory's slope      ${slope(ours.memory, count).toFixed(1)} MB for 100,000 records, after the first fifth`,
  )
}

const open = (dataDir: string): Promise<Gateway> =>
  openShulian(readConfig({ SHULIAN_DATA_DIR: dataDir, SHULIAN_PORT: '0', SHULIAN_LOG_LEVEL: 'silent' }))

interface Bare {
  seconds: number
  documents: number
  tokens: number
}

/** Only the inserts count: the documents are read and folded between them. */
const buildBare = async (path: string, { services: { catalogue } }: Gateway): Promise<Bare> => {
  const database = new Libsql(path)
  database.exec(`pragma journal_mode = wal; create virtual table bare using fts5(${textFields.join(', ')})`)
  database.exec('begin')
  const insert = database.prepare(
    `insert into bare (${textFields.join(', ')}) values (${textFields.map(() => '?').join(', ')})`,
  )
  const bare: Bare = { seconds: 0, documents: 0, tokens: 0 }
  const timed = (work: () => void) => {
    const began = performance.now()
    work()
    bare.seconds += (performance.now() - began) / 1000
  }
  for (let after: string | null = null; ; ) {
    const works = await catalogue.works(after, 1_000)
    if (works.length === 0) break
    after = works.at(-1)?.id ?? null
    const documents = await catalogue.documents(works.map(({ id }) => id))
    const rows = folding
      .run(documents.flatMap((one) => (one.gone ? [] : [one.parts])))
      .map(({ text }) => textFields.map((field) => text[field]))
    timed(() => {
      for (const row of rows) insert.run(row)
    })
    bare.documents += rows.length
    for (const row of rows) for (const text of row) bare.tokens += text === '' ? 0 : text.split(' ').length
  }
  timed(() => database.exec('commit'))
  database.close()
  return bare
}

const sizeOf = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true }).reduce(
    (sum, entry) =>
      sum +
      (entry.isDirectory() ? sizeOf(join(folder, entry.name)) : statSync(join(folder, entry.name)).size),
    0,
  )
