import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { format } from './format.js'
import { writeBackup } from './write.js'

t.test('the database is let go of before what was written is read again', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'shulian-backup-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  let isClosed = false
  const whileRead: boolean[] = []
  const rows = await writeBackup({
    snapshot: {
      tables: [{ name: 'letter', columns: ['id'] }],
      numbers: {},
      async *rows() {
        t.notOk(isClosed)
        yield [[1], [2]]
      },
      close: async () => {
        isClosed = true
      },
    },
    header: {
      shulian: 'backup',
      format,
      database: 'sqlite',
      version: '1.0.0',
      takenAt: '2026-01-01T00:00:00Z',
      keys: 'x',
      migrations: [],
    },
    file: join(folder, 'backup'),
    force: false,
    signal: new AbortController().signal,
    onRows: () => undefined,
    onBytes: () => whileRead.push(isClosed),
  })
  t.equal(rows, 2)
  t.ok(whileRead.length > 0 && whileRead.every(Boolean))
})
