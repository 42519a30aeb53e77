import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { marcRecords } from './bench/generated-records.js'
import { type Finished, jsonLines, serve, shulian, startShulian } from './command-testing.js'

// Each command is a process of its own: many of them take their time on a busy machine.
t.setTimeout(600_000)

const folder = (t: { teardown(end: () => void): void }): string => {
  const path = mkdtempSync(join(tmpdir(), 'shulian-cli-'))
  t.teardown(() => rmSync(path, { recursive: true, force: true }))
  return path
}

const withMember = async (t: { teardown(end: () => void): void }) => {
  const dir = folder(t)
  const data = join(dir, 'data')
  await shulian(data, 'members', 'add', 'city', '--name', 'City Library', '--type', 'library')
  const file = (name: string, bytes: Uint8Array) => {
    writeFileSync(join(dir, name), bytes)
    return join(dir, name)
  }
  return { data, file }
}

const records = (count: number, seed = 1): Buffer => Buffer.concat([...marcRecords(count, seed)])
const lastOf = (result: Finished) => jsonLines(result.stdout).at(-1) as Record<string, unknown>

t.test('help names every verb, and each verb explains itself', async (t) => {
  const data = join(folder(t), 'data')
  const { stdout, code } = await shulian(data, '--help')
  t.equal(code, 0)
  for (const verb of [
    'serve',
    'members',
    'sources',
    'adapters',
    'harvest',
    'import',
    'runs',
    'quarantine',
    'quality',
    'search',
    'status',
    'rebuild',
    'reconcile',
    'conformance',
  ]) {
    t.match(stdout, `shulian ${verb}`)
  }
  t.match((await shulian(data, 'import', '--help')).stdout, /Usage: shulian import FILE… --member/)
  const version = await shulian(data, '--version')
  t.match(version, { code: 0, stdout: /^shulian \d+\.\d+\.\d+\S*\n$/ })
})

t.test(
  'wrong usage ends with 2, says what is wrong and how it is meant, and leaves stdout clean',
  async (t) => {
    const data = join(folder(t), 'data')
    for (const words of [
      ['imprt'],
      ['import'],
      ['import', 'x.mrc'],
      ['members', 'add'],
      ['search'],
      ['harvest', 'a', '--ful'],
      ['harvest', 'a', 'b'],
      ['runs', 'show', 'a', 'b'],
      ['quarantine', 'groups', 'city/main'],
      ['status', 'all'],
      ['reconcile', '--dry-run'],
      ['members', 'list', 'city'],
      ['jobs', 'list', '--dead'],
      ['jobs', 'redrive', '--all', '3'],
      ['adapters', 'list', '--kind'],
      ['adapters', 'show', 'oai-pmh', 'kbart'],
    ]) {
      const { code, stdout, stderr } = await shulian(data, ...words)
      t.equal(code, 2, words.join(' '))
      t.equal(stdout, '')
      t.match(stderr, /Usage: shulian/)
      if (words[0] !== 'imprt') t.match(stderr, `More: shulian ${words[0]} --help`)
      t.ok(stderr.split('\n').length < 6, 'what is wrong is not scrolled away by all that could be right')
      t.notMatch(stderr, /\ufffd/, 'as it is, line by line')
    }
  },
)

t.test('a file becomes searchable, and the last line is the run report', async (t) => {
  const { data, file } = await withMember(t)
  const result = await shulian(data, 'import', file('a.mrc', records(50)), '--member', 'city', '--json')
  t.equal(result.code, 0)
  const report = lastOf(result)
  t.match(report, { event: 'finished', member: 'city', read: 50, accepted: 50, quarantined: 0, unchanged: 0 })
  const found = await shulian(data, 'search', 'history', '--json', '--limit', '3')
  t.match(jsonLines(found.stdout)[0], { id: /^w_/, holdings: [{ member: 'city', sourceId: /^g\d+/ }] })
  const again = lastOf(
    await shulian(data, 'import', file('a.mrc', records(50)), '--member', 'city', '--json'),
  )
  t.match(again, { read: 50, unchanged: 50, accepted: 0 })
  const { stderr } = await shulian(data, 'import', file('a.mrc', records(50)), '--member', 'city')
  t.equal(stderr.split('taken as marc21').length, 2, 'what it is taken for is said once')
})

