import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { portion } from '../database/whole.js'
import { format, type Header, isClosing, isHeader, isTableEnd } from './format.js'
import { linesOf } from './lines.js'
import { damaged, newerFormat, notABackup, pathError, truncated } from './refusals.js'

/** Bytes of the file. */
export type OnBytes = (done: number, of: number) => void

export type Part =
  | { header: Header }
  /** Lines of rows, some at a time. */
  | { table: Header['tables'][number]; lines: Buffer[] }
  | { rows: number }

/**
 * A backup from its beginning to its end, each table compared with its checksum once it is read; who takes the parts has
 * taken a whole backup when the last, the number of rows, came.
 * @throws ShulianError BACKUP_FORMAT, BACKUP_NEWER, BACKUP_DAMAGED, BACKUP_TRUNCATED, BACKUP_PATH_UNKNOWN, BACKUP_PATH_REFUSED
 */
export async function* readBackup(
  file: string,
  { signal, onBytes }: { signal: AbortSignal; onBytes?: OnBytes },
): AsyncIterable<Part> {
  const lines = linesOf(unpacked(file, signal, onBytes))[Symbol.asyncIterator]()
  const next = async (): Promise<Buffer> => {
    signal.throwIfAborted()
    const { done, value } = await lines.next().catch((cause: unknown) => {
      throw cause instanceof RangeError ? damaged(file, cause.message, cause) : cause
    })
    if (done) throw truncated(file)
    return value
  }
  try {
    const first = await next()
    const header = headerOf(file, first)
    yield { header }
    const whole = createHash('sha256').update(first).update('\n')
    let rows = 0
    for (const table of header.tables) rows += yield* readTable({ file, table, next, whole })
    const closing = parsed(await next())
    if (!isClosing.Check(closing) || closing.rows !== rows || closing.sha256 !== whole.digest('hex'))
      throw damaged(file, 'its last line is not that of its tables')
    if (!(await lines.next()).done) throw damaged(file, 'something follows its last line')
    yield { rows }
  } finally {
    await lines.return?.()
  }
}

async function* readTable(parts: {
  file: string
  table: Header['tables'][number]
  next(): Promise<Buffer>
  whole: Hash
}): AsyncGenerator<Part, number> {
  const { file, table, next, whole } = parts
  const own = createHash('sha256')
  let rows = 0
  let some: Buffer[] = []
  let bytes = 0
  let line = await next()
  for (; line[0] === openBracket; line = await next()) {
    own.update(line).update('\n')
    rows++
    some.push(line)
    bytes += line.length
    if (bytes < portion) continue
    yield { table, lines: some }
    some = []
    bytes = 0
  }
  if (some.length > 0) yield { table, lines: some }
  const end = parsed(line)
  if (
    !isTableEnd.Check(end) ||
    end.end !== table.name ||
    end.rows !== rows ||
    end.sha256 !== own.digest('hex')
  )
    throw damaged(file, `the rows of ${table.name} are others than its checksum was made of`)
  whole.update(line).update('\n')
  return rows
}

const openBracket = '['.charCodeAt(0)

const headerOf = (file: string, line: Buffer): Header => {
  const header = parsed(line)
  const { shulian, format: found, version } = (header ?? {}) as Record<string, unknown>
  if (shulian !== 'backup' || typeof found !== 'number') throw notABackup(file)
  if (found > format) throw newerFormat(file, found, String(version))
  if (!isHeader.Check(header)) throw damaged(file, 'its first line lacks something')
  return header
}

const parsed = (line: Buffer): unknown => {
  try {
    return JSON.parse(line.toString('utf8'))
  } catch {
    return undefined
  }
}

async function* unpacked(file: string, signal: AbortSignal, onBytes?: OnBytes): AsyncIterable<Buffer> {
  const gunzip = createGunzip({ chunkSize: 256 * 1024 })
  try {
    const { size } = await stat(file)
    const source = createReadStream(file, { signal, highWaterMark: 256 * 1024 })
    source.on('error', (error) => gunzip.destroy(error))
    for await (const piece of source.pipe(gunzip)) {
      onBytes?.(source.bytesRead, size)
      yield piece as Buffer
    }
  } catch (cause) {
    signal.throwIfAborted()
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    if (code === 'Z_DATA_ERROR' && /incorrect header check/.test(String(cause))) throw notABackup(file, cause)
    if (code === 'Z_BUF_ERROR') throw truncated(file, cause)
    throw code.startsWith('Z_') ? damaged(file, 'it cannot be unpacked', cause) : pathError(file, cause)
  } finally {
    gunzip.destroy()
  }
}
