import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Libsql from 'libsql'
import t from 'tap'
import { marcRecords, randomFrom } from '../../gateway/bench/generated-records.js'
import { jsonLines } from '../../gateway/command-testing.js'
import { projectRoot } from '../../gateway/root.js'
import { marc } from './testing.js'

t.setTimeout(300_000)

const kills = 11

/** The command as it is built; made once, so that the starts to come are only starts. */
const build = () =>
  spawnSync(process.execPath, [join(projectRoot(), 'gateway/bin/build.js')], { stdio: 'inherit' })
const start = (dataDir: string, ...words: string[]) => {
  const main = new URL('.build/gateway/cli.js', `file://${projectRoot()}/`).href
  const code = `import(${JSON.stringify(main)}).then(async ({ main }) => { process.exitCode = await main(process.argv.slice(1)) })`
  const env = { PATH: process.env['PATH'], SHULIAN_DATA_DIR: dataDir, SHULIAN_LOG_LEVEL: 'error', LANG: 'C' }
  const child = spawn(process.execPath, ['-e', code, '--', ...words], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let stdout = ''
  child.stdout.on('data', (chunk) => (stdout += chunk))
  const ended = new Promise<{ code: number | null; stdout: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, stdout })),
  )
  return { child, ended }
}

/** Two files of everything that may come: pairs, records without a title, broken ones, repeats, changes, deletions. */
const writeFiles = (folder: string): string[] => {
  const random = randomFrom(7)
  const mixed = (seed: number, from: number): Buffer => {
    const pieces: Uint8Array[] = []
    let number = from
    for (const record of marcRecords(1_000, seed)) {
      pieces.push(record)
      const chance = random()
      const id = `x${number++}`
      if (chance < 0.01) pieces.push(marc({ id }))
      else if (chance < 0.02) pieces.push(Buffer.from('00042nam a2200000 a 4500 no directory\u001e\u001d'))
      else if (chance < 0.03) pieces.push(marc({ id, title: 'Gone', deleted: true }))
      else if (chance < 0.06)
        pieces.push(
          marc({ id: `x${Math.floor(random() * 100)}`, title: `Changed ${id}`, isbn: '9780691096124' }),
        )
      else if (chance < 0.08) pieces.push(record)
      else if (chance < 0.09)
        pieces.push(marc({ id: `x${Math.floor(random() * 100)}`, title: 'Gone', deleted: true }))
    }
    return Buffer.concat(pieces)
  }
  return [mixed(1, 0), mixed(2, 50)].map((bytes, at) => {
    const path = join(folder, `${at}.mrc`)
    writeFileSync(path, bytes)
    return path
  })
}

const tables = {
  records:
    'select id, source_id, kind, format, hash, version, state, work_id, crosswalk from catalogue_record order by id',
  content:
    'select record_id, hex(bytes) as bytes, "offset", description, findings from catalogue_content order by record_id',
  keys: 'select * from catalogue_key order by record_id, kind, value',
  edges: 'select * from catalogue_edge order by a, b',
  works: 'select id, version, gone from catalogue_work order by id',
  redirects: 'select * from catalogue_redirect order by from_id, to_id',
  quarantine:
    'select source_id, hash, finding, state, hex(bytes) as bytes, "offset" from catalogue_quarantine order by hash, source_id',
  index: 'select id, version, year, title_key from search_document order by id',
  stored: 'select d.id, s.stored from search_document d join search_stored s on s.doc = d.doc order by d.id',
  runs: 'select state, kind, source from catalogue_run',
  jobs: 'select topic, state from outbox',
}

const endState = (dataDir: string): Record<keyof typeof tables, unknown[]> => {
  const database = new Libsql(join(dataDir, 'shulian.db'))
  const state = Object.fromEntries(
    Object.entries(tables).map(([name, sql]) => [name, database.prepare(sql).all()]),
  )
  database.close()
  return state as Record<keyof typeof tables, unknown[]>
}

/** Records that the run has read so far, as another process sees it; null before there is a run. */
const readSoFar = (dataDir: string): number | null => {
  const database = new Libsql(join(dataDir, 'shulian.db'))
  try {
    const [row] = database.prepare('select counts from catalogue_run').all() as { counts: string }[]
    return row ? (JSON.parse(row.counts) as { read: number }).read : null
  } catch {
    return null
  } finally {
    database.close()
  }
}

t.test('an import killed at any point and started again ends as one that nobody disturbed', async (t) => {
  build()
  const folder = mkdtempSync(join(tmpdir(), 'shulian-crash-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const files = writeFiles(folder)
  const [calm, rough] = [join(folder, 'calm'), join(folder, 'rough')]
  for (const dir of [calm, rough]) {
    const { code } = await start(dir, 'members', 'add', 'city', '--name', 'City', '--type', 'library').ended
    t.equal(code, 0)
  }
  const words = ['import', ...files, '--member', 'city', '--format', 'marc21', '--json']
  const undisturbed = await start(calm, ...words).ended
  t.equal(undisturbed.code, 0)
  const report = jsonLines(undisturbed.stdout).at(-1) as Record<string, number>
  t.ok(
    report['quarantined']! > 0 && report['deleted']! > 0 && report['unchanged']! > 0,
    'something of everything came',
  )

  const random = randomFrom(20_260_102)
  const points = Array.from({ length: kills }, (_, at) =>
    Math.floor(((at + random()) / kills) * 0.95 * report['read']!),
  )
  let killed = 0
  for (const point of points) {
    const { child, ended } = start(rough, ...words)
    let isOver = false
    void ended.then(() => (isOver = true))
    while (!isOver && (readSoFar(rough) ?? 0) < point) await sleep(2)
    await sleep(random() * 60)
    child.kill('SIGKILL')
    if ((await ended).code === null) killed++
  }
  t.ok(killed >= 10, `it was killed ${killed} times`)
  const { code, stdout } = await start(rough, ...words).ended
  t.equal(code, 0)
  const { run: _, seconds: __, startedAt: ___, finishedAt: ____, notes: _____, ...counted } = report
  t.match(jsonLines(stdout).at(-1), counted, 'its report is that of the whole')
  const [found, wanted] = [endState(rough), endState(calm)]
  for (const name of Object.keys(tables) as (keyof typeof tables)[])
    t.same(found[name], wanted[name], `${name}: ${wanted[name].length}`)
  t.equal(found.runs.length, 1)
  t.equal(found.jobs.length, 0)
})