t.test('what is plainly wrong is told plainly', async (t) => {
  const { data, file } = await withMember(t)
  const none = file('none.mrc', records(2))
  const { code, stderr } = await shulian(data, 'import', none, '--member', 'city', '--format', 'kbart')
  t.equal(code, 1)
  t.match(stderr, /^KBART_HEADER_MISSING: /m)
  t.notMatch(stderr, /"stack"/, 'no way through our code')
  t.match(await shulian(data, 'conformance', 'run', 'iso2709', `${none}x`), {
    code: 64,
    stderr: /^TARGET_UNKNOWN: There is no file \S+none\.mrcx, and no source of that name\./,
  })
  t.match(await shulian(data, 'backup', join(none, '..')), {
    code: 1,
    stderr: /^BACKUP_PATH_REFUSED: .* is a folder/,
  })
})

t.test('a command without its verb names those there are', async (t) => {
  const data = join(folder(t), 'data')
  for (const [verb, words] of Object.entries({
    members: 'list, show or add',
    runs: 'list, show, accept, refuse, undo or cancel',
    quarantine: 'groups, list, show, retry or export',
  }))
    t.match((await shulian(data, verb)).stderr, `${verb}: expected ${words}.`)
})

t.test('many files taken for the same are one note', async (t) => {
  const { data, file } = await withMember(t)
  const files = [1, 2, 3, 4, 5].map((seed) => file(`${seed}.mrc`, records(1, seed)))
  const { stderr } = await shulian(data, 'import', ...files, '--member', 'city')
  t.equal(stderr.split('taken as').length, 2)
  t.match(stderr, '1.mrc, 2.mrc, 3.mrc and 2 more: taken as marc21')
  const judged = await shulian(data, 'conformance', 'run', 'iso2709', 'city/main', '--json')
  t.match(judged.stderr, 'on city/main: 1.mrc, 2.mrc, 3.mrc and 2 more files …')
  t.match(JSON.parse(judged.stdout), { sample: { records: 5 } }, 'the source is all of them')
})

t.test('what was said of a format is known when the source is judged', async (t) => {
  const { data, file } = await withMember(t)
  const judged = async (path: string, format: string) => {
    await shulian(data, 'import', path, '--member', `city/${format}`, '--format', format)
    const { stdout } = await shulian(data, 'conformance', 'run', 'iso2709', `city/${format}`, '--json')
    return JSON.parse(stdout).target
  }
  t.match(await judged(file('a.mrc', records(1)), 'marc21'), { profile: 'marc21' })
  const dc = '<dc xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Walden</dc:title></dc>'
  const { profile } = await judged(file('a.xml', Buffer.from(dc)), 'dublin-core')
  t.equal(profile, undefined, 'it is no profile of MARC')
})

t.test('who reads and leaves ends the command without a crash', async (t) => {
  const { data } = await withMember(t)
  const { child, finished } = startShulian(data, 'adapters', 'list', '--json')
  child.stdout?.destroy()
  t.match(await finished, { code: 141, stderr: '' })
})

t.test('faults of the person are told with a code and what to do, and end with 1', async (t) => {
  const { data, file } = await withMember(t)
  const unknown = await shulian(data, 'import', file('a.mrc', records(1)), '--member', 'nobody')
  t.match(unknown, { code: 1, stderr: /MEMBER_UNKNOWN: .*shulian members add nobody/ })
  t.match(await shulian(data, 'import', '/nonexistent.mrc', '--member', 'city'), {
    code: 1,
    stderr: /FILE_NOT_FOUND/,
  })
  t.match(await shulian(data, 'import', data, '--member', 'city'), {
    code: 1,
    stderr: /FILE_NOT_READABLE: \S+ is a folder\. Name the files in it: \S+\/\*/,
  })
  t.match(await shulian(data, 'import', file('x.bin', Buffer.from('hello')), '--member', 'city'), {
    code: 1,
    stderr: /FORMAT_UNKNOWN.*--format/,
  })
  t.match(await shulian(data, 'import', file('x.zip', Buffer.from('PK\x03\x04')), '--member', 'city'), {
    code: 1,
    stderr: /FORMAT_UNKNOWN: \S+x.zip holds no records as it is. It is a ZIP archive: unpack it/,
  })
})

