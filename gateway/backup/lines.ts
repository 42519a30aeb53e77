/** A record with its bytes in base64 takes no more; without a bound a file could ask for any memory. */
const longest = 256 * 1024 * 1024

/**
 * Bytes in any pieces → lines without their end. What follows the last end of line is no line.
 * @throws RangeError for a line that is too long
 */
export async function* linesOf(pieces: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let open: Buffer[] = []
  let length = 0
  for await (const piece of pieces) {
    let from = 0
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, from)) {
      const rest = piece.subarray(from, at)
      yield open.length === 0 ? rest : Buffer.concat([...open, rest])
      open = []
      length = 0
      from = at + 1
    }
    if (from === piece.length) continue
    open.push(piece.subarray(from))
    length += piece.length - from
    if (length > longest) throw new RangeError('a line without end')
  }
}
