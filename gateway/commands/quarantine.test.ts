import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { marcRecords } from '../bench/generated-records.js'
import { jsonLines, shulian } from '../command-testing.js'

t.setTimeout(300_000)

/** Three records, the last two without a title field. */
const records = [...marcRecords(3, 1)].map((bytes, at) =>
  at === 0 ? bytes : Buffer.from(Buffer.from(bytes).toString('latin1').replace('245', '998'), 'latin1'),
)

const library = async (t: { teardown(end: () => void): void }) => {
  const dir = mkdtempSync(join(tmpdir(), 'shulian-quarantine-'))
  t.teardown(() => rmSync(dir, { recursive: true, force: true }))
  const data = join(dir, 'data')
  const at = (name: string) => join(dir, name)
  await shulian(data, 'members', 'add', 'city', '--name', 'City Library', '--type', 'library')
  return { at, run: (...words: string[]) => shulian(data, ...words) }
}

t.test(
  'what was set aside is grouped, shown with the place marked, exported, mended and imported',
  async (t) => {
    const { at, run } = await library(t)
    t.match(await run('quarantine', 'groups'), { code: 0, stdout: 'Nothing is set aside.\n' })
    t.match(await run('quarantine', 'export', at('none')), { code: 0, stdout: 'Nothing is set aside.\n' })
    for (const words of [['groups'], ['list'], ['retry'], ['export', at('none')]])
      t.match(await run('quarantine', ...words, '--source', 'city/none'), {
        code: 1,
        stderr: /^SOURCE_UNKNOWN/,
      })
    writeFileSync(at('a.mrc'), Buffer.concat(records))
    await run('import', at('a.mrc'), '--member', 'city', '--format', 'marc21')
    t.match(
      (await run('quarantine', 'groups')).stdout,
      /^2 {2}city\/main {2}RECORD_TITLE_MISSING: The record has no title\n {4}To mend it: Add the title/,
    )
    t.match(
      (await run('quarantine', 'groups', '--source', 'city')).stdout,
      /^2 {2}city\/main/,
      'MEMBER is MEMBER/main',
    )
    t.match(await run('quarantine', 'retry', '--source', 'city'), { code: 1, stdout: /^city\/main: 2 read/ })
    const [group] = jsonLines((await run('quarantine', 'groups', '--json')).stdout)
    t.match(group, { code: 'RECORD_TITLE_MISSING', count: 2, example: { number: 1 } })
    t.match((await run('quarantine', 'show', '1')).stdout, /To mend it.*\n.* 0 {2}30 30.*LDR 0.*998 /s)
    const written = await run('quarantine', 'export', at('out'), '--source', 'city/main')
    t.equal(written.stdout, `Wrote ${at('out.mrc')}\nWrote ${at('out.csv')}\n`)
    const file = readFileSync(at('out.mrc'))
    t.same(file, Buffer.concat(records.slice(1)))
    t.match(readFileSync(at('out.csv'), 'utf8'), /RECORD_TITLE_MISSING/)
    t.match(await run('quarantine', 'export', at('out')), { code: 1, stderr: /FILE_EXISTS/ })
    writeFileSync(at('mended.mrc'), Buffer.from(file.toString('latin1').replaceAll('998', '245'), 'latin1'))
    await run('import', at('mended.mrc'), '--member', 'city')
    t.match(await run('quarantine', 'list'), { stdout: 'Nothing is set aside.\n' })
    t.match((await run('quarantine', 'list', '--all', '--code', 'RECORD_TITLE_MISSING')).stdout, /resolved/)
    t.equal((await run('quarantine', 'mend')).code, 2)
    t.match(await run('quarantine', 'retry', '1', '--with', at('nowhere.mrc')), {
      code: 1,
      stderr: /^FILE_NOT_READABLE: .*nowhere.mrc cannot be read.*\n$/,
    })
  },
)
