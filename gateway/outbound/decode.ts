import { pipeline, type Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'

const codings = ['identity', 'gzip', 'x-gzip', 'deflate', 'br'] as const
export type Coding = (typeof codings)[number]

/** What we ask for. One coding at most: stacked codings only serve to multiply a bomb. */
export const acceptedCodings = 'gzip, deflate, br'

/** Null for a coding that we cannot read. */
export function codingOf(contentEncoding: string | undefined): Coding | null {
  const wanted = (contentEncoding ?? '').trim().toLowerCase() || 'identity'
  return codings.find((coding) => coding === wanted) ?? null
}

/** The decoded bytes as they come. Leaving early cuts the connection at once. */
export async function* decoded(body: Readable, coding: Coding): AsyncGenerator<Uint8Array> {
  body.on('error', ignore)
  try {
    const chunks: AsyncIterator<Uint8Array> = body[Symbol.asyncIterator]()
    const first = await chunks.next()
    if (first.done) return
    const all = prepend(first.value, chunks)
    yield* coding === 'identity' ? all : pipeline(all, decoderFor(coding, first.value), ignore)
  } finally {
    body.destroy()
  }
}

async function* prepend(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

function decoderFor(coding: Coding, first: Uint8Array) {
  if (coding === 'br') return createBrotliDecompress()
  if (coding !== 'deflate') return createGunzip()
  // RFC 9110 §8.4.1.2 asks for the zlib format; servers that send bare deflate are common enough to be read.
  return ((first[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw()
}

/** Errors reach the reader through the iterator. */
function ignore(): void {}
