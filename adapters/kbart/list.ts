import { ShulianError } from '../../gateway/contracts/errors.js'
import type { Outside } from '../../gateway/contracts/outside.js'
import { findHeader, type Header } from './header.js'
import { type ListText, readText } from './text.js'

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
  const text = readText(Buffer.concat(chunks))
  return { location, text, header: findHeader(text, location), size: text.bytes.length }
}

const tooLarge = (location: string): ShulianError =>
  new ShulianError(
    'KBART_TOO_LARGE',
    `${location} is larger than ${maxBytes / 1024 ** 2} MiB. Split the list by package and name each file.`,
    {
      status: 422,
    },
  )
