import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { ShulianError } from '../contracts/errors.js'

const chunkBytes = 256 * 1024

/**
 * Bytes of a file from `offset` on, in chunks of at most 256 KiB. Nothing when the offset is at or past the end.
 * @throws ShulianError FILE_NOT_FOUND, FILE_NOT_READABLE
 */
export async function* readFile(
  path: string,
  { signal, offset = 0 }: { signal: AbortSignal; offset?: number },
): AsyncGenerator<Uint8Array> {
  signal.throwIfAborted()
  try {
    const found = await stat(path)
    if (found.isDirectory()) throw notReadable(path, 'is a directory; name a file in it')
    // A pipe or a device has no end and blocks a thread; dumps are regular files.
    if (!found.isFile()) throw notReadable(path, 'is not a regular file')
    yield* createReadStream(path, { start: offset, highWaterMark: chunkBytes, signal })
  } catch (error) {
    signal.throwIfAborted()
    throw toFileError(path, error)
  }
}

function toFileError(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (error instanceof ShulianError) return error
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new ShulianError('FILE_NOT_FOUND', `There is no file at ${path}. Check the path.`, {
      status: 422,
      cause: error,
    })
  if (code === 'EACCES' || code === 'EPERM')
    return notReadable(path, 'may not be read by this user; give it the right', error)
  return notReadable(path, `cannot be read (${String(code ?? 'unknown reason')})`, error)
}

const notReadable = (path: string, why: string, cause?: unknown): ShulianError =>
  new ShulianError('FILE_NOT_READABLE', `The file at ${path} ${why}.`, { status: 422, cause })
