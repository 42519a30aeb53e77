import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { matchedOf } from '../../plugins/catalogue/clues.js'
import { regroup } from '../../plugins/catalogue/grouping.js'
import { recordIdOf } from '../../plugins/catalogue/ids.js'
import type { CatalogueTables } from '../../plugins/catalogue/tables.js'
import { crosswalkFor } from '../../standards/crosswalks/index.js'
import type { Change } from '../../standards/record/change.js'
import type { Description } from '../../standards/record/v1-draft.js'
import type { Gateway } from '../gateway.js'
import { openShulian } from '../main.js'
import { chineseWorks, type GeneratedRecord } from './chinese-works.js'

export const name = 'grouping'

/** Records of one push, and of the pages that are measured. */
const pushed = 2_000
const page = 200
const pages = 20

/**
 * What making works costs: generated Chinese records of many libraries, file to searchable, and at each size what the
 * keys of a record and the place of it in the works cost beside all the rest. 10,000 and 100,000 records; `--1m`: more.
 */
export const run = async (report: (line: string) => void): Promise<void> => {
  const costs: { count: number; micros: number }[] = []
  for (const count of [
    10_000,
    ...(process.argv.includes('--10k') ? [] : [100_000]),
    ...(process.argv.includes('--1m') ? [1_000_000] : []),
  ]) {
    const { seconds, memory, keys, places } = await measure(count)
    const [whole, part] = [(seconds / count) * 1e6, keys + places]
    costs.push({ count, micros: part })
    report(
      `${count} records: ${(count / seconds).toFixed(0)} records/s, ${memory.map((mb) => mb.toFixed(0)).join(' → ')} MB`,
    )
    report(
      `  keys ${keys.toFixed(0)} µs, places ${places.toFixed(0)} µs of ${whole.toFixed(0)} µs a record: without them at most ${(whole / (whole - part)).toFixed(2)} × as quick`,
    )
  }
  const [first] = costs
  for (const { count, micros } of costs.slice(1))
    report(
      `a record among ${count} costs ${(micros / (first?.micros ?? 1)).toFixed(2)} × one among ${first?.count}`,
    )
}

const measure = async (count: number) => {
  const folder = mkdtempSync(join(tmpdir(), 'shulian-bench-'))
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
    const filled = await fill(gateway, count)
    return { ...filled, ...(await costOf(gateway, count)) }
  } finally {
    await gateway.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const fill = async ({ services: { catalogue, members } }: Gateway, count: number) => {
  const waiting = new Map<string, Change[]>()
  const memory: number[] = []
  const { signal } = new AbortController()
  let seconds = 0
  const push = async (library: string) => {
    const began = performance.now()
    await catalogue.push(`${library}/main`, waiting.get(library) as Change[], { signal })
    seconds += (performance.now() - began) / 1000
    waiting.set(library, [])
  }
  let number = 0
  for (const record of chineseWorks(count, 1)) {
    const { library } = record
    if (!waiting.has(library)) {
      await members.add({ id: library, name: library, type: 'library' })
      await members.addSource({ member: library, name: 'main', adapter: 'marc-file', options: { path: '-' } })
      waiting.set(library, [])
    }
    waiting.get(library)?.push(changeOf(record))
    if (waiting.get(library)?.length === pushed) await push(library)
    if (++number % Math.ceil(count / 5) === 0) memory.push(process.memoryUsage().rss / 1e6)
  }
  for (const library of waiting.keys()) await push(library)
  return { seconds, memory }
}

const changeOf = ({ format, sourceId, bytes }: GeneratedRecord): Change => ({
  kind: 'bib',
  op: 'put',
  format,
  sourceId,
  bytes,
})

/** Of half of them copies are there already, of the others nothing but what bears the same names by chance. */
const described = (count: number, seed: number): Description[] => {
  const descriptions: Description[] = []
  for (const { format, bytes } of chineseWorks(count, seed)) {
    const { description } = crosswalkFor(format).describe(bytes)
    if (description) descriptions.push(description)
    if (descriptions.length === (page * pages) / 2) break
  }
  return descriptions
}

/** Pages of records that are not there yet, placed and taken back. Microseconds a record. */
const costOf = async ({ database }: Gateway, count: number): Promise<{ keys: number; places: number }> => {
  const descriptions = [...described(count, 1), ...described(count, 2)]
  const began = performance.now()
  const matched = descriptions.map(matchedOf)
  const keyed = performance.now()
  const catalogue = database.kysely as Kysely<CatalogueTables>
  let placing = 0
  for (let at = 0; at < matched.length; at += page) {
    const changed = matched.slice(at, at + page).map((matched, index) => ({
      id: recordIdOf('bench/new', String(at + index)),
      matched,
      wasMatched: false,
      isMember: true,
      from: { workId: null, versionOf: null },
    }))
    const taken = new Error('taken back')
    const start = performance.now()
    await catalogue
      .transaction()
      .execute(async (transaction) => {
        await regroup(transaction, changed, { run: 'bench', at: '2026-01-01T00:00:00Z' })
        placing += performance.now() - start
        throw taken
      })
      .catch((error) => {
        if (error !== taken) throw error
      })
  }
  const each = (milliseconds: number) => (milliseconds / matched.length) * 1e3
  return { keys: each(keyed - began), places: each(placing) }
}
