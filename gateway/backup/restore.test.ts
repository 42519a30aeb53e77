import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { skipped, smallDisk } from '../bench/faults/small-disk.js'
import { listening } from '../command-testing.js'
import { createOutput } from '../commands/output.js'
import { createRestoreCommand } from '../commands/restore.js'
import { readConfig } from '../config.js'
import { databaseSetting } from '../database/postgres/testing.js'
import { schemaOf } from '../main.js'
import { altered, filledSite, openSite, type Site, siteIn, sumsIn, temporary, until } from './testing.js'

t.setTimeout(600_000)

const backupOf = async (t: Parameters<typeof temporary>[0], site: Site): Promise<string> => {
  const file = join(temporary(t), 'backup')
  await site.told('backup', file)
  return file
}

t.test('a restore that is killed leaves what was there; started again it ends whole', async (t) => {
  const large = await backupOf(t, await filledSite(t, 3_000))
  const site = await filledSite(t, 3)
  const before = sumsIn(await backupOf(t, site))
  for (const looks of [1, 3]) {
    const started = site.start('restore', large, '--force')
    let seen = 0
    await until(async () => ((await isRestoring(site)) ? ++seen : seen) >= looks, started)
    started.child.kill('SIGKILL')
    await started.finished
    t.same(sumsIn(await backupOf(t, site)), before, 'nothing is changed')
  }
  t.match(await site.told('restore', large, '--force'), { event: 'finished' })
  t.same(sumsIn(await backupOf(t, site)), sumsIn(large), 'all of it')
})

/** A file grows beside the database, or a transaction is under way. */
const isRestoring = async ({ dataDir }: Site): Promise<boolean> => {
  const url = await databaseSetting(dataDir)
  if (url === undefined) return existsSync(join(dataDir, 'shulian.db.restoring'))
  const { default: pg } = await import('pg')
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query(
    "select 1 from pg_stat_activity where datname = current_database() and query like 'insert into%'",
  )
  await client.end()
  return rows.length > 0
}

t.test('a file that is not as it was written is refused, and nothing is changed', async (t) => {
  const site = await filledSite(t, 40)
  const file = await backupOf(t, site)
  const before = sumsIn(file)
  const cases: [string, () => string, RegExp][] = [
    ['cut short', () => cutShort(file), /^BACKUP_TRUNCATED$/],
    ['cut at a line', () => altered(file, (lines) => lines.slice(0, 60)), /^BACKUP_TRUNCATED$/],
    ['a bit turned', () => turned(file), /^BACKUP_DAMAGED$/],
    [
      'a word changed',
      () => altered(file, (lines) => lines.map((line) => line.replace('"City"', '"Town"'))),
      /^BACKUP_DAMAGED$/,
    ],
    ['a row left out', () => altered(file, (lines) => lines.filter((_, at) => at !== 5)), /^BACKUP_DAMAGED$/],
    [
      'a row more at the end',
      () => altered(file, (lines) => [...lines.slice(0, -1), '[1]', '']),
      /^BACKUP_DAMAGED$/,
    ],
    [
      'another format',
      () => altered(file, ([first, ...rest]) => [first!.replace('"format":1', '"format":2'), ...rest]),
      /^BACKUP_NEWER$/,
    ],
    [
      'tables of a later version',
      () =>
        altered(file, ([first, ...rest]) => [first!.replace('"catalogue-001"', '"catalogue-999"'), ...rest]),
      /^BACKUP_MIGRATION_UNKNOWN$/,
    ],
    ['something else in a gzip file', () => altered(file, () => ['{"a":1}', '']), /^BACKUP_FORMAT$/],
    ['something else', () => written(file, 'no backup at all'), /^BACKUP_FORMAT$/],
    ['nothing', () => written(file, ''), /^BACKUP_TRUNCATED$/],
    ['no file', () => `${file}.away`, /^BACKUP_PATH_UNKNOWN$/],
    ['a folder', () => site.dataDir, /^BACKUP_PATH_REFUSED$/],
  ]
  for (const [what, make, code] of cases)
    await t.rejects(restoring(site, make()), { code, message: /\.$/ }, what)
  const told = await site.told('restore', turned(file), '--force')
  t.match(told, { event: 'error', code: 'BACKUP_DAMAGED', detail: /\.$/ }, 'a person and a script hear of it')
  t.same(sumsIn(await backupOf(t, site)), before)
})

