import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { marcRecords } from '../bench/generated-records.js'
import { shulian } from '../command-testing.js'

t.setTimeout(300_000)

t.test(
  'a rule that no record breaks is said to be kept, and one that is broken lists its records',
  async (t) => {
    const dir = mkdtempSync(join(tmpdir(), 'shulian-quality-'))
    t.teardown(() => rmSync(dir, { recursive: true, force: true }))
    const run = (...words: string[]) => shulian(join(dir, 'data'), ...words)
    const file = join(dir, 'a.mrc')
    const [good, bad] = [...marcRecords(2, 1)].map((bytes) => Buffer.from(bytes).toString('latin1'))
    const misprinted = bad?.replace(
      /(978\d{9})(\d)/,
      (_, body, digit) => `${body}${(Number(digit) + 1) % 10}`,
    )
    writeFileSync(file, Buffer.from(`${good}${misprinted}`, 'latin1'))
    await run('members', 'add', 'city', '--name', 'City Library', '--type', 'library')
    await run('import', file, '--member', 'city', '--format', 'marc21')
    const broken = await run('quality', 'city/main', '--rule', 'ISBN_CHECK_DIGIT')
    t.match(broken, { code: 0, stdout: /^\ufeffid,record\r\ng000000001,/ })
    t.notMatch(broken.stderr, /No record/)
    const kept = await run('quality', 'city/main', '--rule', 'ISSN_CHECK_DIGIT')
    t.match(kept, { code: 0, stderr: /No record of city\/main that came in breaks ISSN_CHECK_DIGIT\.\n/ })
    const none = await run('quality', 'city/main', '--rule', 'ISBN_DIGIT')
    t.match(none, { code: 1, stdout: '', stderr: /^QUALITY_RULE_UNKNOWN: There is no rule 'ISBN_DIGIT'/ })
  },
)
