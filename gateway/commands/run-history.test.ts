import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { marc } from '../../plugins/catalogue/testing.js'
import { jsonLines, shulian, startShulianAt } from '../command-testing.js'
import { showProgress } from './progress.js'

// Each command is a process of its own: many of them take their time on a busy machine.
t.setTimeout(600_000)

t.test('deletions over the brake are seen, accepted and undone by command', async (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'shulian-runs-'))
  t.teardown(() => rmSync(dir, { recursive: true, force: true }))
  const data = join(dir, 'data')
  const fileOf = (name: string, count: number, deleted: boolean): string => {
    const records = Array.from({ length: count }, (_, i) =>
      marc({ id: `x${i}`, title: `Title ${i}`, deleted }),
    )
    writeFileSync(join(dir, name), Buffer.concat([...records, marc({ id: `untitled ${name}` })]))
    return join(dir, name)
  }
  await shulian(data, 'members', 'add', 'city', '--name', 'City Library', '--type', 'library')
  const imported = (file: string) =>
    shulian(data, 'import', file, '--member', 'city', '--format', 'marc21', '--json')
  await imported(fileOf('all.mrc', 10, false))
  const { code, stdout, stderr } = await imported(fileOf('gone.mrc', 5, true))
  t.equal(code, 0)
  t.match(stderr, /HARVEST_SHRINK: The source deleted 5 of 10 records/)
  const { run } = jsonLines(stdout).at(-1) as { run: string }

  t.match((await shulian(data, 'runs', 'list', '--held')).stdout, new RegExp(`^${run}.*5 held`))
  t.match((await shulian(data, 'runs', 'list', '--source', 'city')).stdout, /city\/main.*\n.*city\/main/)
  t.match(await shulian(data, 'runs', 'list', '--source', 'cyti'), { code: 1, stderr: /^MEMBER_UNKNOWN/ })
  const { stdout: shown } = await shulian(data, 'runs', 'show', run)
  t.match(shown, /5 deletions wait for your word/)
  t.match(shown, /x0 +told +Title 0/)
  t.match(shown, / deleted +0 .*\n +not deleted +5 /, 'nothing of it is deleted yet')
  const settings = { LC_ALL: 'zh_CN.UTF-8' }
  const chinese = await startShulianAt({ dataDir: data, settings }, 'runs', 'show', run).finished
  t.match(chinese.stdout, /HARVEST_SHRINK：来源要求删除 10 条记录中的 5 条/)
  t.match(shown, /set aside for [A-Z_]+: 1/)
  t.match(shown, /accepted +0 +-10 against the last/)

  t.match((await shulian(data, 'runs', 'accept', run)).stdout, /^5 records deleted/)
  t.match(jsonLines((await shulian(data, 'status', '--json')).stdout)[0], { records: 5, deleted: 5 })
  const undone = await shulian(data, 'runs', 'undo', run, '--json')
  t.match(jsonLines(undone.stdout), [{ event: 'finished', run, done: 5, left: 0 }])
  t.match(jsonLines((await shulian(data, 'status', '--json')).stdout)[0], { records: 10, indexed: 10 })

  t.match(await shulian(data, 'runs', 'cancel', run), { code: 1, stderr: /RUN_NOT_RUNNING/ })
  t.match(await shulian(data, 'runs', 'undo', 'run_x'), { code: 1, stderr: /RUN_UNKNOWN/ })
  t.match(await shulian(data, 'runs', 'forget', run), { code: 2, stderr: /expected list, show, accept/ })
})

t.test('progress tells pages, records, the rate and what a run waits for', (t) => {
  let now = 0
  const lines: (string | null)[] = []
  const notes: string[] = []
  const out = {
    json: false,
    line: () => undefined,
    object: () => undefined,
    note: (text: string) => void notes.push(text),
    progress: (text: string | null) => void lines.push(text),
  }
  const show = showProgress(out, () => now)
  const at = (read: number) => ({
    run: 'r',
    read,
    accepted: read,
    quarantined: 0,
    pages: read / 100,
    total: 1000,
  })
  show(at(100))
  now = 2_000
  show(at(500))
  show({
    ...at(500),
    waiting: { until: '2026-01-01T00:02:00Z', seconds: 120, why: 'as the server asked (Retry-After)' },
  })
  t.same(lines, [
    '[##                      ] 10% 1 page, 100 read, 100 accepted, 0 set aside',
    '[############            ] 50% 5 pages, 500 read, 500 accepted, 0 set aside, 200/s',
    '[############            ] 50% 5 pages, 500 read, 500 accepted, 0 set aside, waiting 120 s as the server asked (Retry-After)',
  ])
  t.same(notes, ['waiting 120 s as the server asked (Retry-After)'])
  t.end()
})
