import { SaxesParser } from 'saxes'
import { MAX_RECORD_BYTES } from '../../standards/formats/pieces.js'
import type { Finding } from '../../standards/record/change.js'
import { rootScope, scopeWithin, standingAlone } from './namespaces.js'
import { type OaiPage, type OaiRecord, shortened, tokenOf, utcDateOf } from './page.js'
import { illegalCharacters, replacedBytes, withoutIllegal } from './repair.js'
import { salvagePage } from './salvage.js'
import { createStints, type Stints } from './stints.js'

/** Deeper or wider than this no bibliographic record is. */
const MAX_DEPTH = 256
const MAX_ATTRIBUTES = 256

/** The XML cannot be read on from here; `finding` says why. */
export class XmlFault extends Error {
  constructor(readonly finding: Finding) {
    super(finding.detail)
  }
}

/**
 * Reads an answer. Names are told by their local part: many servers get the namespace wrong. Where the page is not
 * well-formed, each record is read for itself; a DOCTYPE is passed over, and an entity it defines is a fault of the
 * record that uses it.
 */
export async function parsePage(text: string, pause: Stints = createStints()): Promise<OaiPage> {
  const read = (text: string) => readPage(text, pause)
  try {
    return await read(text)
  } catch (error) {
    if (error instanceof XmlFault) return salvagePage(text, read, pause)
    throw error
  }
}

const pieceLength = 65_536

/** @throws XmlFault */
async function readPage(text: string, pause: Stints): Promise<OaiPage> {
  const mended = withoutIllegal(text)
  await pause()
  const reader = pageReader(mended, text)
  const parser = new SaxesParser({ xmlns: false })
  parser.on('error', (error) => {
    throw new XmlFault(faultOf(error.message))
  })
  let attributes = 0
  parser.on('opentagstart', () => {
    attributes = 0
  })
  parser.on('attribute', () => {
    if (++attributes > MAX_ATTRIBUTES) throw new XmlFault(tooMany())
  })
  parser.on('opentag', (tag) => reader.open(tag.name, tag.attributes, parser.position))
  parser.on('closetag', () => reader.close(parser.position))
  parser.on('text', reader.text)
  parser.on('cdata', reader.text)
  for (let at = 0; at < mended.length; at += pieceLength) {
    parser.write(mended.slice(at, at + pieceLength))
    await pause()
  }
  parser.close()
  return reader.page
}

interface Open {
  name: string
  attributes: Record<string, string>
  start: number
}

