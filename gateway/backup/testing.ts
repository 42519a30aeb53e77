import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import tap, { type Test } from 'tap'
import { marc } from '../../plugins/catalogue/testing.js'
import { type Finished, jsonLines, type Started, startShulianAt } from '../command-testing.js'
import { copyDatabase, databaseSetting } from '../database/postgres/testing.js'

/** A data folder, with a database on the server of `onPostgres` where there is one. */
export interface Site {
  dataDir: string
  start(...words: string[]): Started
  run(...words: string[]): Promise<Finished>
  /** The last line of `--json`. */
  told(...words: string[]): Promise<Record<string, unknown>>
}

export const temporary = (t: Pick<Test, 'teardown'>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'shulian-backup-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const openSite = async (t: Pick<Test, 'teardown'>, isOnServer = true): Promise<Site> =>
  siteIn(join(temporary(t), 'data'), isOnServer)

export const siteIn = async (dataDir: string, isOnServer = true): Promise<Site> => {
  const url = isOnServer ? await databaseSetting(dataDir) : undefined
  const settings: Record<string, string> = url === undefined ? {} : { SHULIAN_DATABASE_URL: url }
  const start = (...words: string[]) => startShulianAt({ dataDir, settings }, ...words)
  const run = (...words: string[]) => start(...words).finished
  const told = async (...words: string[]) => {
    const { stdout, stderr } = await run(...words, '--json')
    const last = jsonLines(stdout).at(-1)
    if (last === undefined) throw new Error(stderr)
    return last as Record<string, unknown>
  }
  return { dataDir, start, run, told }
}

/** A file of so many records, each of which says its number. */
export const recordsFile = (folder: string, count: number): string => {
  const file = join(folder, `${count}.mrc`)
  const record = (_: unknown, at: number) =>
    marc({
      id: `b${at}`,
      title: `Ledger number${at} of the harbour`,
      author: `Writer ${at % 97}`,
      subject: '港口',
    })
  writeFileSync(file, Buffer.concat(Array.from({ length: count }, record)))
  return file
}

/** A site with one member and so many records: made once in a test file, each test has a copy of its own. */
export const filledSite = async (
  t: Pick<Test, 'teardown'>,
  count: number,
  isOnServer = true,
): Promise<Site> => {
  const made = await filled(count, isOnServer)
  const dataDir = join(temporary(t), 'data')
  cpSync(made.dataDir, dataDir, { recursive: true })
  if (isOnServer) await copyDatabase(made.dataDir, dataDir)
  return siteIn(dataDir, isOnServer)
}

const sites = new Map<string, Promise<Site>>()

const filled = (count: number, isOnServer: boolean): Promise<Site> => {
  const name = `${count} ${isOnServer}`
  const site = sites.get(name) ?? fill(count, isOnServer)
  sites.set(name, site)
  return site
}

const fill = async (count: number, isOnServer: boolean): Promise<Site> => {
  const site = await openSite(tap, isOnServer)
  await site.run('members', 'add', 'city', '--name', 'City', '--type', 'library')
  await site.run('import', recordsFile(temporary(tap), count), '--member', 'city', '--format', 'marc21')
  return site
}

export const linesIn = (file: string): string[] => gunzipSync(readFileSync(file)).toString('utf8').split('\n')

/** Writes a backup whose lines were changed. */
export const altered = (file: string, change: (lines: string[]) => string[]): string => {
  const other = `${file}.altered`
  writeFileSync(other, gzipSync(change(linesIn(file)).join('\n')))
  return other
}

/** Checksums of its tables. */
export const sumsIn = (file: string): Record<string, string> =>
  Object.fromEntries(
    linesIn(file)
      .filter((line) => line.startsWith('{"end"'))
      .map((line) => JSON.parse(line) as { end: string; rows: number; sha256: string })
      .map(({ end, sha256 }) => [end, sha256]),
  )

/** Looks again and again; what comes is a matter of milliseconds. */
export const until = async (isSo: () => boolean | Promise<boolean>, started?: Started): Promise<void> => {
  while (!(await isSo())) {
    if (started && started.child.exitCode !== null) throw new Error('it ended before')
    await sleep(5)
  }
}
