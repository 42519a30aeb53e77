import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Libsql from 'libsql'
import t from 'tap'
import type { Migration } from '../contracts/plugin.js'
import { projectRoot } from '../root.js'
import { migrate } from './migrate.js'
import { openDatabase } from './open.js'

const temporary = (t: { teardown(end: () => void): void }) => {
  const folder = mkdtempSync(join(tmpdir(), 'shulian-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const notes: Migration = {
  id: 'test-001-notes',
  async up(transaction) {
    await transaction.schema
      .createTable('note')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('bytes', 'blob')
      .addColumn('written_at', 'text')
      .execute()
  },
}

t.test('a migration is applied once, by whichever process comes first', async (t) => {
  const path = join(temporary(t), 'shulian.db')
  const [one, two] = [openDatabase({ path }), openDatabase({ path })]
  t.teardown(() => Promise.all([one.close(), two.close()]))
  await migrate(one.kysely, [notes])
  await migrate(two.kysely, [notes])
  const rows = await one.kysely.selectFrom('migration').selectAll().execute()
  t.match(rows, [{ id: 'test-001-notes', appliedAt: /Z$/ }])
})

t.test('a list of any length is one value of a question; a row that is inserted stays a row', async (t) => {
  const database = openDatabase({ path: join(temporary(t), 'shulian.db') })
  t.teardown(() => database.close())
  await migrate(database.kysely, [notes])
  const texts = ['"a"', "b'", '书', '3']
  for (const [id, writtenAt] of texts.entries())
    await database.kysely.insertInto('note').values({ id, writtenAt, bytes: null }).execute()
  const ids = Array.from({ length: 40_000 }, (_, id) => id + 1)
  const asked = database.kysely.selectFrom('note').select('writtenAt').orderBy('id')
  t.same(
    (await asked.where('id', 'in', ids).execute()).map(({ writtenAt }) => writtenAt),
    texts.slice(1),
  )
  const named = await asked.where('writtenAt', 'in', [...texts, 'c', 3]).execute()
  t.equal(named.length, 4)
})

t.test('a migration that fails leaves nothing behind and is tried again', async (t) => {
  const database = openDatabase({ path: join(temporary(t), 'shulian.db') })
  t.teardown(() => database.close())
  const broken: Migration = {
    id: 'test-001-notes',
    async up(transaction) {
      await notes.up(transaction)
      throw new Error('cut')
    },
  }
  await t.rejects(migrate(database.kysely, [broken]), { message: 'cut' })
  await migrate(database.kysely, [notes])
  t.same(await database.kysely.selectFrom('note').selectAll().execute(), [])
})

t.test('bytes come back as bytes, however they are read', async (t) => {
  const database = openDatabase({ path: join(temporary(t), 'shulian.db') })
  t.teardown(() => database.close())
  await migrate(database.kysely, [notes])
  await database.kysely
    .insertInto('note')
    .values({ id: 1, bytes: Buffer.from([0xb9, 0xfa]), writtenAt: 'now' })
    .execute()
  const row = await database.kysely.selectFrom('note').selectAll().executeTakeFirstOrThrow()
  t.ok(Buffer.isBuffer(row.bytes))
  t.same(row, { id: 1, bytes: Buffer.from([0xb9, 0xfa]), writtenAt: 'now' })
})

t.test('a folder that cannot be written to is named, with what to do', async (t) => {
  const file = join(temporary(t), 'a-file')
  writeFileSync(file, '')
  t.throws(() => openDatabase({ path: join(file, 'shulian.db') }), {
    code: 'DATA_FOLDER_NOT_WRITABLE',
    message: /SHULIAN_DATA_DIR/,
  })
})

t.test('a new file that another process is just making is waited for', async (t) => {
  const path = join(temporary(t), 'shulian.db')
  const script = `const Libsql = require('libsql'); const db = new Libsql(process.argv[1]); db.exec('begin immediate'); console.log('begun'); setTimeout(() => { db.exec('commit'); db.close() }, 300)`
  const child = spawn(process.execPath, ['-e', script, path], {
    cwd: projectRoot(),
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'] },
  })
  await once(child.stdout, 'data')
  const database = openDatabase({ path })
  t.teardown(() => database.close())
  await migrate(database.kysely, [notes])
  t.same(await database.kysely.selectFrom('note').selectAll().execute(), [])
})

t.test(
  'a statement that met the lock of another process is said to be so, and leaves the connection well',
  async (t) => {
    const path = join(temporary(t), 'shulian.db')
    const database = openDatabase({ path })
    t.teardown(() => database.close())
    await migrate(database.kysely, [notes])
    database.raw.exec('pragma busy_timeout = 50')
    const other = new Libsql(path)
    other.exec('begin immediate')
    const insert = (id: number) => database.kysely.insertInto('note').values({ id }).execute()
    const inTransaction = (id: number) =>
      database.kysely
        .transaction()
        .execute((transaction) => transaction.insertInto('note').values({ id }).execute())
    await t.rejects(insert(1), { code: 'STORAGE_BUSY', status: 503 })
    await t.rejects(inTransaction(2), { code: 'STORAGE_BUSY' })
    other.close()
    await insert(3)
    await inTransaction(4)
    t.same(
      (await database.kysely.selectFrom('note').select('id').execute()).map(({ id }) => id),
      [3, 4],
    )
  },
)
