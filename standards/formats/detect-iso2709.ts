import { flavourOf } from './encoding-declared.js'
import type { Guess } from './guess.js'
import { readIso2709 } from './iso2709.js'
import { bufferOf, FIELD_END, isDigit } from './iso2709-bytes.js'
import { iso2709Splitter } from './iso2709-split.js'

/** One of the first records says which MARC it is; the leader and the directory do where none can be read. */
export function guessIso2709(head: Uint8Array): Guess | null {
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

export function reasonOf(tags: Set<string>, format: 'marc21' | 'cnmarc'): string {
  const title = format === 'marc21' ? '245' : '200'
  return tags.has(title)
    ? `title field ${title}`
    : `fields that only ${format === 'marc21' ? 'MARC 21' : 'CNMARC'} has`
}
