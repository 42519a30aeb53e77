import { RecordUnreadable } from '../crosswalks/crosswalk.js'
import type { Finding } from '../record/change.js'
import { unescapeXml } from './xml-text.js'

/** Deeper or wider than this no bibliographic record is. */
const MAX_DEPTH = 256
const MAX_ATTRIBUTES = 256

export interface XmlHandler {
  /** `name` without its prefix; attributes by their names as written. */
  start(name: string, attributes: Map<string, string>): void
  text(text: string): void
  /** False ends the scan. */
  end(name: string): boolean
}

/**
 * Reads one element or document, tags checked for balance. Comments, instructions and DOCTYPE are passed over
 * unread; a namespace is a prefix that nobody looks at. Linear in the length.
 * @throws RecordUnreadable XML_NOT_WELL_FORMED, XML_ENTITY, XML_TOO_DEEP, XML_ATTRIBUTES
 */
export function scanXml(xml: string, handler: XmlHandler, findings: Finding[]): void {
  const open: string[] = []
  let at = 0
  while (at < xml.length) {
    const tag = xml.indexOf('<', at)
    if (tag === -1) break
    if (tag > at && open.length > 0) handler.text(unescapeXml(xml.slice(at, tag), findings))
    const next = xml.charCodeAt(tag + 1)
    if (next === 0x21 || next === 0x3f) {
      at = passOver(xml, tag, open.length > 0 ? handler : null)
      continue
    }
    const end = tagEnd(xml, tag)
    at = end + 1
    if (next === 0x2f) {
      if (!close(xml.slice(tag + 2, end).trimEnd(), tag)) return
      continue
    }
    const isEmpty = xml.charCodeAt(end - 1) === 0x2f
    const name = begin(xml, tag, isEmpty ? end - 1 : end)
    if (isEmpty && !close(name, tag)) return
  }
  if (open.length > 0) throw notWellFormed(`<${open.at(-1)}> is never closed`, xml.length)

  function begin(source: string, tag: number, end: number): string {
    const nameEnd = endOfName(source, tag + 1, end)
    const name = source.slice(tag + 1, nameEnd)
    if (name === '') throw notWellFormed('a "<" stands in the text unescaped', tag)
    if (open.length >= MAX_DEPTH) throw tooDeep(tag)
    open.push(name)
    handler.start(localName(name), attributesOf(source, nameEnd, end, findings))
    return name
  }

  function close(name: string, tag: number): boolean {
    const expected = open.pop()
    if (expected !== name)
      throw notWellFormed(`</${expected ?? ''}> was expected, </${name.slice(0, 40)}> came`, tag)
    return handler.end(localName(name))
  }
}

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Past a comment, an instruction, a CDATA section (whose text is handed on) or a DOCTYPE. */
function passOver(xml: string, tag: number, handler: XmlHandler | null): number {
  if (xml.startsWith('<!--', tag)) return after(xml, '-->', tag)
  if (xml.startsWith('<?', tag)) return after(xml, '?>', tag)
  if (!xml.startsWith('<![CDATA[', tag)) return afterDoctype(xml, tag)
  const end = after(xml, ']]>', tag)
  handler?.text(xml.slice(tag + 9, end - 3))
  return end
}

function after(xml: string, mark: string, from: number): number {
  const end = xml.indexOf(mark, from + 2)
  if (end === -1) throw notWellFormed(`"${mark}" is missing`, from)
  return end + mark.length
}

/** What a DOCTYPE says is of no interest: nothing it could define is ever used. */
function afterDoctype(xml: string, from: number): number {
  const end = after(xml, '>', from)
  const subset = xml.indexOf('[', from)
  if (subset === -1 || subset > end) return end
  let close = xml.indexOf(']', subset)
  while (close !== -1) {
    let at = close + 1
    while (xml.charCodeAt(at) <= 0x20) at++
    if (xml[at] === '>') return at + 1
    close = xml.indexOf(']', close + 1)
  }
  throw notWellFormed('the DOCTYPE has no end', from)
}

/** The `>` that ends a tag; one inside an attribute's quotes does not. */
function tagEnd(xml: string, tag: number): number {
  let quote = 0
  for (let at = tag + 1; at < xml.length; at++) {
    const unit = xml.charCodeAt(at)
    if (quote !== 0) {
      if (unit === quote) quote = 0
      else if (unit === 0x3c) break
    } else if (unit === 0x3e) return at
    else if (unit === 0x22 || unit === 0x27) quote = unit
    else if (unit === 0x3c) break
  }
  throw notWellFormed('a tag has no end', tag)
}

function endOfName(xml: string, from: number, to: number): number {
  let at = from
  while (at < to && xml.charCodeAt(at) > 0x20) at++
  return at
}

const noAttributes: Map<string, string> = new Map()

function attributesOf(xml: string, from: number, to: number, findings: Finding[]): Map<string, string> {
  let at = from
  while (at < to && xml.charCodeAt(at) <= 0x20) at++
  if (at >= to) return noAttributes
  const attributes = new Map<string, string>()
  let count = 0
  while (at < to) {
    const equals = xml.indexOf('=', at)
    if (equals === -1 || equals >= to) throw notWellFormed('an attribute has no value', at)
    let open = equals + 1
    while (xml.charCodeAt(open) <= 0x20) open++
    const quote = xml[open] as string
    const close = quote === '"' || quote === "'" ? xml.indexOf(quote, open + 1) : -1
    if (close === -1 || close >= to) throw notWellFormed('an attribute value is not quoted', open)
    attributes.set(xml.slice(at, equals).trimEnd(), unescapeXml(xml.slice(open + 1, close), findings))
    if (++count > MAX_ATTRIBUTES) throw tooManyAttributes(from)
    at = close + 1
    while (at < to && xml.charCodeAt(at) <= 0x20) at++
  }
  return attributes
}

export const notWellFormed = (why: string, offset: number): RecordUnreadable =>
  new RecordUnreadable({
    code: 'XML_NOT_WELL_FORMED',
    detail: `The XML of this record is not well-formed: ${why}.`,
    detailZh: `这条记录的 XML 格式不正确：${why}。`,
    offset,
  })

const tooDeep = (offset: number): RecordUnreadable =>
  new RecordUnreadable({
    code: 'XML_TOO_DEEP',
    detail: `The elements of this record nest deeper than ${MAX_DEPTH}.`,
    detailZh: `这条记录的元素嵌套超过 ${MAX_DEPTH} 层。`,
    expected: `≤ ${MAX_DEPTH}`,
    offset,
  })

const tooManyAttributes = (offset: number): RecordUnreadable =>
  new RecordUnreadable({
    code: 'XML_ATTRIBUTES',
    detail: `An element of this record has more than ${MAX_ATTRIBUTES} attributes.`,
    detailZh: `这条记录中有元素的属性超过 ${MAX_ATTRIBUTES} 个。`,
    expected: `≤ ${MAX_ATTRIBUTES}`,
    offset,
  })
