import { join } from 'node:path'
import t, { type Test } from 'tap'
import { silentLog } from '../../contracts/log.js'
import type { Migration } from '../../contracts/plugin.js'
import { migrate } from '../migrate.js'
import { whyAway } from './errors.js'
import { openPostgres } from './open.js'
import { assertUsable } from './server.js'
import { type PostgresServer, postgresFor } from './testing.js'
import { openPostgresWhole } from './whole.js'

const notes: Migration = {
  id: 'test-001-notes',
  async up(transaction) {
    await transaction.schema
      .createTable('note')
      .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('bytes', 'blob')
      .addColumn('text', 'text')
      .execute()
  },
}

const server = await postgresFor(t)
if (server) tests(server)

function tests(server: PostgresServer): void {
  let made = 0
  const open = async (t: Test, options?: string) => {
    const name = `notes${made++}`
    await server.create(name, options)
    const database = await openPostgres({ url: server.url(name), log: silentLog })
    t.teardown(() => database.close())
    await migrate(database.kysely, [notes])
    return { ...database, name }
  }

  t.test('a migration is applied once, by whichever of two processes comes first', async (t) => {
    await server.create('once')
    const both = await Promise.all(
      [0, 1].map(() => openPostgres({ url: server.url('once'), log: silentLog })),
    )
    t.teardown(() => Promise.all(both.map(({ close }) => close())))
    await Promise.all(both.map(({ kysely }) => migrate(kysely, [notes])))
    t.match(await both[0]?.kysely.selectFrom('migration').selectAll().execute(), [
      { id: 'test-001-notes', appliedAt: /Z$/ },
    ])
  })

  t.test('bytes, numbers and texts come back as they do from the file', async (t) => {
    const { kysely } = await open(t)
    const row = { bytes: Buffer.from([0xb9, 0xfa]), text: '国' }
    await kysely.insertInto('note').values(row).execute()
    const [read] = await kysely.selectFrom('note').selectAll().execute()
    t.ok(Buffer.isBuffer(read?.bytes))
    t.same(read, { id: 1, ...row })
    const { n, sum } = await kysely
      .selectFrom('note')
      .select(({ fn }) => [fn.countAll().as('n'), fn.sum('id').as('sum')])
      .executeTakeFirstOrThrow()
    t.same([n, sum], [1, 1])
  })

  t.test('texts stand in the order of their bytes, whatever the server sorts by', async (t) => {
    const { kysely, name } = await open(t)
    const texts = ['b', 'B', 'a', 'ä', '国', '_']
    for (const text of texts) await kysely.insertInto('note').values({ text }).execute()
    const inOrder = (await kysely.selectFrom('note').select('text').orderBy('text').execute()).map(
      ({ text }) => text,
    )
    t.same(inOrder, ['B', '_', 'a', 'b', 'ä', '国'])
    const [{ text } = {}] = await server.ask(name, `select 'B' < 'a' as text`)
    t.equal(text, false, 'the server itself sorts otherwise')
  })

  t.test('what is large is packed by LZ4 where the server can', async (t) => {
    const { kysely, name } = await open(t)
    await kysely
      .insertInto('note')
      .values({ text: Array.from({ length: 2_000 }, (_, number) => `word ${number}`).join(' ') })
      .execute()
    const setting =
      "select 'lz4' = any(enumvals) as can from pg_settings where name = 'default_toast_compression'"
    const [{ can } = {}] = await server.ask(name, setting)
    t.match(await server.ask(name, 'select pg_column_compression(text) as packed from note'), [
      { packed: can === true ? 'lz4' : 'pglz' },
    ])
  })

  t.test('a table that fills is known to the server before it looks of itself', async (t) => {
    const { kysely, name } = await open(t)
    await server.ask(name, 'alter table note set (autovacuum_enabled = false)')
    const known = async () =>
      (await server.ask(name, "select reltuples::int as rows from pg_class where relname = 'note'"))[0]?.[
        'rows'
      ]
    const write = (rows: number, meanwhile = async () => {}) =>
      kysely.transaction().execute(async (transaction) => {
        for (let at = 0; at < rows; at += 500)
          await transaction
            .insertInto('note')
            .values(Array.from({ length: 500 }, (_, number) => ({ text: `${at + number}` })))
            .execute()
        await meanwhile()
      })
    await t.rejects(write(5_000, () => Promise.reject(new Error('undone'))))
    // A question beside a transaction that has written enough, and is not committed.
    await write(1_000, async () => {
      for (let asked = 0; asked < 20; asked++) await kysely.selectFrom('note').select('id').limit(1).execute()
      t.equal(await known(), -1)
    })
    for (const [rows, all] of [
      [0, 1_000],
      [2_500, 1_000],
      [500, 4_000],
    ] as const) {
      await write(rows)
      while ((await known()) !== all) await new Promise(setImmediate)
    }
  })

  t.test('a text with NUL is kept without it, and found by what it was', async (t) => {
    const { kysely } = await open(t)
    await kysely.insertInto('note').values({ text: 'a\0b' }).execute()
    t.same(await kysely.selectFrom('note').select('text').where('text', '=', 'a\0b').execute(), [
      { text: 'a\ufffdb' },
    ])
  })

  t.test('a list is one value, and holds whatever a text or a number may be', async (t) => {
    const { kysely } = await open(t)
    const texts = [
      '',
      'a',
      'a,b',
      '{a}',
      '"',
      '\\',
      'a"\\b',
      ' a ',
      'null',
      'NULL',
      "'",
      '国',
      'a\nb',
      'a\0b',
    ]
    for (const text of texts) await kysely.insertInto('note').values({ text }).execute()
    const notes = kysely.selectFrom('note').select('id').orderBy('id')
    const found = async (query: typeof notes) => (await query.execute()).map(({ id }) => id)
    for (const [at, text] of texts.entries())
      t.same(await found(notes.where('text', 'in', [text, 'nowhere'])), [at + 1], JSON.stringify(text))
    t.same(
      await found(notes.where('text', 'in', texts)),
      texts.map((_, at) => at + 1),
    )
    t.same(await found(notes.where('text', 'not in', texts.slice(2))), [1, 2])
    t.same(await found(notes.where('id', 'in', [2, 3, 2 ** 53 - 1])), [2, 3])
    t.same(await found(notes.where('text', 'in', [])), [])
    const statements = [1, 2, 700].map(
      (length) =>
        notes
          .where(
            'id',
            'in',
            Array.from({ length }, (_, id) => id),
          )
          .compile().sql,
    )
    t.equal(new Set(statements).size, 1, 'one statement for every length')
  })

  t.test('transactions of one owner come one after the other, of two owners side by side', async (t) => {
    const { of, name } = await open(t)
    const other = await openPostgres({ url: server.url(name), log: silentLog })
    t.teardown(() => other.close())
    const order: string[] = []
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    const begun = new Promise<void>((resolve) => {
      void of('one')
        .transaction()
        .execute(async (transaction) => {
          await transaction.selectFrom('note').selectAll().execute()
          resolve()
          await held
          order.push('first')
        })
    })
    await begun
    const second = other
      .of('one')
      .transaction()
      .execute(async () => void order.push('second'))
    await other
      .of('two')
      .transaction()
      .execute(async () => void order.push('of another owner'))
    letGo()
    await second
    t.same(order, ['of another owner', 'first', 'second'])
  })

  t.test('many waiting transactions leave connections for those who only read', async (t) => {
    const { kysely } = await open(t)
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    const writers = Array.from({ length: 30 }, (_, id) =>
      kysely.transaction().execute(async (transaction) => {
        await transaction.insertInto('note').values({ id }).execute()
        await held
      }),
    )
    t.same(await kysely.selectFrom('note').selectAll().execute(), [])
    letGo()
    await Promise.all(writers)
    t.equal((await kysely.selectFrom('note').select('id').execute()).length, 30)
  })

  t.test('what failed in a transaction leaves the connection well', async (t) => {
    const { kysely } = await open(t)
    const twice = () =>
      kysely.transaction().execute(async (transaction) => {
        await transaction.insertInto('note').values({ id: 1 }).execute()
        await transaction.insertInto('note').values({ id: 1 }).execute()
      })
    for (let time = 0; time < 12; time++) await t.rejects(twice(), { code: '23505' })
    t.same(await kysely.selectFrom('note').selectAll().execute(), [])
  })

  t.test('who asks a database that was closed is told so', async (t) => {
    const { kysely, close } = await open(t)
    await close()
    const asked = kysely.selectFrom('note').select('id').execute()
    await t.rejects(asked, { code: 'STORAGE_CLOSED', options: { status: 503 } })
  })

  t.test('a start says what is wrong with the server, and never its password', async (t) => {
    await server.create('latin', "encoding 'LATIN1' locale 'C' template template0")
    await server.create('closed')
    await server.ask('closed', 'create role guest login password $$guest$$')
    const url = new URL(server.url('latin'))
    const at = (change: { pathname?: string; port?: string; password?: string }) =>
      openPostgres({ url: String(Object.assign(new URL(url), change)), log: silentLog })
    await t.rejects(at({}), { code: 'DATABASE_ENCODING', message: /LATIN1.*UTF8/ })
    await t.rejects(at({ pathname: '/nowhere' }), { code: 'DATABASE_MISSING' })
    await t.rejects(at({ port: '1' }), { code: 'DATABASE_UNAVAILABLE' })
    const wrong = await at({ password: 'my-secret' }).catch((error: unknown) => error)
    t.match(wrong, { code: 'DATABASE_LOGIN_REFUSED', message: /SHULIAN_DATABASE_URL/ })
    t.notMatch(String((wrong as Error).message), /my-secret/)
    const guest = await openPostgres({
      url: server.url('closed').replace('shulian:tests-only', 'guest:guest'),
      log: silentLog,
    })
    t.teardown(() => guest.close())
    await t.rejects(migrate(guest.kysely, [notes]), { code: 'DATABASE_NOT_PERMITTED', message: /owner/ })
  })

  t.test('a backup that is not let in says so as a start does', async (t) => {
    await server.create('read')
    await server.ask('read', 'create role reader login password $$reader$$')
    const url = server.url('read').replace('shulian:tests-only', 'reader:reader')
    const whole = await openPostgresWhole({ url, log: silentLog, index: join(t.testdir(), 'index.db') })
    t.teardown(() => whole.close())
    await server.ask('read', 'alter role reader nologin')
    await t.rejects(whole.snapshot(), { name: 'ShulianError', code: /^DATABASE_/ })
  })

  t.test('what the log is told of an outage is no sentence of the driver', async (t) => {
    const { single, name } = await open(t)
    const client = single()
    client.on('error', () => {})
    await client.connect()
    await server.ask(
      'postgres',
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
    )
    const ended = await client.query('select 1').catch((error: unknown) => error)
    t.match(whyAway(ended), /^(57P01|the connection ended)$/)
    t.match(whyAway(new Error('Connection terminated unexpectedly')), 'the connection ended')
    t.match(whyAway(new Error('timeout expired')), 'no answer in time')
  })

  t.test('a server that is too old is told its version', async (t) => {
    t.throws(() => assertUsable({ version: 120_004, encoding: 'UTF8' }), {
      code: 'DATABASE_TOO_OLD',
      message: /PostgreSQL 12; 15 or later/,
    })
  })

  t.test('ended connections are told as such, and the next question gets another', async (t) => {
    const { kysely, name } = await open(t)
    const sleeping = kysely.selectNoFrom((it) => it.fn('pg_sleep', [it.lit(30)]).as('slept')).execute()
    const ended = t.rejects(sleeping, { code: 'DATABASE_UNAVAILABLE', status: 503 })
    for (let count = 0; count === 0; )
      count = Number(
        (
          await server.ask(
            'postgres',
            `select count(pg_terminate_backend(pid)) as n from pg_stat_activity where datname = '${name}' and query ~ 'pg_sleep'`,
          )
        )[0]?.['n'],
      )
    await ended
    t.same(await kysely.selectFrom('note').selectAll().execute(), [])
  })
}
