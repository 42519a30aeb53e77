import type { Finding } from '../record/change.js'
import { bufferOf } from './iso2709-bytes.js'
import { noRecord } from './marcxml.js'
import { BETWEEN_RECORDS, neverClosed, nextRecordIn } from './xml-next-record.js'
import { endOfName, LESS, localName, NAME_MAX, subsetEnd, tagEnd } from './xml-octets.js'
import { type HarvestHeader, isBlankElement, readHeader } from './xml-wrappers.js'

const marcElements = new Set(['leader', 'controlfield', 'datafield'])

/** Octets of one `<record>`, and what was said around it. */
export interface RecordSlice {
  bytes: Uint8Array
  offset: number
  end: number
  /** Of the list it was harvested with. */
  header?: HarvestHeader
  /** An element of blanks. */
  isEmpty?: boolean
  /** Set when the slice is no whole record. */
  finding?: Finding
}

/**
 * Finds `<record>` elements in octets of UTF-8 as they arrive. An inner record takes the place of the wrapper around it
 * (OAI-PMH, SRU call theirs `record` too) and keeps what the header of OAI-PMH says of it. One that holds no MARC is
 * told too: nothing that calls itself a record is passed over. Holds no more than one record and one chunk.
 */
export function recordBoundaries(offset: number, maxBytes: number) {
  let held: Buffer = Buffer.alloc(0)
  let position = offset
  let at = 0
  let start = -1
  let hasMarc = false
  /** Where the header of the open record begins, counted from `start`; what the last one said. */
  let headerAt = -1
  let header: HarvestHeader | null = null
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
    if (start !== -1) emit(held.length, unfinished('the file ends inside the record', '文件在记录中间结束'))
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
      if (name === 'header') headerTag(isEnd, tag)
      return true
    }
    const close = tagEnd(held, nameEnd)
    if (close === -1 && held.length - tag < 65_536) return false
    at = close === -1 ? nameEnd : close + 1
    if (isEnd) closed()
    else opened(tag, held[at - 2] === 0x2f)
    return true
  }

  function headerTag(isEnd: boolean, tag: number): void {
    if (start === -1 || hasMarc) return
    if (!isEnd) headerAt = tag - start
    else if (headerAt !== -1) header = readHeader(held.subarray(start + headerAt, tag))
  }

  function closed(): void {
    if (start === -1) header = null
    else if (hasMarc) emit(at)
    else if (header === null && isBlankElement(held.subarray(start, at))) emitEmpty()
    else emit(at, header?.isDeleted ? undefined : noRecord())
  }

  function opened(tag: number, isWhole: boolean): void {
    if (start !== -1 && hasMarc)
      emit(tag, unfinished('the next record begins before it ends', '记录未结束即开始下一条'))
    if (start === -1) header = null
    start = tag
    headerAt = -1
    if (isWhole) emitEmpty()
  }

  function beginPassing(tag: number): boolean {
    if (held.length - tag < 9) return false
    const opening = held.toString('latin1', tag, tag + 9)
    if (opening.startsWith('<!--')) until = '-->'
    else if (opening === '<![CDATA[') until = ']]>'
    else if (opening.startsWith('<?')) until = '?>'
    else if (start !== -1) return skipDeclaration(tag)
    else if (held.indexOf(0x3e, tag) === -1) return held.length - tag >= 65_536 && passDeclaration(tag)
    else return passDeclaration(tag)
    at = tag + 2
    return true
  }

  /** XML 1.0 §2.8: a DOCTYPE stands before the first element. Inside a record it is none, and hides no other record. */
  function skipDeclaration(tag: number): boolean {
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
    if (start !== -1 && endsUnclosed(found === -1 ? held.length : found)) return true
    if (found === -1) {
      at = Math.max(at, held.length - BETWEEN_RECORDS)
      return false
    }
    at = mark === ']>' ? found : found + mark.length
    until = null
    return true
  }

  /** Whether another record begins before what the scan stands in has an end: then it has none, and hides no other record. */
  function endsUnclosed(end: number): boolean {
    const next = nextRecordIn(held.toString('latin1', at, end), 'record')
    if (next === -1) return false
    until = null
    at += next
    emit(at, neverClosed)
    return true
  }

  function emitEmpty(): void {
    slices.push({
      isEmpty: true,
      bytes: held.subarray(start, at),
      offset: position + start,
      end: position + at,
    })
    start = -1
  }

  function emit(to: number, finding?: Finding): void {
    const slice = { bytes: held.subarray(start, to), offset: position + start, end: position + to }
    slices.push({ ...slice, ...(finding && { finding }), ...(header && { header }) })
    start = -1
    hasMarc = false
  }
}

const unfinished = (why: string, whyZh: string): Finding => ({
  code: 'XML_NOT_WELL_FORMED',
  detail: `The XML of this record is not well-formed: ${why}.`,
  detailZh: `这条记录的 XML 格式不正确：${whyZh}。`,
})

const tooLarge = (maxBytes: number): Finding => ({
  code: 'XML_TOO_LARGE',
  detail: `The record has no end tag within ${maxBytes} octets; reading went on at the next record.`,
  detailZh: `${maxBytes} 字节内未见记录的结束标签；已从下一条记录继续读取。`,
  expected: `≤ ${maxBytes}`,
})
