export const LESS = 0x3c
/** A name longer than this is none that matters. */
export const NAME_MAX = 64

export function endOfName(bytes: Buffer, from: number): number {
  let at = from
  const limit = Math.min(bytes.length, from + NAME_MAX)
  while (at < limit) {
    const byte = bytes[at] as number
    if (byte <= 0x20 || byte === 0x3e || byte === 0x2f || byte === LESS) break
    at++
  }
  return at
}

/** '' unless the name has the length of one that matters: most tags need no string made of them. */
export function localName(bytes: Buffer, from: number, to: number): string {
  const colon = bytes.subarray(from, to).indexOf(0x3a)
  const length = to - from - colon - 1
  if (length !== 6 && length !== 9 && length !== 12) return ''
  return bytes.toString('latin1', to - length, to)
}

export function tagEnd(bytes: Buffer, from: number): number {
  let quote = 0
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at] as number
    if (quote !== 0) quote = byte === quote ? 0 : quote
    else if (byte === 0x3e) return at
    else if (byte === 0x22 || byte === 0x27) quote = byte
  }
  return -1
}

/** Past a `]` that only blanks part from its `>`; -1 while it has not come. */
export function subsetEnd(bytes: Buffer, from: number): number {
  for (let close = bytes.indexOf(0x5d, from); close !== -1; close = bytes.indexOf(0x5d, close + 1)) {
    let at = close + 1
    while (at < bytes.length && (bytes[at] as number) <= 0x20) at++
    if (bytes[at] === 0x3e) return at + 1
  }
  return -1
}