t.test('a run that gets nothing through is a failure', async (t) => {
  const { data, file } = await withMember(t)
  const untitled = Buffer.from(records(1).toString('latin1').replace('245', '998'), 'latin1')
  const result = await shulian(
    data,
    'import',
    file('bad.mrc', untitled),
    '--member',
    'city',
    '--json',
    '--format',
    'marc21',
  )
  t.equal(result.code, 1)
  t.match(lastOf(result), {
    read: 1,
    quarantined: 1,
    error: { code: 'RUN_WITHOUT_SUCCESS', detail: /^The 1 record read/ },
  })
  t.match((await shulian(data, 'quarantine', 'list')).stdout, /RECORD_TITLE_MISSING/)
  t.match((await shulian(data, 'quarantine', 'show', '1')).stdout, /taken as marc21/)
})

t.test('what a command changes a running gateway shows, and the other way', async (t) => {
  const { data, file } = await withMember(t)
  const gateway = await serve(t, data, '--empty')
  await shulian(data, 'import', file('a.mrc', records(20)), '--member', 'city')
  const { total } = (await (await fetch(`${gateway.url}/v1/search?limit=0`)).json()) as { total: number }
  t.equal(total, lastWorks(await shulian(data, 'status', '--json')))
  const token = readFileSync(join(data, 'operator.token'), 'utf8').trim()
  const added = await fetch(`${gateway.url}/v1/members`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ id: 'press', type: 'publisher', name: 'Press' }),
  })
  t.equal(added.status, 201)
  t.match((await shulian(data, 'members', 'list')).stdout, /press/)
})

const lastWorks = (result: Finished): number => (jsonLines(result.stdout)[0] as { works: number }).works

t.test(
  'the operator’s token is one line for its owner alone, and no other file bears its name',
  async (t) => {
    const { data } = await withMember(t)
    t.match(readFileSync(join(data, 'operator.token'), 'utf8'), /^[\w-]+\.[\w-]+\.[\w-]+\n?$/)
    t.equal(statSync(join(data, 'operator.token')).mode & 0o777, 0o600)
    t.same(
      readdirSync(data).filter((name) => name.includes('operator')),
      ['operator.token'],
    )
  },
)

t.test('Ctrl-C cancels an import with 130, and the same call goes on to the same end', async (t) => {
  const { data, file } = await withMember(t)
  const path = file('big.mrc', records(6000))
  const running = startShulian(data, 'import', path, '--member', 'city', '--json')
  await pagesStored(data)
  running.child.kill('SIGINT')
  const cut = await running.finished
  t.equal(cut.code, 130)
  t.match(lastOf(cut), { event: 'finished', state: 'cancelled', error: { code: 'RUN_CANCELLED' } })
  const report = lastOf(await shulian(data, 'import', path, '--member', 'city', '--json'))
  t.match(report, { run: lastOf(cut)['run'], state: 'finished', read: 6000, accepted: 6000 })
})

t.test('an import killed at any point goes on, and nothing is there twice', async (t) => {
  const { data, file } = await withMember(t)
  const path = file('big.mrc', records(6000))
  for (let kill = 0; kill < 3; kill++) {
    const running = startShulian(data, 'import', path, '--member', 'city', '--json')
    await pagesStored(data, kill + 1)
    running.child.kill('SIGKILL')
    await running.finished
  }
  const report = lastOf(await shulian(data, 'import', path, '--member', 'city', '--json'))
  t.match(report, { state: 'finished', read: 6000, accepted: 6000, unchanged: 0 })
  const status = jsonLines((await shulian(data, 'status', '--json')).stdout)[0] as Record<string, number>
  t.match(status, { records: 6000, jobs: { running: 0, dead: 0 } })
  t.equal(status['indexed'], status['works'], 'every work can be found')
  const fresh = await withMember(t)
  await shulian(fresh.data, 'import', path, '--member', 'city')
  t.match(jsonLines((await shulian(fresh.data, 'status', '--json')).stdout)[0], {
    records: 6000,
    works: status['works'] ?? -1,
    // What waits for a gateway is the quality report, and each page for the agents: none is told twice.
    jobs: status['jobs'] as unknown as object,
  })
})

/** Until the database has grown by some pages, so that a kill falls in the middle. */
const pagesStored = async (data: string, times = 1): Promise<void> => {
  const size = () =>
    (statSync(join(data, 'shulian.db-wal'), { throwIfNoEntry: false })?.size ?? 0) +
    (statSync(join(data, 'shulian.db'), { throwIfNoEntry: false })?.size ?? 0)
  const start = size()
  for (let wait = 0; wait < 600 && size() - start < 900_000 * times; wait++)
    await new Promise((resolve) => setTimeout(resolve, 20))
}
