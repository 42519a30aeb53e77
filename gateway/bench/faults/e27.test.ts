import t from 'tap'
import { databaseSetting, onPostgres } from '../../database/postgres/testing.js'
import { erasedThenRestored } from './erased-then-restored.js'
import { inFolder } from './in-folder.js'

t.setTimeout(600_000)

const erased = async (where: string): Promise<void> => {
  await t.test(`E27: a reader who was erased is not brought back by a backup, on ${where}`, async (t) => {
    const { wereThere, found, others } = await inFolder(async (folder) =>
      erasedThenRestored(folder, await databaseSetting(folder)),
    )
    t.same(wereThere, ['feedback_case', 'profile_consent', 'profile_event'], 'it was in the backup')
    t.same(found, [], 'it is nowhere')
    t.equal(others, 2, 'and what another did is there')
  })
}

await erased('SQLite')
await onPostgres(t, [() => erased('PostgreSQL')])
