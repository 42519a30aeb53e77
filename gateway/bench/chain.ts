import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../root.js'
import { type Ingest, ingest } from './chain/ingest.js'
import { inFolder } from './faults/in-folder.js'
import { marcRecords } from './generated-records.js'
import { addMember, imported } from './imported.js'
import { type Sample, slope } from './memory-slope.js'
import { numberOf } from './number-of.js'
import { recordFile } from './record-file.js'

export const name = 'chain'

/**
 * File to searchable on PostgreSQL, Redis and a search engine, every process apart: with one process that works and with two
 * (`--workers`: with so many alone). The yardstick is the same import on the embedded engines. `--records 15000`;
 * `--profiles FOLDER`: what each process of ours did goes there; `--statements 20`: the dearest of the database.
 */
export const run = (report: (line: string) => void): Promise<void> =>
  inFolder(async (folder) => {
    const count = numberOf('--records', 15_000)
    const file = await recordFile(join(folder, 'records.mrc'), count, 1)
    const before = join(folder, 'before.mrc')
    // Generated ones: records of the corpus would be those of the same works again.
    writeFileSync(before, Buffer.concat([...marcRecords(2_000, 2)]))
    const embedded = count / (await embeddedSeconds(folder, file))
    report(`embedded engines     ${embedded.toFixed(0)} records/s of ${count}`)
    const only = numberOf('--workers', 0)
    let one: number | undefined
    for (const workers of only > 0 ? [only] : [1, 2]) {
      const outcome = await ingest({ before, measured: file }, workers, profiled())
      const rate = outcome.records / outcome.seconds
      tell(report, workers, outcome)
      tellStatements(report, outcome)
      report(`  ratio              ${(rate / embedded).toFixed(2)} × the embedded engines' rate`)
      if (one !== undefined) report(`  speed-up           ${(rate / one).toFixed(2)} × the rate of one`)
      one ??= rate
    }
  })

const profiled = (): Record<string, string> => {
  const at = process.argv.indexOf('--profiles')
  if (at === -1) return {}
  const script = join(projectRoot(), '.build/gateway/bench/chain/profile-worker.js')
  return { NODE_OPTIONS: `--import=${script}`, SHULIAN_BENCH_PROFILES: process.argv[at + 1]! }
}

const embeddedSeconds = async (folder: string, file: string): Promise<number> => {
  const dataDir = join(folder, 'embedded')
  await addMember(dataDir)
  return imported(dataDir, file)
}

const tell = (
  report: (line: string) => void,
  workers: number,
  { seconds, processor, looks, records, works, engine }: Ingest,
): void => {
  const rate = (records / seconds).toFixed(0)
  report(
    `${workers} that ${workers === 1 ? 'works ' : 'work  '}       ${seconds.toFixed(2)} s  ${rate} records/s (at least 1,500) beside ${engine}; ${records} records, ${works} works found`,
  )
  const each = Object.entries(processor).map(([name, used]) => `${name} ${perRecord(used, records)}`)
  const all = Object.values(processor).reduce((sum, used) => sum + used, 0)
  report(`  processors         ${perRecord(all, records)} µs a record: ${each.join(', ')}`)
  for (const [name, usages] of Object.entries(looks)) {
    if (!/gateway|worker|import/.test(name)) continue
    const samples = usages.map(({ at, megabytes }) => ({
      way: (at - usages[0]!.at) / (seconds * 1000),
      megabytes,
    }))
    const most = Math.max(...samples.map(({ megabytes }) => megabytes))
    report(
      `  memory             ${name}: ${samples[0]!.megabytes.toFixed(0)} → ${samples.at(-1)!.megabytes.toFixed(0)} MB, at most ${most.toFixed(0)}${grows(samples, records)}`,
    )
  }
}

/** Of these the dearest are shown. */
const shown = numberOf('--statements', 0)

const tellStatements = (report: (line: string) => void, { statements, records }: Ingest): void => {
  const calls = statements.reduce((sum, one) => sum + one.calls, 0)
  const milliseconds = statements.reduce((sum, one) => sum + one.milliseconds, 0)
  report(
    `  statements         ${calls}, ${((calls / records) * 1000).toFixed(0)} for 1,000 records; ${perRecord(milliseconds / 1000, records)} µs a record inside them`,
  )
  for (const one of statements.slice(0, shown))
    report(
      `    ${one.milliseconds.toFixed(0).padStart(6)} ms ${String(one.calls).padStart(6)} × ${String(one.rows).padStart(7)} rows  ${one.text.replaceAll(/\s+/g, ' ').slice(0, 160)}`,
    )
}

/** Fewer records say how a process warms up, not what each leaves behind. */
const enough = 50_000

const grows = (samples: Sample[], records: number): string =>
  records < enough ? '' : `; slope ${slope(samples, records).toFixed(1)} MB for 100,000 records`

const perRecord = (seconds: number, records: number): string => ((seconds / records) * 1e6).toFixed(0)
