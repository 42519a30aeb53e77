import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { ShulianError } from '../../gateway/contracts/errors.js'
import type { Outside } from '../../gateway/contracts/outside.js'
import { guessFormat } from '../../standards/formats/detect.js'
import { carrierOf, type MarcCarrier } from '../../standards/formats/read-marc.js'
import { peek, xmlEncodingOf } from '../../standards/formats/xml-encoding.js'
import type { MarcFormat } from './index.js'

const HEAD_BYTES = 65_536
/** A catalogue packs ten to one; a thousand to one is a bomb. */
const MAX_RATIO = 1_000

export interface OpenedFile {
  location: string
  carrier: MarcCarrier
  format: MarcFormat
  /** What the format was told from; undefined when the settings state it. */
  reason?: string
  isGzip: boolean
  /** Of XML; octets of other carriers are decoded record by record. */
  xmlEncoding: string
  head: Uint8Array
  /** Octets of the content from `offset`, or from 0 where the file cannot be entered in the middle. */
  chunks: AsyncIterable<Uint8Array>
  /** Where `chunks` begins. */
  from: number
  close(): Promise<unknown>
}

/**
 * Opens a file or address, unpacks gzip and tells what is in it. Plain files are entered at `offset`; packed or
 * transcoded ones are read from the start, their offsets counting octets of the content.
 * @throws ShulianError FORMAT_UNKNOWN, FILE_EXPANDS_TOO_MUCH, and those of `outside.open`
 */
export async function openFile(
  outside: Outside,
  location: string,
  { format, offset, signal }: { format?: MarcFormat; offset: number; signal: AbortSignal },
): Promise<OpenedFile> {
  const raw = await peek(outside.open(location, { signal }), 2)
  const isGzip = raw.head[0] === 0x1f && raw.head[1] === 0x8b
  const content = await peek(isGzip ? gunzip(raw.all, location) : raw.all, HEAD_BYTES)
  const close = async () => {
    await content.close()
    await raw.close()
  }
  const { head } = content
  const carrier = carrierOf(utf8Head(head))
  const xmlEncoding = carrier === 'marcxml' ? xmlEncodingOf(head) : 'utf-8'
  const guess = format ? null : guessFormat(head, location)
  const facts = { location, carrier, ...formatOf(location, format, guess), isGzip, xmlEncoding, head }
  if (offset === 0 || isGzip || xmlEncoding !== 'utf-8')
    return { ...facts, chunks: content.all, from: 0, close }
  await close()
  return { ...facts, chunks: outside.open(location, { signal, offset }), from: offset, close: async () => {} }
}

/** In UTF-16 each ASCII character has a zero beside it: without those the first character shows. */
const utf8Head = (head: Uint8Array): Uint8Array =>
  head[0] === 0xff || head[0] === 0xfe || head[0] === 0 || head[1] === 0
    ? head.subarray(0, 256).filter((byte) => byte !== 0 && byte < 0x80)
    : head.subarray(0, 1024)

function formatOf(location: string, stated: MarcFormat | undefined, guess: ReturnType<typeof guessFormat>) {
  if (stated) return { format: stated }
  if (guess?.format === 'marc21' || guess?.format === 'cnmarc')
    return { format: guess.format, reason: guess.reason }
  const looksLike = guess
    ? `It looks like ${guess.format} (${guess.reason}).`
    : 'Its first octets look like no MARC.'
  throw new ShulianError(
    'FORMAT_UNKNOWN',
    `"${location}" cannot be told to be MARC 21 or CNMARC. ${looksLike} State "format" in the member's settings, or name another file.`,
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
