import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { ShulianError } from '../../gateway/contracts/errors.js'
import type { Outside } from '../../gateway/contracts/outside.js'
import { type CarrierName, carrierFor } from '../../standards/formats/carriers.js'
import { guessFormat } from '../../standards/formats/detect.js'
import { decoderFor } from '../../standards/formats/encoding/decoder.js'
import { usualEncoding } from '../../standards/formats/encoding/usual.js'
import { noRecordsBecause } from '../../standards/formats/no-records.js'
import { utf16Of } from '../../standards/formats/table/text.js'
import { asUtf8, peek, xmlEncodingOf } from '../../standards/formats/xml-encoding.js'
import type { Format } from '../../standards/record/change.js'

const HEAD_BYTES = 65_536
/** A catalogue packs ten to one; a thousand to one is a bomb. */
const MAX_RATIO = 1_000

export interface OpenedFile {
  location: string
  carrier: CarrierName
  format: Format
  /** What the format was told from; undefined when the settings state it. */
  reason?: string
  isGzip: boolean
  /** Of the whole file, where it has one that must be known before records are cut: XML and UTF-16. Else UTF-8. */
  encoding: string
  /** Of ISO 2709: what most of the first records that are not UTF-8 are in. */
  usualEncoding: string | undefined
  /** The first octets of the content, in UTF-8 where `encoding` is another. */
  head: Uint8Array
  /** Octets of the content from `offset`, or from 0 where the file cannot be entered in the middle. */
  chunks: AsyncIterable<Uint8Array>
  /** Where `chunks` begins. */
  from: number
  close(): Promise<unknown>
}

/** What a kind of file source takes. */
export interface Accepted {
  formats: readonly Format[]
  /** Its formats in words, for a file that is none of them. */
  called: string
  /** What is said of a file that holds none: `holds no …`. */
  nothing: string
}

interface Opening {
  /** Stated in the settings. */
  format: Format | undefined
  accepted: Accepted
  offset: number
  signal: AbortSignal
}

/**
 * Opens a file or address, unpacks gzip and tells what is in it. Plain files are entered at `offset`; packed or
 * transcoded ones are read from the start, their offsets counting octets of the content in UTF-8.
 * @throws ShulianError FORMAT_UNKNOWN, FILE_EXPANDS_TOO_MUCH, and those of `outside.open`
 */
export async function openFile(
  outside: Outside,
  location: string,
  { format: stated, accepted, offset, signal }: Opening,
): Promise<OpenedFile> {
  const raw = await peek(outside.open(location, { signal }), 2)
  const isGzip = raw.head[0] === 0x1f && raw.head[1] === 0x8b
  const content = await peek(isGzip ? gunzip(raw.all, location) : raw.all, HEAD_BYTES)
  const close = async () => {
    await content.close()
    await raw.close()
  }
  const encoding = encodingOf(content.head)
  const head = encoding === 'utf-8' ? content.head : transcoded(content.head, encoding)
  const told = formatOf(location, stated, accepted, content.head)
  const carrier = carrierFor(told.format, head)
  const usual = carrier === 'iso2709' ? usualEncoding(head) : undefined
  const facts = { location, carrier, ...told, isGzip, encoding, usualEncoding: usual, head }
  if (offset === 0 || isGzip || encoding !== 'utf-8')
    return { ...facts, chunks: asUtf8(content.all, encoding), from: 0, close }
  await close()
  return { ...facts, chunks: outside.open(location, { signal, offset }), from: offset, close: async () => {} }
}

/** XML declares its encoding, UTF-16 shows itself; octets of anything else are decoded record by record. */
function encodingOf(head: Uint8Array): string {
  const utf16 = utf16Of(Buffer.from(head.buffer, head.byteOffset, head.length))
  if (utf16) return utf16
  const start = Buffer.from(head.subarray(0, 256)).toString('latin1')
  return /^(?:\xef\xbb\xbf)?\s*</.test(start) ? xmlEncodingOf(head) : 'utf-8'
}

const transcoded = (head: Uint8Array, encoding: string): Uint8Array =>
  Buffer.from(decoderFor(encoding).decode(head, { stream: true }))

function formatOf(
  location: string,
  stated: Format | undefined,
  { formats, called }: Accepted,
  head: Uint8Array,
): { format: Format; reason?: string } {
  if (stated) return { format: stated }
  const guess = guessFormat(head, location)
  if (guess && formats.includes(guess.format)) return { format: guess.format, reason: guess.reason }
  const why = guess ? undefined : noRecordsBecause(head)
  const looksLike = guess
    ? `It looks like ${guess.format} (${guess.reason}).`
    : 'Its first octets look like none of them.'
  throw new ShulianError(
    'FORMAT_UNKNOWN',
    why
      ? `"${location}" holds no records as it is. It is ${why}.`
      : `"${location}" cannot be told to be ${called}. ${looksLike} State "format" in the member's settings, or name another file.`,
    { status: 422 },
  )
}

async function* gunzip(chunks: AsyncIterable<Uint8Array>, location: string): AsyncGenerator<Uint8Array> {
  let taken = 0
  let given = 0
  async function* counted() {
    for await (const chunk of chunks) {
      taken += chunk.length
      yield chunk
    }
  }
  const unpacked: AsyncIterable<Uint8Array> = pipeline(
    Readable.from(counted(), { objectMode: false }),
    createGunzip(),
    () => {},
  )
  try {
    for await (const chunk of unpacked) {
      given += chunk.length
      if (given > MAX_RATIO * taken) throw expandsTooMuch(location)
      yield chunk
    }
  } catch (cause) {
    if (cause instanceof ShulianError) throw cause
    throw gzipBroken(location, cause)
  }
}

const gzipBroken = (location: string, cause: unknown): ShulianError =>
  new ShulianError(
    'FILE_NOT_READABLE',
    `"${location}" is gzip, but breaks off or is damaged. Its last page was not taken; fetch the file again.`,
    { status: 422, cause },
  )

const expandsTooMuch = (location: string): ShulianError =>
  new ShulianError(
    'FILE_EXPANDS_TOO_MUCH',
    `"${location}" unpacks to more than ${MAX_RATIO} times its size. It was not read further; ask its sender for the plain file.`,
    { status: 422 },
  )
