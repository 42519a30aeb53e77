import type { Finding } from '../record/change.js'
import { bufferOf } from './iso2709-bytes.js'
import type { RecordSlice } from './marcxml-split.js'

const LESS = 0x3c
const NAME_MAX = 64
const marcElements = new Set(['leader', 'controlfield', 'datafield'])

/**
 * Finds `<record>` elements that hold MARC in octets of UTF-8 as they arrive. An inner record takes the place of the
 * wrapper around it (OAI-PMH, SRU call theirs `record` too). Holds no more than one record and one chunk.
 */
export function recordBoundaries(offset: number, maxBytes: number) {
  let held: Buffer = Buffer.alloc(0)
  let position = offset
  let at = 0
  let start = -1
  let hasMarc = false
  /** What ends the comment, instruction, CDATA section or DOCTYPE that the scan stands in. */
  let until: string | null = null
  let slices: RecordSlice[] = []

  return { push, end }

  function push(chunk: Uint8Array): RecordSlice[] {
    held = held.length === 0 ? bufferOf(chunk) : Buffer.concat([held, chunk])
    while (step()) {}
    if (start !== -1 && held.length - start > maxBytes) emit(held.length, tooLarge(maxBytes))
    release()
    return taken()
  }

  function end(): RecordSlice[] {
    if (start !== -1 && hasMarc)
      emit(held.length, unfinished('the file ends inside the record', '文件在记录中间结束'))
    return taken()
  }

  function taken(): RecordSlice[] {
    const ready = slices
    slices = []
    return ready
  }

  /** Octets before the open record, or before the tag that is not yet whole, are done with. */
  function release(): void {
    const keep = start === -1 ? at : start
    held = held.subarray(keep)
    position += keep
    at -= keep
    if (start !== -1) start = 0
  }

  /** One markup further; false when more octets are needed. */
  function step(): boolean {
    if (until !== null) return passOver(until)
    const tag = held.indexOf(LESS, at)
    if (tag === -1) {
      at = held.length
      return false
    }
    at = tag
    const next = held[tag + 1]
    if (next === 0x21 || next === 0x3f) return beginPassing(tag)
    const isEnd = next === 0x2f
    const nameStart = isEnd ? tag + 2 : tag + 1
    const nameEnd = endOfName(held, nameStart)
    if (nameEnd === held.length && nameEnd - nameStart < NAME_MAX) return false
    return element(localName(held, nameStart, nameEnd), isEnd, tag, nameEnd)
  }

  function element(name: string, isEnd: boolean, tag: number, nameEnd: number): boolean {
    if (name !== 'record') {
      if (!isEnd && start !== -1 && marcElements.has(name)) hasMarc = true
      at = nameEnd
      return true
    }
    const close = tagEnd(held, nameEnd)
    if (close === -1 && held.length - tag < 65_536) return false
    at = close === -1 ? nameEnd : close + 1
    if (isEnd) {
      if (start !== -1 && hasMarc) emit(at)
      start = -1
    } else if (held[at - 2] !== 0x2f) {
      if (start !== -1 && hasMarc)
        emit(tag, unfinished('the next record begins before it ends', '记录未结束即开始下一条'))
      start = tag
      hasMarc = false
    }
    return true
  }

  function beginPassing(tag: number): boolean {
    if (held.length - tag < 9) return false
    const opening = held.toString('latin1', tag, tag + 9)
    if (opening.startsWith('<!--')) until = '-->'
    else if (opening === '<![CDATA[') until = ']]>'
    else if (opening.startsWith('<?')) until = '?>'
    else if (held.indexOf(0x3e, tag) === -1) return held.length - tag >= 65_536 && passDeclaration(tag)
    else return passDeclaration(tag)
    at = tag + 2
    return true
  }

  /** A DOCTYPE with an internal subset ends at `]>`; nothing it defines is ever used. */
  function passDeclaration(tag: number): boolean {
    const close = held.indexOf(0x3e, tag)
    const subset = held.indexOf(0x5b, tag)
    if (subset !== -1 && subset < close) until = ']>'
    at = subset !== -1 && subset < close ? subset : close === -1 ? held.length : close + 1
    return true
  }

  function passOver(mark: string): boolean {
    const found = mark === ']>' ? subsetEnd(held, at) : held.indexOf(mark, at, 'latin1')
    if (found === -1) {
      at = Math.max(at, held.length - 64)
      return false
    }
    at = mark === ']>' ? found : found + mark.length
    until = null
    return true
  }

  function emit(to: number, finding?: Finding): void {
    const slice = { bytes: held.subarray(start, to), offset: position + start, end: position + to }
    slices.push(finding ? { ...slice, finding } : slice)
    start = -1
    hasMarc = false
  }
}

function endOfName(bytes: Buffer, from: number): number {
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
function localName(bytes: Buffer, from: number, to: number): string {
  const colon = bytes.subarray(from, to).indexOf(0x3a)
  const length = to - from - colon - 1
  if (length !== 6 && length !== 9 && length !== 12) return ''
  return bytes.toString('latin1', to - length, to)
}

function tagEnd(bytes: Buffer, from: number): number {
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
function subsetEnd(bytes: Buffer, from: number): number {
  for (let close = bytes.indexOf(0x5d, from); close !== -1; close = bytes.indexOf(0x5d, close + 1)) {
    let at = close + 1
    while (at < bytes.length && (bytes[at] as number) <= 0x20) at++
    if (bytes[at] === 0x3e) return at + 1
  }
  return -1
}

const unfinished = (why: string, whyZh: string): Finding => ({
  code: 'XML_NOT_WELL_FORMED',
  detail: `The XML of this record is not well-formed: ${why}.`,
  detailZh: `这条记录的 XML 格式不正确:${whyZh}。`,
})

const tooLarge = (maxBytes: number): Finding => ({
  code: 'XML_TOO_LARGE',
  detail: `The record has no end tag within ${maxBytes} octets; reading went on at the next record.`,
  detailZh: `${maxBytes} 字节内未见记录的结束标签;已从下一条记录继续读取。`,
  expected: `≤ ${maxBytes}`,
})
