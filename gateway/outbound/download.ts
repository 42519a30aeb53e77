import { type Answer, exchange, type Way } from './exchange.js'
import { notAFile } from './refusals.js'

/** Bytes of a file at an address from `offset` on; nothing when the offset is at or past the end. */
export async function* download(way: Way, url: URL, offset: number): AsyncGenerator<Uint8Array> {
  const headers: Record<string, string> =
    // A range counts encoded bytes, an offset decoded ones: so no coding.
    offset > 0 ? { range: `bytes=${offset}-`, 'accept-encoding': 'identity' } : {}
  const answer = await exchange(way, { url, method: 'GET', headers, body: undefined })
  try {
    if (answer.status === 416) return
    if (!isUsable(answer, offset)) throw notAFile(way.member, answer.url.host, answer.status)
    yield* answer.status === 206 ? answer.body : skip(answer.body, offset)
  } finally {
    answer.cut()
  }
}

function isUsable({ status, headers }: Answer, offset: number): boolean {
  if (status === 200) return true
  const isWhole = (headers['content-encoding'] ?? 'identity') === 'identity'
  return status === 206 && isWhole && Boolean(headers['content-range']?.startsWith(`bytes ${offset}-`))
}

/** For servers that know no ranges and send everything again. */
async function* skip(chunks: AsyncIterable<Uint8Array>, bytes: number): AsyncGenerator<Uint8Array> {
  let left = bytes
  for await (const chunk of chunks) {
    if (left < chunk.length) yield chunk.subarray(left)
    left = Math.max(0, left - chunk.length)
  }
}
