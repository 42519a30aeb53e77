import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { format } from '../backup/format.js'
import { migrationsIn, nameOfKeys, placeOf, withWhole } from '../backup/installation.js'
import { nothingToBackUp } from '../backup/refusals.js'
import { writeBackup } from '../backup/write.js'
import { counted } from '../counted.js'
import type { Snapshot } from '../database/whole.js'
import { type Command, type CommandContext, type Output, readArgs, required } from './command.js'

export const createBackupCommand = ({ version }: { version: string }): Command => ({
  name: 'backup',
  usage: 'backup FILE [--force]',
  summary: 'Write everything the database keeps, as it is at this moment, into one file',
  help: `Gateways, workers and commands go on meanwhile. The file gets its name once it was read again and is whole; --force replaces one.
In it: every table (members, records with their bytes, works, cases, what readers allowed, jobs), readable by its owner alone.
Not in it: keys.json and operator.token of the data folder, settings, the consortium file: keep those apart from it. Nor the search
index, which is built anew. Restore it into SQLite or PostgreSQL, whichever it came from.`,
  run: async (args, context) => {
    const { values, positionals } = readArgs({ args, options: { force: { type: 'boolean' } } }, 1)
    const file = fileIn(positionals)
    const [began, takenAt] = [performance.now(), context.now().toISOString()]
    const counts = await withWhole(context.config, async (whole) => {
      const snapshot = await whole.snapshot()
      if (!snapshot) throw nothingToBackUp(placeOf(context.config))
      try {
        const head = { database: whole.kind, version, takenAt }
        return await write(context, { snapshot, head, file, force: values.force ?? false })
      } finally {
        await snapshot.close()
      }
    })
    tellFinished(context.out, { file, takenAt, version, ...counts, bytes: statSync(file).size }, began)
    return 0
  },
})

const write = async (
  { config, out, signal }: CommandContext,
  parts: {
    snapshot: Snapshot
    head: { database: 'sqlite' | 'postgres'; version: string; takenAt: string }
    file: string
    force: boolean
  },
): Promise<{ tables: number; rows: number }> => {
  const { snapshot, head, ...where } = parts
  const migrations = await migrationsIn(snapshot)
  if (!migrations) throw nothingToBackUp(placeOf(config))
  const keys = await nameOfKeys(config)
  const rows = await writeBackup({
    ...where,
    snapshot,
    header: { shulian: 'backup', format, ...head, keys, migrations },
    signal,
    onRows: (table, rows) => out.progress(`${counted(rows, 'row')}, ${table}`),
    onBytes: showShare(out, 'reading it again'),
  })
  return { tables: snapshot.tables.length, rows }
}

export const fileIn = ([file]: string[]): string => resolve(required(file, 'FILE'))

export const showShare = (out: Output, doing: string) => (done: number, of: number) =>
  out.progress(`${doing}: ${Math.floor((100 * done) / Math.max(1, of))} %`)

export const tellFinished = (
  out: Output,
  told: { file: string; takenAt: string; rows: number; [name: string]: unknown },
  began: number,
): void => {
  const seconds = Math.round(performance.now() - began) / 1000
  out.progress(null)
  out.object({ event: 'finished', ...told, seconds })
  out.line(`${told.file}: ${counted(told.rows, 'row')} as of ${told.takenAt}, ${seconds} s.`)
}
