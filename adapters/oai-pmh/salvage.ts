import type { Finding } from '../../standards/record/change.js'
import { type OaiPage, type OaiRecord, shortened, tokenOf, utcDateOf } from './page.js'
import type { Stints } from './stints.js'

/** An OAI record begins with its header; a MARC record of the same name does not. The record's own tag may be lost. */
const recordStart =
  /(?:<(?:[\w.-]+:)?record(?:\s[^<>]*)?>\s*(?:<!--[^>]*-->\s*)?)?<(?:[\w.-]+:)?header(?:\s[^<>]*)?>\s*<(?:[\w.-]+:)?identifier[\s>]/g
const recordEnd = /<\/(?:[\w.-]+:)?record\s*>/g

/** What stands around the records is at the beginning and at the end: the rest of a long page is not searched for it. */
const edge = 65_536

/** @throws an error with a `finding` for what is not well-formed */
type Read = (text: string) => Promise<OaiPage>

/**
 * A page that is no well-formed XML: every record that can be read by itself is, the others come with their fault and
 * their text. The envelope is read from the text as it stands.
 */
export async function salvagePage(text: string, read: Read, pause: Stints): Promise<OaiPage> {
  const beginning = text.slice(0, edge)
  const envelope = envelopeOf(beginning)
  const records: OaiRecord[] = []
  const slices = slicesOf(text)
  await pause()
  for (const slice of slices) records.push(await recordOf(slice, envelope, read))
  return {
    responseDate: utcDateOf(contentOf(beginning, 'responseDate')),
    errors: records.length === 0 ? errorsOf(beginning) : [],
    records,
    token: rawToken(text.slice(-edge)),
    identify: new Map(),
    entries: [],
    isSalvaged: true,
  }
}

/** Opening tags of the page, for the namespaces that they declare, and what closes them. */
function envelopeOf(text: string): { open: string; close: string } {
  const root = /<((?:[\w.-]+:)?OAI-PMH)(?:\s[^<>]*)?>/.exec(text)
  const list = /<((?:[\w.-]+:)?(?:ListRecords|ListIdentifiers|GetRecord))(?:\s[^<>]*)?>/.exec(text)
  const [rootName, listName] = [root?.[1] ?? 'OAI-PMH', list?.[1] ?? 'ListRecords']
  return {
    open: (root?.[0] ?? '<OAI-PMH>') + (list?.[0] ?? '<ListRecords>'),
    close: `</${listName}></${rootName}>`,
  }
}

function slicesOf(text: string): string[] {
  const starts = [...text.matchAll(recordStart)].map(({ index }) => index)
  const last = starts.at(-1) ?? text.length
  const tail = text
    .slice(last)
    .search(
      /<(?:[\w.-]+:)?resumptionToken[\s/>]|<\/(?:[\w.-]+:)?(?:ListRecords|ListIdentifiers|GetRecord)\s*>/,
    )
  const end = tail > 0 ? last + tail : text.length
  return starts.map((start, i) => endedSlice(text.slice(start, starts[i + 1] ?? end)))
}

/** Up to the last end tag: between that and the next record only blanks were meant to be. */
function endedSlice(slice: string): string {
  const last = [...slice.matchAll(recordEnd)].at(-1)
  return last ? slice.slice(0, last.index + last[0].length) : slice.trimEnd()
}

const isRecordTag = /^<(?:[\w.-]+:)?record[\s>]/

async function recordOf(
  slice: string,
  { open, close }: { open: string; close: string },
  read: Read,
): Promise<OaiRecord> {
  try {
    const whole = isRecordTag.test(slice) ? slice : `<record>${slice}`
    const [record, ...others] = (await read(open + whole + close)).records
    if (record && others.length === 0) return record
    return faultyRecord(slice, notARecord())
  } catch (error) {
    if (hasFinding(error)) return faultyRecord(slice, error.finding)
    throw error
  }
}

const hasFinding = (error: unknown): error is Error & { finding: Finding } =>
  error instanceof Error && 'finding' in error

const faultyRecord = (xml: string, fault: Finding): OaiRecord => {
  const [header = ''] = xml.split(/<(?:[\w.-]+:)?metadata[\s>]/, 1)
  return {
    identifier: contentOf(header, 'identifier') ?? '',
    sets: [],
    isDeleted: false,
    xml,
    findings: [],
    fault,
  }
}

const contentOf = (text: string, name: string): string | undefined => {
  const [, content] = new RegExp(`<(?:[\\w.-]+:)?${name}(?:\\s[^<>]*)?>([^<]{0,2000})<`).exec(text) ?? []
  return content === undefined ? undefined : plain(content).trim()
}

const errorsOf = (text: string): OaiPage['errors'] =>
  [...text.matchAll(/<(?:[\w.-]+:)?error\s+code\s*=\s*["'](\w{1,60})["'][^<>]*>([^<]{0,400})/g)].map(
    ([, code = '', content = '']) => ({ code, text: shortened(plain(content)) }),
  )

/** Null also when the element stands there but cannot be read: then nobody knows whether the list goes on. */
function rawToken(text: string): OaiPage['token'] {
  const last = [...text.matchAll(/<(?:[\w.-]+:)?resumptionToken((?:\s[^<>]*?)?)(?:\/>|>([^<]*)<\/)/g)].at(-1)
  if (!last) return null
  const attributes = [...(last[1] ?? '').matchAll(/(\w+)\s*=\s*["']([^"'<>]*)["']/g)]
  return tokenOf(plain(last[2] ?? ''), Object.fromEntries(attributes.map(([, name, value]) => [name, value])))
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const plain = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => named[name] ?? '')

const notARecord = (): Finding => ({
  code: 'XML_NOT_WELL_FORMED',
  detail: 'The XML of this record is not well-formed: its tags do not close where they should.',
  detailZh: '这条记录的 XML 格式不正确：标签没有在应有的位置结束。',
})
