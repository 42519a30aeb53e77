import { constants, gunzipSync } from 'node:zlib'
import { ShulianError } from '../../gateway/contracts/errors.js'
import type { Outside } from '../../gateway/contracts/outside.js'
import { kbartLabels } from '../../standards/crosswalks/kbart-labels.js'
import { findHeader, type Header, preambleRows } from '../../standards/formats/kbart/header.js'
import { type ListText, readText } from '../../standards/formats/table/text.js'

export interface List {
  location: string
  text: ListText
  header: Header
  /** Bytes. */
  size: number
}

/** The largest lists of aggregators have some hundred thousand rows of 300 bytes. */
const maxBytes = 200 * 1024 ** 2

/**
 * A whole list in memory, as bytes: rows of one title may stand far apart.
 * @param enough stop after so many bytes: the header is all that is wanted
 * @throws ShulianError KBART_HEADER_MISSING, KBART_TOO_LARGE, and those of `open`
 */
export async function fetchList(
  location: string,
  outside: Outside,
  signal: AbortSignal,
  enough = Number.POSITIVE_INFINITY,
): Promise<List> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of outside.open(location, { signal })) {
    chunks.push(chunk)
    size += chunk.length
    if (size > maxBytes) throw tooLarge(location)
    if (size >= enough) break
  }
  const isAll = size < enough
  const text = readText(unpacked(Buffer.concat(chunks), location, isAll))
  const header = findHeader(text)
  if (!header) throw headerMissing(location)
  return { location, text, header, size: text.bytes.length }
}

/** Lists are also handed over gzipped. The beginning of one gives what it holds; a list that was cut is not a whole one. */
const unpacked = (bytes: Buffer, location: string, isAll: boolean): Buffer => {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, {
      maxOutputLength: maxBytes,
      ...(isAll ? {} : { finishFlush: constants.Z_SYNC_FLUSH }),
    })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(location)
    throw new ShulianError(
      'FILE_NOT_READABLE',
      `${location} is gzip, but breaks off or is damaged. Nothing of it was taken; fetch the file again.`,
      { status: 422, cause },
    )
  }
}

const headerMissing = (location: string): ShulianError =>
  new ShulianError(
    'KBART_HEADER_MISSING',
    `No line of column labels was found among the first ${preambleRows} of ${location}. A title list needs one with at least a title and an identifier, best the labels of KBART: ${kbartLabels.slice(0, 3).join(', ')} …`,
    { status: 422 },
  )

const tooLarge = (location: string): ShulianError =>
  new ShulianError(
    'KBART_TOO_LARGE',
    `${location} is larger than ${maxBytes / 1024 ** 2} MiB. Split the list by package and name each file.`,
    {
      status: 422,
    },
  )
