/** GB 18030 codes of the Basic Multilingual Plane, by code unit; 0 where there is none. Two octets, or four. */
let codes: Uint32Array | null = null

/** Text in GB 18030. Node decodes it but has no encoder; the table is made from the decoder at the first call. */
export function encodeGb18030(text: string): Uint8Array {
  codes ??= reverseTable()
  const out: number[] = []
  for (const character of text) {
    const point = character.codePointAt(0) as number
    if (point < 0x80) out.push(point)
    else if (point > 0xffff) out.push(...fourOctets(189_000 + point - 0x10000))
    else push(out, codes[point] || (codes[0xfffd] as number))
  }
  return Uint8Array.from(out)
}

function push(out: number[], code: number): void {
  if (code > 0xffff) out.push(code >>> 24, (code >>> 16) & 0xff)
  out.push((code >>> 8) & 0xff, code & 0xff)
}

/** Linear index of a four-octet code, counted from 81 30 81 30 on. The supplementary planes begin at 189,000. */
const fourOctets = (index: number): number[] => [
  0x81 + Math.floor(index / 12_600),
  0x30 + (Math.floor(index / 1_260) % 10),
  0x81 + (Math.floor(index / 10) % 126),
  0x30 + (index % 10),
]

function reverseTable(): Uint32Array {
  const table = new Uint32Array(0x10000)
  const decoder = new TextDecoder('gb18030')
  const note = (octets: number[]) => {
    const text = decoder.decode(Uint8Array.from(octets))
    const point = text.codePointAt(0) as number
    const isOne = text.length === 1 && point !== 0xfffd
    if (isOne && table[point] === 0) table[point] = octets.reduce((code, octet) => code * 256 + octet, 0)
  }
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) note([lead, trail])
  }
  for (let index = 0; index < 39_420; index++) note(fourOctets(index))
  table[0xfffd] = 0x8431a437
  return table
}
