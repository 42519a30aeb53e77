import { decoderFor } from './encoding/decoder.js'

/** XML 1.0 appendix F: the encoding of a document from its byte order mark, its first bytes or its declaration. */
export function xmlEncodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head[0] === 0x3c && head[1] === 0x00) return 'utf-16le'
  if (head[0] === 0x00 && head[1] === 0x3c) return 'utf-16be'
  const start = Buffer.from(head.subarray(0, 256)).toString('latin1')
  const declared =
    /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1] ?? 'utf-8'
  return knownEncoding(declared)
}

/** The name the decoder knows it by. A declaration of UTF-16 in octets that are readable as ASCII is a mistake. */
function knownEncoding(label: string): string {
  if (/^utf-?16/i.test(label)) return 'utf-8'
  if (/^(gb2312|gbk|gb18030|cp936|gb_2312-80)$/i.test(label)) return 'gb18030'
  try {
    return new TextDecoder(label).encoding
  } catch {
    return 'utf-8'
  }
}

/** UTF-8 of a stream in any of these encodings. UTF-8 passes untouched, so that its offsets stay those of the file. */
export async function* asUtf8(
  chunks: AsyncIterable<Uint8Array>,
  encoding: string,
): AsyncGenerator<Uint8Array> {
  if (encoding === 'utf-8') {
    yield* chunks
    return
  }
  const decoder = decoderFor(encoding)
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8')
  yield Buffer.from(decoder.decode(), 'utf8')
}

/** The first octets of a stream, at least `size` where it has them, and the whole stream from its start; `close` when it stays unread. */
export async function peek(
  chunks: AsyncIterable<Uint8Array>,
  size: number,
): Promise<{ head: Uint8Array; all: AsyncGenerator<Uint8Array>; close(): Promise<unknown> }> {
  const iterator = chunks[Symbol.asyncIterator]()
  const held: Uint8Array[] = []
  let length = 0
  while (length < size) {
    const next = await iterator.next()
    if (next.done) break
    held.push(next.value)
    length += next.value.length
  }
  const head = Buffer.concat(held)
  return { head: head.subarray(0, size), all: rejoin(head, iterator), close: async () => iterator.return?.() }
}

async function* rejoin(head: Uint8Array, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  } finally {
    await iterator.return?.()
  }
}
