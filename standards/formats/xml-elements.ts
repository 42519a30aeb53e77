import type { Finding } from '../record/change.js'
import type { SplitOptions } from './iso2709-split.js'
import { MAX_RECORD_BYTES, type Piece } from './pieces.js'
import { BETWEEN_RECORDS, neverClosed, nextRecordIn } from './xml-next-record.js'

/** Names of elements that may stand inside themselves: a harvested `record` holds another one, RDF describes in depth. */
const nesting = new Set(['record', 'Description'])
/** A tag longer than this is none. */
const MAX_TAG = 65_536
/** The part of a tag that tells whether it is one of ours always fits in this. */
const LOOK_BACK = 128

/**
 * The outermost elements of an XML stream whose local name is one of `names`, each as its octets of UTF-8. An element
 * that the next one of its name interrupts, or that does not end within `maxBytes`, is `broken`; reading goes on behind
 * it. What the elements say is read later. Holds one element and one chunk.
 */
export async function* splitElements(
  chunks: AsyncIterable<Uint8Array>,
  names: readonly string[],
  options: SplitOptions = {},
): AsyncGenerator<Piece> {
  const splitter = elementSplitter(names, options)
  for await (const chunk of chunks)
    yield* splitter.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('latin1'))
  yield* splitter.end()
}

/** Octets are held as Latin-1, one character each: offsets are those of the stream. */
function elementSplitter(
  names: readonly string[],
  { offset = 0, maxBytes = MAX_RECORD_BYTES }: SplitOptions,
) {
  const markup = new RegExp(
    `<(?:(!--|!\\[CDATA\\[|\\?|!)|(/?)(?:[\\w.-]{1,40}:)?(${names.join('|')})(?=[\\s/>]))`,
    'g',
  )
  let [held, position, at, isEnd] = ['', offset, 0, false]
  let [start, open, depth] = [-1, '', 0]
  /** What ends the comment, instruction, CDATA section or DOCTYPE that the scan stands in. */
  let until: RegExp | null = null
  let pieces: Piece[] = []

  return { push, end }

  function push(text: string): Piece[] {
    held += text
    while (step()) {}
    if (start !== -1 && held.length - start > maxBytes) {
      at = held.length
      emit(at, tooLarge(maxBytes))
    }
    release()
    return taken()
  }

  function end(): Piece[] {
    isEnd = true
    while (step()) {}
    if (start !== -1) emit(held.length, unfinished('the file ends inside the record', '文件在记录中间结束'))
    return taken()
  }

  /** One markup further; false when more octets are needed. */
  function step(): boolean {
    const from = at
    const found = seek(until ?? markup)
    if (until && start !== -1 && endsUnclosed(from, found?.index)) return true
    if (!found) return false
    const [whole, passing, slash, name] = found
    const after = found.index + whole.length
    if (until) [until, at] = [null, after]
    else if (passing !== undefined) return pass(passing, found.index)
    else return element(name as string, slash === '/', found.index)
    return true
  }

  function seek(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = at
    const found = pattern.exec(held)
    if (!found) at = Math.max(at, held.length - (until ? BETWEEN_RECORDS : LOOK_BACK))
    return found
  }

  /** Whether another element begins before what the scan stands in has an end: then it has none, and hides no other. */
  function endsUnclosed(from: number, end: number | undefined): boolean {
    const next = nextRecordIn(held.slice(from, end), open)
    if (next === -1) return false
    until = null
    at = from + next
    emit(at, neverClosed)
    return true
  }

  function pass(opening: string, tag: number): boolean {
    // The octets that would make it a comment or a CDATA section may be on their way.
    if (opening === '!' && held.length - tag < '<![CDATA['.length && !isEnd) return wait(tag)
    if (opening === '!' && start === -1) return passDeclaration(tag)
    at = tag + 2
    // XML 1.0 §2.8: a DOCTYPE stands before the first element. Inside a record it is none, and hides no other record.
    if (opening === '!') return true
    until = new RegExp(opening === '!--' ? '-->' : opening === '?' ? '\\?>' : '\\]\\]>', 'g')
    return true
  }

  /** A DOCTYPE with an internal subset ends at `]>`; nothing it defines is ever used. */
  function passDeclaration(tag: number): boolean {
    const close = held.indexOf('>', tag)
    if (close === -1 && !isTooLong(tag)) return wait(tag)
    const subset = held.slice(tag, close === -1 ? undefined : close).indexOf('[')
    if (subset !== -1) until = /\]\s{0,100}>/g
    at = subset !== -1 ? tag + subset : close === -1 ? held.length : close + 1
    return true
  }

  function element(name: string, isClosing: boolean, tag: number): boolean {
    const close = held.indexOf('>', tag)
    if (close === -1 && !isTooLong(tag)) return wait(tag)
    const isMore = start !== -1 && name === open
    if (isMore && !isClosing && nesting.has(name) && !isEnd && held.length < close + 300) return wait(tag)
    at = close === -1 ? tag + 1 : close + 1
    if (isClosing) closed(isMore)
    else if (held[close - 1] !== '/') opened(name, tag, isMore)
    return true
  }

  function closed(isMore: boolean): void {
    if (isMore && --depth === 0) emit(at)
  }

  function opened(name: string, tag: number, isMore: boolean): void {
    if (isMore && nesting.has(name) && !beginsHarvested(held.slice(at, at + 300))) depth++
    else if (start === -1 || isMore) {
      if (isMore) emit(tag, unfinished('the next record begins before it ends', '记录未结束即开始下一条'))
      ;[start, open, depth] = [tag, name, 1]
    }
  }

  function isTooLong(tag: number): boolean {
    return isEnd || held.length - tag > MAX_TAG
  }

  function wait(tag: number): false {
    at = tag
    return false
  }

  function emit(to: number, finding?: Finding): void {
    const bytes = Buffer.from(held.slice(start, to), 'latin1')
    const piece = { bytes, offset: position + start, end: position + to }
    pieces.push(finding ? { kind: 'broken', ...piece, finding } : { kind: 'record', ...piece, findings: [] })
    start = -1
  }

  function release(): void {
    const keep = start === -1 ? at : start
    held = held.slice(keep)
    position += keep
    at -= keep
    if (start !== -1) start = 0
  }

  function taken(): Piece[] {
    const ready = pieces
    pieces = []
    return ready
  }
}

/** A record of OAI-PMH begins with its header: it stands inside no other. */
const beginsHarvested = (text: string): boolean => /^\s*<(?:[\w.-]+:)?header[\s>/]/.test(text)

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