/** Envelope at depth 1 to 5: OAI-PMH, verb, record, header or metadata, identifier; below lies what the records hold. */
function pageReader(mended: string, original: string) {
  const identify = new Map<string, string[]>()
  const page: OaiPage = {
    errors: [],
    records: [],
    token: null,
    identify,
    entries: [],
    isSalvaged: false,
  }
  let entry: Record<string, string> = {}
  const stack: Open[] = []
  let record: OaiRecord | null = null
  let content = ''
  let depth = 0

  return { page, open, close, text }

  function open(qualified: string, attributes: Record<string, string>, position: number): void {
    if (++depth > MAX_DEPTH) throw new XmlFault(tooDeep())
    if (depth > 5) return
    const start = mended.lastIndexOf('<', position - 1)
    stack.push({ name: localName(qualified), attributes, start })
    content = ''
    if (depth === 3) entry = {}
    if (isAt('record', 3) || isAt('header', 3))
      record = { identifier: '', sets: [], isDeleted: false, xml: '', findings: [] }
    if (record && stack.at(-1)?.name === 'header')
      record.isDeleted ||= /^\s*deleted\s*$/i.test(attributes['status'] ?? '')
  }

  function text(more: string): void {
    if (depth <= 5) content += more
  }

  function close(position: number): void {
    if (depth-- > 5) return
    const element = stack.pop() as Open
    const parent = stack.at(-1)?.name
    if (stack.length === 1) ofPage(element)
    else if (stack.length === 2) ofList(element, parent, position)
    else if (stack.length === 3) ofEntry(element, parent)
    else if (stack.length === 4 && record) ofRecord(record, element, parent, position)
    content = ''
  }

  function ofPage({ name, attributes }: Open): void {
    if (name === 'responseDate') page.responseDate = utcDateOf(content)
    if (name === 'error')
      page.errors.push({ code: shortened(attributes['code'] ?? ''), text: shortened(content) })
  }

  function ofList({ name, attributes, start }: Open, parent: string | undefined, position: number): void {
    if (parent === 'Identify') identify.set(name, [...(identify.get(name) ?? []), shortened(content)])
    else if (name === 'resumptionToken') page.token = tokenOf(content, attributes)
    else if (name === 'set' || name === 'metadataFormat') page.entries.push(entry)
    else if ((name === 'record' || name === 'header') && record) {
      record.xml = original.slice(start, position)
      record.findings.push(...findingsOf(record.xml, mended.slice(start, position)))
      if (record.xml.length > MAX_RECORD_BYTES) cutShort(record)
      page.records.push(record)
      record = null
    }
  }

  /** A header of ListIdentifiers, a set, a format. */
  function ofEntry({ name }: Open, parent: string | undefined): void {
    if (parent === 'header' && record) ofHeader(record, name)
    else if (parent === 'set' || parent === 'metadataFormat') entry[name] = shortened(content)
  }

  function ofHeader(into: OaiRecord, name: string): void {
    if (name === 'identifier') into.identifier = content.trim()
    if (name === 'datestamp') into.datestamp = content.trim()
    if (name === 'setSpec') into.sets.push(content.trim())
  }

  function ofRecord(into: OaiRecord, element: Open, parent: string | undefined, position: number): void {
    if (parent === 'header') ofHeader(into, element.name)
    else if (parent === 'metadata' && into.metadata === undefined) {
      const around = stack.reduce((scope, { attributes }) => scopeWithin(scope, attributes), rootScope)
      into.metadata = standingAlone(mended.slice(element.start, position), around)
    }
  }

  function isAt(name: string, level: number): boolean {
    return depth === level && stack.at(-1)?.name === name
  }
}

/** Its beginning is kept: it names itself there. */
function cutShort(record: OaiRecord): void {
  record.xml = record.xml.slice(0, MAX_RECORD_BYTES)
  delete record.metadata
  record.fault = tooLarge()
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

function findingsOf(came: string, mended: string): Finding[] {
  const findings = came === mended ? [] : [illegalCharacters()]
  return came.includes('\ufffd') ? [...findings, replacedBytes()] : findings
}

/** saxes says `1:20: undefined entity.`: the place is one of the page, which nobody will see again. */
function faultOf(message: string): Finding {
  const why = shortened(message.replace(/^.*?\d+:\d+:\s*/, '')).replace(/\.$/, '')
  const isEntity = /entity/.test(why)
  return {
    code: isEntity ? 'XML_ENTITY' : 'XML_NOT_WELL_FORMED',
    detail: isEntity
      ? 'The record uses an entity that XML does not define. Entities are never expanded; write the character itself.'
      : `The XML of this record is not well-formed: ${why}.`,
    detailZh: isEntity
      ? '记录使用了 XML 未定义的实体。本系统不展开实体，请直接写出该字符。'
      : `这条记录的 XML 格式不正确：${why}。`,
  }
}

const tooLarge = (): Finding => ({
  code: 'XML_TOO_LARGE',
  detail: `The record is longer than ${MAX_RECORD_BYTES} characters; its beginning is kept.`,
  detailZh: `这条记录长于 ${MAX_RECORD_BYTES} 个字符；仅保留其开头。`,
  expected: `≤ ${MAX_RECORD_BYTES}`,
})

const tooDeep = (): Finding => ({
  code: 'XML_TOO_DEEP',
  detail: `The elements of this record nest deeper than ${MAX_DEPTH}.`,
  detailZh: `这条记录的元素嵌套超过 ${MAX_DEPTH} 层。`,
  expected: `≤ ${MAX_DEPTH}`,
})

const tooMany = (): Finding => ({
  code: 'XML_ATTRIBUTES',
  detail: `An element of this record has more than ${MAX_ATTRIBUTES} attributes.`,
  detailZh: `这条记录中有元素的属性超过 ${MAX_ATTRIBUTES} 个。`,
  expected: `≤ ${MAX_ATTRIBUTES}`,
})
