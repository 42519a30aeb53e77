import { createReadStream, createWriteStream, statSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { jsonLines, startShulianAt } from '../command-testing.js'
import { programs, startPostgres } from '../database/postgres/testing.js'
import { inFolder } from './faults/in-folder.js'
import { recordFile } from './record-file.js'
import { hasCorpus } from './repeated-corpus.js'

export const name = 'backup'

const count = 20_000

/**
 * Back up and restore records, each by a process of its own, on SQLite and on PostgreSQL; the yardstick is gzip at the same level
 * of the same SQLite file.
 */
export const run = async (report: (line: string) => void): Promise<void> => {
  report(
    `${count} ${hasCorpus() ? 'real records, repeated with a seed' : 'generated records: there is no corpus here'}`,
  )
  await inFolder(async (folder) => {
    const records = await recordFile(join(folder, 'records.mrc'), count, 1)
    const here = { dataDir: join(folder, 'sqlite'), settings: {} }
    await measured(here, 'members', 'add', 'city', '--name', 'City', '--type', 'library')
    await measured(here, 'import', records, '--member', 'city', '--format', 'marc21')
    await yardstick(join(here.dataDir, 'shulian.db'), folder, report)
    const file = join(folder, 'backup')
    tell(report, 'SQLite      backup ', file, await measured(here, 'backup', file))
    tell(report, 'SQLite      restore', file, await measured(here, 'restore', file, '--force'))
    const bin = programs()
    if (bin === undefined) return report('PostgreSQL is not on this machine')
    const server = await startPostgres(bin)
    try {
      const settings = { SHULIAN_DATABASE_URL: server.url('postgres') }
      const there = { dataDir: join(folder, 'postgres'), settings }
      tell(report, 'PostgreSQL  restore', file, await measured(there, 'restore', file))
      const again = join(folder, 'again')
      tell(report, 'PostgreSQL  backup ', again, await measured(there, 'backup', again))
    } finally {
      await server.close()
    }
  })
}

interface Measured {
  seconds: number
  rows: number
  /** Largest resident set, MiB. */
  peak: number
}

/** GNU time would be another program to have: the process tells its own peak. */
const tellPeak = `data:text/javascript,${encodeURIComponent(
  "process.on('exit',()=>console.error('peak',process.resourceUsage().maxRSS))",
)}`

const measured = async (
  { settings, ...place }: { dataDir: string; settings: Record<string, string> },
  ...words: string[]
): Promise<Measured> => {
  const { code, stdout, stderr } = await startShulianAt(
    { ...place, settings: { ...settings, NODE_OPTIONS: `--import=${tellPeak}` } },
    ...words,
    '--json',
  ).finished
  if (code !== 0) throw new Error(stderr)
  const { seconds = 0, rows = 0 } = (jsonLines(stdout).at(-1) ?? {}) as Partial<Measured>
  return { seconds, rows, peak: Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024 }
}

const tell = (
  report: (line: string) => void,
  what: string,
  file: string,
  { seconds, rows, peak }: Measured,
): void => {
  const size = statSync(file).size / 1e6
  report(
    `${what}  ${seconds.toFixed(1)} s, ${Math.round(count / seconds)} records/s, ${Math.round(rows / seconds)} rows/s, file ${size.toFixed(1)} MB (${(size / seconds).toFixed(1)} MB/s), peak ${peak.toFixed(0)} MiB`,
  )
}

const yardstick = async (database: string, folder: string, report: (line: string) => void): Promise<void> => {
  const [began, packed] = [performance.now(), join(folder, 'packed')]
  await pipeline(createReadStream(database), createGzip({ level: 1 }), createWriteStream(packed))
  const seconds = (performance.now() - began) / 1000
  const [from, to] = [statSync(database).size / 1e6, statSync(packed).size / 1e6]
  report(
    `gzip of the database file, index included: ${seconds.toFixed(1)} s, ${from.toFixed(0)} MB to ${to.toFixed(1)} MB`,
  )
}
