import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, statSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Snapshot } from '../database/whole.js'
import { type Closing, type Header, rowLine, type TableEnd } from './format.js'
import { readBackup } from './read.js'
import { exists, isFolder, pathError } from './refusals.js'

/** Under this name it grows; nothing that is cut short bears the name that was asked for. */
const growing = (file: string): string => `${file}.partial`

export interface Writing {
  snapshot: Snapshot
  header: Omit<Header, 'numbers' | 'tables'>
  file: string
  /** Replaces a file of that name. */
  force: boolean
  signal: AbortSignal
  onRows(table: string, rows: number): void
  /** While it is read again. */
  onBytes(done: number, of: number): void
}

/**
 * Writes a backup, lets go of the snapshot, reads what was written again, and gives it its name when it is on the disk and as it
 * should be.
 * @returns its rows
 * @throws ShulianError BACKUP_EXISTS, BACKUP_PATH_UNKNOWN, BACKUP_PATH_REFUSED, STORAGE_FULL
 */
export const writeBackup = async (writing: Writing): Promise<number> => {
  const { snapshot, file, force, signal, onBytes } = writing
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw isFolder(file)
  if (!force && existsSync(file)) throw exists(file)
  const partial = growing(file)
  try {
    // One that was cut short; never a link to something else.
    await rm(partial, { force: true })
    const target = createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true })
    await pipeline(Readable.from(textOf(writing)), createGzip({ level: 1 }), target, { signal })
    // While it lasts the database keeps whatever others have replaced since.
    await snapshot.close()
    const rows = await rowsIn(partial, signal, onBytes)
    await rename(partial, file)
    await flush(dirname(file))
    return rows
  } catch (error) {
    await rm(partial, { force: true })
    throw pathError(file, error)
  }
}

const rowsIn = async (file: string, signal: AbortSignal, onBytes: Writing['onBytes']): Promise<number> => {
  let rows = 0
  for await (const part of readBackup(file, { signal, onBytes })) if ('rows' in part) rows = part.rows
  return rows
}

async function* textOf({ snapshot, header, onRows }: Writing): AsyncIterable<Buffer> {
  const { tables, numbers } = snapshot
  const first = lineOf({ ...header, numbers, tables } satisfies Header)
  yield first
  const whole = createHash('sha256').update(first)
  let all = 0
  for (const table of tables) {
    const own = createHash('sha256')
    let rows = 0
    for await (const some of snapshot.rows(table)) {
      const text = Buffer.from(some.map(rowLine).join(''))
      own.update(text)
      yield text
      rows += some.length
      onRows(table.name, all + rows)
    }
    const end = lineOf({ end: table.name, rows, sha256: own.digest('hex') } satisfies TableEnd)
    yield end
    whole.update(end)
    all += rows
  }
  yield lineOf({ closed: true, rows: all, sha256: whole.digest('hex') } satisfies Closing)
}

const lineOf = (value: object): Buffer => Buffer.from(`${JSON.stringify(value)}\n`)

/** The name itself is on the disk. */
const flush = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
