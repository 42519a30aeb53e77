import { isUtf8 } from 'node:buffer'
import { decodeAs, type Encoding } from '../formats/encoding/candidates.js'
import { chooseEncoding } from '../formats/encoding/choose.js'
import type { Place } from './place.js'

/** A stretch of bytes as people read them: sixteen a row, and as text, with the place that is meant. */
export interface ShownBytes {
  /** Of the whole. */
  size: number
  from: number
  to: number
  place?: Place
  rows: ShownRow[]
  text: { encoding: string; before: string; marked: string; after: string }
}

export interface ShownRow {
  at: number
  /** `30 31 …` */
  hex: string
  /** A character for each byte; `.` where it is none. */
  text: string
  /** Which bytes of this row lie in the place, counted from the row's first. */
  mark?: Place
}

const perRow = 16
/** More is never looked at as a whole: a record may have megabytes. */
const mostBytes = 512

/** The place in the middle of what is shown; the beginning where no place is known. */
export function showBytes(bytes: Uint8Array, place?: Place): ShownBytes {
  const from = place ? Math.max(0, Math.floor((place.from - mostBytes / 4) / perRow) * perRow) : 0
  const to = Math.min(bytes.length, from + mostBytes)
  const rows: ShownRow[] = []
  for (let at = from; at < to; at += perRow) rows.push(rowOf(bytes, at, Math.min(at + perRow, to), place))
  return { size: bytes.length, from, to, ...(place && { place }), rows, text: textOf(bytes, from, to, place) }
}

function rowOf(bytes: Uint8Array, at: number, end: number, place: Place | undefined): ShownRow {
  const row = [...bytes.subarray(at, end)]
  const [from, to] = place ? [Math.max(place.from, at) - at, Math.min(place.to, end) - at] : [0, 0]
  return {
    at,
    hex: row.map((byte) => byte.toString(16).padStart(2, '0')).join(' '),
    text: row.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join(''),
    ...(to > from && { mark: { from, to } }),
  }
}

/** The three parts are decoded each by itself: a character that the place cuts in two shows as damaged, which it is. */
function textOf(bytes: Uint8Array, from: number, to: number, place: Place | undefined): ShownBytes['text'] {
  const encoding = encodingOf(bytes)
  const say = (start: number, end: number): string =>
    visible(decodeAs(encoding, Buffer.from(bytes.subarray(start, Math.max(start, end)))))
  if (!place) return { encoding, before: say(from, to), marked: '', after: '' }
  const end = Math.min(place.to, to)
  return { encoding, before: say(from, place.from), marked: say(place.from, end), after: say(end, to) }
}

/** Good enough to recognise the record by; for the catalogue its fields and its file are heard too. */
const encodingOf = (bytes: Uint8Array): Encoding =>
  isUtf8(bytes) ? 'utf-8' : chooseEncoding(Buffer.from(bytes)).encoding

/** Control characters by their pictures (U+2400 …): ␝ ends a record, ␞ a field, ␟ begins a subfield. */
const visible = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b-\u001f]/g, (character) =>
    String.fromCharCode(0x2400 + character.charCodeAt(0)),
  )
