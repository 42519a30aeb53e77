import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Libsql from 'libsql'
import type { SearchDocument, SearchIndex } from '../contracts/search-index.js'
import { textFields } from '../contracts/search-index.js'
import { openShulian } from '../main.js'
import { marcRecords } from './generated-records.js'
import { hasCorpus, repeatedRecords } from './repeated-corpus.js'

export const name = 'ingest'

/** File to searchable, beside a bare FTS5 build of the same tokens: one transaction of prepared inserts. */
export const run = async (report: (line: string) => void): Promise<void> => {
  for (const count of [10_000, ...(process.argv.includes('--large') ? [100_000] : [])])
    await measure(count, report)
}

const measure = async (count: number, report: (line: string) => void): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'shulian-bench-'))
  try {
    const file = join(folder, 'records.mrc')
    writeFileSync(file, Buffer.concat([...(hasCorpus() ? repeatedRecords(count, 1) : marcRecords(count, 1))]))
    const documents: SearchDocument[] = []
    const ours = await importFile(folder, file, documents)
    const bare = buildBare(join(folder, 'bare.db'), documents)
    report(`${count} records, ${(statSync(file).size / 1e6).toFixed(1)} MB`)
    report(`  file to searchable  ${ours.toFixed(2)} s  ${(count / ours).toFixed(0)} records/s`)
    report(
      `  bare FTS5 build     ${bare.toFixed(2)} s  ${(count / bare).toFixed(0)} documents/s  (${documents.length} documents)`,
    )
    report(`  ratio               ${(bare / ours).toFixed(2)} × the bare build's rate`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const importFile = async (folder: string, file: string, documents: SearchDocument[]): Promise<number> => {
  const gateway = await openShulian({
    host: '127.0.0.1',
    port: 0,
    dataDir: join(folder, 'data'),
    egressAllow: [],
    logLevel: 'silent',
    language: 'en',
    consortium: null,
  })
  try {
    keepDocuments(gateway.searchIndex, documents)
    const { members, catalogue } = gateway.services
    await members.add({ id: 'bench', name: 'Bench', type: 'library' })
    await members.addSource({ member: 'bench', name: 'main', adapter: 'marc-file', options: { path: file } })
    const began = performance.now()
    const input = {
      files: [{ location: file, fingerprint: '1', adapter: 'marc-file', format: 'marc21' as const }],
    }
    const result = await catalogue.import('bench/main', input, { signal: new AbortController().signal })
    if (result.state !== 'finished')
      throw new Error(`the import ${result.state}: ${JSON.stringify(result.error)}`)
    return (performance.now() - began) / 1000
  } finally {
    await gateway.close()
  }
}

/** The tokens that the engine got, for the yardstick. */
const keepDocuments = (index: SearchIndex, documents: SearchDocument[]): void => {
  const upsert = index.upsert.bind(index)
  index.upsert = async (batch) => {
    documents.push(...batch)
    await upsert(batch)
  }
}

const buildBare = (path: string, documents: SearchDocument[]): number => {
  const database = new Libsql(path)
  database.exec(`pragma journal_mode = wal; create virtual table bare using fts5(${textFields.join(', ')})`)
  const began = performance.now()
  database.exec('begin')
  const insert = database.prepare(
    `insert into bare (${textFields.join(', ')}) values (${textFields.map(() => '?').join(', ')})`,
  )
  for (const { text } of documents) insert.run(textFields.map((field) => text[field]))
  database.exec('commit')
  const seconds = (performance.now() - began) / 1000
  database.close()
  return seconds
}
