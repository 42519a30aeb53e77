import { constants, gunzipSync } from 'node:zlib'
import type { Format } from '../record/change.js'
import { flavourOf } from './encoding-declared.js'
import { readIso2709 } from './iso2709.js'
import { bufferOf, FIELD_END, isDigit } from './iso2709-bytes.js'
import { iso2709Splitter } from './iso2709-split.js'
import { findHeader } from './kbart/header.js'
import { delimiters } from './kbart/rows.js'
import { readText } from './kbart/text.js'
import { xmlEncodingOf } from './xml-encoding.js'

export interface Guess {
  format: Format
  carrier: 'iso2709' | 'marcxml' | 'json' | 'xml' | 'tsv' | 'csv'
  /** What it was told from, for a person. */
  reason: string
}

/**
 * What a file is, from its first octets (64 KiB are plenty) and, where those leave a choice, its name. Null when
 * nothing speaks for any format.
 */
export function guessFormat(head: Uint8Array, fileName: string): Guess | null {
  const bytes = unpacked(head)
  const text = headText(bytes)
  const first = text.trimStart()[0]
  if (first === '<') return guessXml(text)
  if ((first === '{' || first === '[') && /"fields"\s*:/.test(text))
    return guessTags(text, /"(\d{3})"\s*:/g, 'json')
  return guessIso2709(bytes) ?? guessTable(bytes, fileName)
}

/** The beginning of what a gzipped file holds. */
function unpacked(head: Uint8Array): Uint8Array {
  if (head[0] !== 0x1f || head[1] !== 0x8b) return head
  try {
    return gunzipSync(head, {
      maxOutputLength: 64 * 1024 * 1024,
      finishFlush: constants.Z_SYNC_FLUSH,
    }).subarray(0, 65_536)
  } catch {
    return head
  }
}

function headText(head: Uint8Array): string {
  return new TextDecoder(xmlEncodingOf(head)).decode(head)
}

function guessXml(xml: string): Guess | null {
  if (/<(?:[\w-]+:)?(?:datafield|controlfield|leader)[\s>]/.test(xml)) {
    return guessTags(xml, /field\s[^>]*?tag\s*=\s*["'](\w{3})["']/g, 'marcxml')
  }
  if (/oai_dc|purl\.org\/dc\/(?:elements|terms)/.test(xml)) {
    return { format: 'dublin-core', carrier: 'xml', reason: 'XML in the namespace of Dublin Core' }
  }
  return null
}

function guessTags(text: string, tag: RegExp, carrier: 'marcxml' | 'json'): Guess | null {
  const tags = [...text.matchAll(tag)].map((match) => match[1] as string)
  const leader = /leader"?\s*[:>]\s*"?([^<"]{24})/.exec(text)?.[1] ?? ''
  const format = flavourOf(tags, leader)
  return format && { format, carrier, reason: reasonOf(new Set(tags), format) }
}

function guessIso2709(head: Uint8Array): Guess | null {
  if (!head.includes(FIELD_END)) return null
  for (const piece of iso2709Splitter().push(head).slice(0, 5)) {
    const guess = piece.kind === 'record' ? guessRecord(piece.bytes) : null
    if (guess) return guess
  }
  return guessByLeader(head)
}

function guessRecord(bytes: Uint8Array): Guess | null {
  try {
    const { record } = readIso2709(bytes)
    const tags = record.fields.map((field) => field.tag)
    const format = flavourOf(tags, record.leader)
    return format && { format, carrier: 'iso2709', reason: reasonOf(new Set(tags), format) }
  } catch {
    return null
  }
}

/** One record longer than the head, or none that can be read: the leader and the tags of the directory remain. */
function guessByLeader(head: Uint8Array): Guess | null {
  const start = head.findIndex((byte) => isDigit(byte))
  const text = bufferOf(head).toString('latin1', start, head.indexOf(FIELD_END))
  if (!/^\d{5}[a-z ]{2}/.test(text)) return null
  const tags =
    text
      .slice(24)
      .match(/.{12}/gs)
      ?.map((entry) => entry.slice(0, 3)) ?? []
  const format = flavourOf(tags, text) ?? (text.slice(20, 23) === '450' && text[23] === ' ' ? 'cnmarc' : null)
  return format && { format, carrier: 'iso2709', reason: 'leader and directory of the first record' }
}

function reasonOf(tags: Set<string>, format: 'marc21' | 'cnmarc'): string {
  const title = format === 'marc21' ? '245' : '200'
  return tags.has(title)
    ? `title field ${title}`
    : `fields that only ${format === 'marc21' ? 'MARC 21' : 'CNMARC'} has`
}

/** A table whose labels are those of KBART, or what publishers and Chinese databases write instead. */
function guessTable(head: Uint8Array, fileName: string): Guess | null {
  const header = findHeader(readText(bufferOf(head)))
  const known = header?.columns.filter((label) => label !== undefined) ?? []
  if (!header || known.length < 2 || !known.includes('publication_title')) return null
  const named = /kbart/i.test(fileName) ? ', and the file name says KBART' : ''
  return {
    format: 'kbart',
    carrier: header.layout.delimiter === delimiters.tab ? 'tsv' : 'csv',
    reason: `header with ${known.slice(0, 3).join(', ')}${named}`,
  }
}
