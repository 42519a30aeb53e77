import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { extensionOf } from '../../standards/formats/record-file.js'
import type { Catalogue, QuarantineFilter } from '../contracts/catalogue.js'
import { notWritten } from './written-files.js'

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
    await write(`${name}${kind}.${extensionOf[carrier]}`, await catalogue.quarantineFile(filter, carrier))
  }
  await write(`${name}.csv`, await catalogue.quarantineTable(filter))
  return files
}
