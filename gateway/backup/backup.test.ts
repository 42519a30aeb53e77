import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { jsonLines, listening } from '../command-testing.js'
import { readBackup } from './read.js'
import { filledSite, linesIn, openSite, recordsFile, sumsIn, temporary, until } from './testing.js'

// Each command is a process of its own: many of them take their time on a busy machine.
t.setTimeout(600_000)

const hitsOf = async (url: string, words: string) => {
  const { total, hits } = (await (await fetch(`${url}/v1/search?q=${encodeURIComponent(words)}`)).json()) as {
    total: number
    hits: { id: string; title: string }[]
  }
  return { total, hits: hits.map(({ id, title }) => [id, title]) }
}

const rowsOf = async (file: string, table: string): Promise<unknown[][]> => {
  const rows: unknown[][] = []
  for await (const part of readBackup(file, { signal: new AbortController().signal }))
    if ('lines' in part && part.table.name === table)
      rows.push(...part.lines.map((line) => JSON.parse(line.toString()) as unknown[]))
  return rows
}

t.test('what was backed up is restored elsewhere, and found there as before', async (t) => {
  const [from, to] = [await filledSite(t, 300), await openSite(t)]
  const file = join(temporary(t), 'backup')
  const report = await from.told('backup', file)
  t.match(report, { event: 'finished', file, rows: Number, tables: Number, bytes: statSync(file).size })
  t.equal(statSync(file).mode & 0o777, 0o600, 'for its owner alone')
  t.match(await to.told('restore', file), {
    event: 'finished',
    rows: report['rows'],
    takenAt: report['takenAt'],
  })

  const again = join(temporary(t), 'again')
  await to.told('backup', again)
  t.same(sumsIn(again), sumsIn(file), 'every table is the same')
  t.same(
    JSON.parse(linesIn(again)[0]!).numbers,
    JSON.parse(linesIn(file)[0]!).numbers,
    'and so is what comes next',
  )

  t.match(
    (await to.run('search', 'number17')).stdout,
    /among the 0 of 300 works that can be searched\. .*reconcile/,
    'that it is not indexed yet is no answer of the catalogue',
  )

  const urls: string[] = []
  for (const site of [from, to]) {
    const started = site.start('serve', '--empty', '--json')
    t.teardown(() => started.child.kill('SIGKILL'))
    urls.push(await listening(started))
  }
  const [there, here] = urls as [string, string]
  await until(async () => (await hitsOf(here, '*')).total === 300)
  for (const words of ['number17', 'harbour', '港口'])
    t.same(await hitsOf(here, words), await hitsOf(there, words), words)
})

/** Records of five pages: a backup, which starts a process, is made between two of them also by a machine that reads fast. */
const inPages = 20_000

t.test('a backup made while records come in is of one moment', async (t) => {
  const site = await openSite(t)
  await site.run('members', 'add', 'city', '--name', 'City', '--type', 'library')
  const started = site.start(
    'import',
    recordsFile(temporary(t), inPages),
    '--member',
    'city',
    '--format',
    'marc21',
    '--json',
  )
  const folder = temporary(t)
  const seen: number[] = []
  for (let at = 0; started.child.exitCode === null; at++) {
    const file = join(folder, String(at))
    await site.told('backup', file)
    const records = (await rowsOf(file, 'catalogue_record')).map(([id]) => id)
    const contents = (await rowsOf(file, 'catalogue_content')).map(([id]) => id)
    t.same(new Set(contents), new Set(records), `${records.length} records with their bytes`)
    t.equal(await readIn(file), records.length, 'as many as the run says')
    seen.push(records.length)
  }
  const { code, stdout, stderr } = await started.finished
  t.equal(code, 0, `and nobody was held up: ${stdout.slice(-1_000)} ${stderr.slice(-1_000)}`)
  t.ok(
    seen.some((count) => count > 0 && count < inPages),
    `in the midst of it: ${seen.join(', ')}`,
  )
})

/** What the run in it has read. */
const readIn = async (file: string): Promise<number> => {
  const header = JSON.parse(linesIn(file)[0]!) as { tables: { name: string; columns: string[] }[] }
  const column = header.tables.find(({ name }) => name === 'catalogue_run')!.columns.indexOf('counts')
  const [run] = await rowsOf(file, 'catalogue_run')
  return run ? (JSON.parse(String(run[column])) as { read: number }).read : 0
}

t.test(
  'a backup that is killed leaves no file that looks whole, and the next is not disturbed by it',
  async (t) => {
    const site = await filledSite(t, 3_000)
    const folder = temporary(t)
    const file = join(folder, 'backup')
    const sizeOf = () => statSync(`${file}.partial`, { throwIfNoEntry: false })?.size ?? -1
    for (const bytes of [0, 30_000]) {
      const started = site.start('backup', file)
      await until(() => sizeOf() >= bytes, started)
      started.child.kill('SIGKILL')
      await started.finished
      t.equal(existsSync(file), false)
      if (existsSync(`${file}.partial`))
        t.match(await site.told('restore', `${file}.partial`, '--check'), {
          code: /^BACKUP_(TRUNCATED|FORMAT)$/,
        })
    }
    t.match(await site.told('backup', file), { event: 'finished' })
    t.same(readdirSync(folder), ['backup'])
  },
)

t.test('a backup that is there is not replaced unless that is said', async (t) => {
  const site = await filledSite(t, 3)
  const file = join(temporary(t), 'backup')
  t.equal((await site.run('backup', file)).code, 0)
  const before = statSync(file).mtimeMs
  t.match(await site.run('backup', file, '--json'), { code: 1, stderr: /BACKUP_EXISTS: .* --force/ })
  t.equal(statSync(file).mtimeMs, before)
  t.equal((await site.run('backup', file, '--force')).code, 0)
  t.not(statSync(file).mtimeMs, before)
})

t.test('where nothing is kept, or no file can be, that is said', async (t) => {
  const empty = await openSite(t)
  const folder = temporary(t)
  t.match(await empty.told('backup', join(folder, 'backup')), { code: 'BACKUP_NOTHING' })
  t.same(readdirSync(folder), [])
  const site = await filledSite(t, 3)
  t.match(await site.told('backup', join(folder, 'nowhere', 'backup')), { code: 'BACKUP_PATH_UNKNOWN' })
  t.match(await site.told('backup', folder, '--force'), { code: 'BACKUP_PATH_REFUSED' })
  t.equal(existsSync(`${folder}.partial`), false)
  t.match(jsonLines((await site.run('backup')).stdout), [])
  t.equal((await site.run('backup')).code, 2, 'a file has to be named')
})
