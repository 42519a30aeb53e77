import { join } from 'node:path'
import pg from 'pg'
import t from 'tap'
import { databaseSetting } from '../database/postgres/testing.js'
import { filledSite, linesIn, openSite, sumsIn, temporary } from './testing.js'

/** Rows of a table come in the order in which a database has them: compared as sets. */
const rowsIn = (file: string): string[] =>
  linesIn(file)
    .filter((line) => line.startsWith('['))
    .sort()

for (const isOnServer of [true, false]) {
  const [one, other] = isOnServer ? ['PostgreSQL', 'SQLite'] : ['SQLite', 'PostgreSQL']
  t.test(`what was backed up on ${one} is restored on ${other}`, async (t) => {
    const [from, to] = [await filledSite(t, 200, isOnServer), await openSite(t, !isOnServer)]
    const folder = temporary(t)
    const [there, here] = [join(folder, 'there'), join(folder, 'here')]
    await from.told('backup', there)
    await to.told('restore', there)
    await to.told('backup', here)
    t.same(rowsIn(here), rowsIn(there))
    t.same(Object.keys(sumsIn(here)), Object.keys(sumsIn(there)))
    await to.told('reconcile')
    t.match(await to.told('status'), { records: 200, indexed: 200 })
    const member = await to.run('members', 'add', 'press', '--name', 'Press', '--type', 'publisher')
    t.equal(member.code, 0, 'and it goes on')
    t.match(await to.run('search', 'number17'), { code: 0, stdout: /Ledger number17 of the harbour/ })
  })
}

t.test('tables that are not Shulian’s are never dropped', async (t) => {
  const file = join(temporary(t), 'backup')
  await (await filledSite(t, 3)).told('backup', file)
  const site = await openSite(t)
  const client = new pg.Client((await databaseSetting(site.dataDir)) as string)
  await client.connect()
  await client.query('create table loans (id int); insert into loans values (1)')
  t.match(await site.told('restore', file, '--force'), { code: 'RESTORE_FOREIGN' })
  t.match(await site.told('backup', `${file}.other`), { code: 'BACKUP_NOTHING' })
  t.equal((await client.query('select * from loans')).rowCount, 1)
  await client.end()
})
