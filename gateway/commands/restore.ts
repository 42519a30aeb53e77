import { migrationsIn, nameOfKeys, placeOf, withWhole } from '../backup/installation.js'
import { foreign, notEmpty } from '../backup/refusals.js'
import { restoreBackup, type Schema, verifyBackup } from '../backup/restore.js'
import type { Config } from '../config.js'
import type { Whole } from '../database/whole.js'
import { takeInstance } from '../instance.js'
import { fileIn, showShare, tellFinished } from './backup.js'
import { type Command, type CommandContext, readArgs } from './command.js'

/** What a version and its plugins make of a database; known to the composition root alone. */
type SchemaOf = (config: Config) => Promise<Schema>

export const createRestoreCommand = (schemaOf: SchemaOf): Command => ({
  name: 'restore',
  usage: 'restore FILE [--force] [--check]',
  summary: 'Put a backup in the place of what the database keeps',
  help: `The file is read to its end before anything is changed; --check does no more. All of it is restored or nothing; one that was
interrupted is started again. Stop every gateway and worker before. --force replaces the installation that is there, of which only
stays which readers were erased: they are erased again. A gateway that starts builds the search index anew.`,
  run: async (args, context) => {
    const { values, positionals } = readArgs(
      { args, options: { force: { type: 'boolean' }, check: { type: 'boolean' } } },
      1,
    )
    const { config, out, signal } = context
    const file = fileIn(positionals)
    const began = performance.now()
    const schema = await schemaOf(config)
    const watch = { signal, onBytes: showShare(out, 'checking') }
    const { header, rows } = await verifyBackup(file, schema, watch)
    const { takenAt, version, database, keys } = header
    const told = { file, takenAt, version, database, tables: header.tables.length, rows }
    if (values.check) {
      tellFinished(out, told, began)
      return 0
    }
    await restore(context, { file, schema, force: values.force ?? false })
    const keysAreTheSame = keys === (await nameOfKeys(config))
    tellFinished(out, { ...told, keysAreTheSame }, began)
    out.line('Start the gateway: it builds the search index anew.')
    if (!keysAreTheSame) out.note(otherKeys(config))
    return 0
  },
})

const restore = async (
  { config, out, signal }: CommandContext,
  { file, schema, force }: { file: string; schema: Schema; force: boolean },
): Promise<void> => {
  const instance = await takeInstance(config.dataDir, signal)
  try {
    await withWhole(config, async (whole) => {
      await whole.assertAlone()
      await assertReplaceable(whole, config, force)
      await restoreBackup(file, schema, { whole, signal, onBytes: showShare(out, 'restoring') })
    })
  } finally {
    instance.release()
  }
}

const assertReplaceable = async (whole: Whole, config: Config, force: boolean): Promise<void> => {
  const snapshot = await whole.snapshot()
  if (!snapshot) return
  const migrations = await migrationsIn(snapshot).finally(() => snapshot.close())
  if (migrations === null) throw foreign(placeOf(config))
  if (!force) throw notEmpty(placeOf(config))
}

const otherKeys = ({ dataDir }: Config): string =>
  `The keys in ${dataDir} are others than when the backup was made: readers will not be known again, and what was signed cannot be verified. Put the keys.json of that installation there.`