/** The command in this process: a start takes longer than all that it does with a file it refuses. */
const restoring = async ({ dataDir }: Site, file: string): Promise<number> => {
  const databaseUrl = await databaseSetting(dataDir)
  const config = readConfig({
    SHULIAN_DATA_DIR: dataDir,
    ...(databaseUrl !== undefined && { SHULIAN_DATABASE_URL: databaseUrl }),
  })
  return createRestoreCommand(schemaOf).run([file, '--force'], {
    config,
    out: createOutput(true),
    signal: new AbortController().signal,
    open: () => Promise.reject(new Error('not needed')),
    now: () => new Date(),
  })
}

const written = (file: string, bytes: string | Uint8Array): string => {
  writeFileSync(`${file}.other`, bytes)
  return `${file}.other`
}

const cutShort = (file: string): string => {
  const other = written(file, readFileSync(file))
  truncateSync(other, Math.floor(statSync(file).size * 0.7))
  return other
}

const turned = (file: string): string => {
  const bytes = readFileSync(file)
  bytes[Math.floor(bytes.length / 2)]! ^= 0x10
  return written(file, bytes)
}

t.test('an installation that is there is replaced only when that is said', async (t) => {
  const [site, other] = [await filledSite(t, 7), await filledSite(t, 3)]
  const file = await backupOf(t, other)
  t.match(await site.run('restore', file), { code: 1, stderr: /RESTORE_NOT_EMPTY: .* --force/ })
  t.match(await site.told('status'), { records: 7 })
  t.match(await site.told('restore', file, '--check'), { event: 'finished', rows: Number })
  t.match(await site.told('status'), { records: 7 }, 'to check changes nothing')
  t.match(await site.told('restore', file, '--force'), { keysAreTheSame: false })
  t.match(await site.told('status'), { records: 3, indexed: 0 })
  await site.told('reconcile')
  t.match(await site.told('status'), { records: 3, indexed: 3 })
})

t.test('keys of another installation are told', async (t) => {
  const site = await filledSite(t, 3)
  const file = await backupOf(t, site)
  t.match(await site.told('restore', file, '--force'), { keysAreTheSame: true })
  const other = await openSite(t)
  t.match(await other.run('restore', file), {
    code: 0,
    stderr: /readers will not be known again.* keys.json/,
  })
})

t.test('a database that others have open is not replaced', async (t) => {
  const site = await filledSite(t, 3)
  const file = await backupOf(t, site)
  const gateway = site.start('serve', '--empty', '--json')
  t.teardown(() => gateway.child.kill('SIGKILL'))
  await listening(gateway)
  const worker = site.start('work', '--json')
  t.teardown(() => worker.child.kill('SIGKILL'))
  await new Promise((resolve) => worker.child.stdout?.once('data', resolve))
  t.match(await site.told('restore', file, '--force'), { code: 'GATEWAY_RUNNING' })
  gateway.child.kill('SIGTERM')
  await gateway.finished
  t.match(await site.told('restore', file, '--force'), { code: 'RESTORE_IN_USE' })
  worker.child.kill('SIGTERM')
  await worker.finished
  t.match(await site.told('restore', file, '--force'), { event: 'finished' })
})

const disk = smallDisk(t, 24)

t.test('a full disk is said, and leaves what was there', { skip: skipped(disk) }, async (t) => {
  if (disk === null) return
  const large = await filledSite(t, 3_000)
  const file = await backupOf(t, large)
  const site = await siteIn(join(disk.path, 'data'), false)
  await site.run('members', 'add', 'city', '--name', 'City', '--type', 'library')
  const makeRoom = disk.fill(20_000)
  t.match(await large.told('backup', join(disk.path, 'backup')), { code: 'STORAGE_FULL' })
  t.match(await site.told('restore', file, '--force'), { code: 'STORAGE_FULL' })
  makeRoom()
  t.match(await site.told('status'), { members: 1, records: 0 })
})
