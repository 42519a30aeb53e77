import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { extensionOf } from '../../standards/formats/record-file.js'
import type { Catalogue, QuarantineFilter } from '../contracts/catalogue.js'
import { ShulianError } from '../contracts/errors.js'

/**
 * One file for each carrier that the records came in, and the table of reasons.
 * @throws ShulianError FILE_EXISTS (409): what was written before may hold what somebody mended
 */
export const exportQuarantine = async (
  catalogue: Catalogue,
  filter: QuarantineFilter,
  name: string,
  signal: AbortSignal,
): Promise<string[]> => {
  const carriers = await catalogue.quarantineCarriers(filter)
  if (carriers.length === 0) return []
  const files: string[] = []
  const write = async (file: string, content: AsyncIterable<Uint8Array | string>): Promise<void> => {
    await pipeline(content, createWriteStream(file, { flags: 'wx' }), { signal }).catch((cause) => {
      throw notWritten(file, cause)
    })
    files.push(file)
  }
  for (const carrier of carriers) {
    const kind = carrier === 'text' && carriers.includes('table') ? '.text' : ''
    await write(`${name}${kind}.${extensionOf[carrier]}`, catalogue.quarantineFile(filter, carrier))
  }
  await write(`${name}.csv`, catalogue.quarantineTable(filter))
  return files
}

const notWritten = (file: string, cause: unknown): unknown => {
  const code = (cause as NodeJS.ErrnoException).code
  if (code === 'EEXIST')
    return new ShulianError('FILE_EXISTS', `${file} is there already. Give another name, or move it away.`, {
      status: 409,
      cause,
    })
  if (code === 'ENOENT' || code === 'EACCES' || code === 'ENOSPC')
    return new ShulianError('FILE_NOT_WRITABLE', `${file} cannot be written (${code}).`, {
      status: 422,
      cause,
    })
  return cause
}
