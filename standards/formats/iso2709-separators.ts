import { suspicionOf, textMarks } from './encoding/suspicion.js'
import { FIELD_END, SUBFIELD_START } from './iso2709-bytes.js'

/** A text of fields and subfields, looked at once. The next text looked at takes its place. */
export interface Separated {
  text: string
  /** Where 0x1E and 0x1F stand in the text, in order. What lies beyond the last end is of another text. */
  readonly places: number[]
  /** Which of the places are 0x1E, the first `fields` of them: the fields in between are the rest. */
  readonly ends: number[]
  fields: number
  /** Characters stand together that misread text shows: `mendMojibake` should look at the fields. */
  isSuspicious: boolean
}

/** ISO 2709 §4.2: a length has five digits, so a record that is as long as it says has no more octets than this. */
const MOST_OCTETS = 100_000

const separated: Separated = { text: '', places: [], ends: [], fields: 0, isSuspicious: false }

/**
 * The text of at most 100,000 octets that are known to be UTF-8. Decoded here because one pass finds the separators and
 * what looks misread as well: this is the inner loop of reading a catalogue.
 */
export const separateUtf8 = utf8Separator()

/**
 * Memory made anew for each record would cost more than reading it. What is handed out is strings and places. The arrays
 * are constants of a closure because the compiler then knows where they lie: a third quicker than as properties.
 */
function utf8Separator(): (data: Buffer) => Separated {
  const octets = new Uint8Array(MOST_OCTETS)
  const fours = new DataView(octets.buffer)
  const units = new Uint16Array(MOST_OCTETS)
  const unitOctets = Buffer.from(units.buffer)
  const marks = textMarks
  const { places, ends } = separated

  return (data) => {
    const end = data.length
    let length = 0
    let count = 0
    let fields = 0
    let suspicion = 0
    let before = 0
    octets.set(data)
    for (let at = 0; at < end; ) {
      const octet = octets[at] as number
      if (octet < 0x80) {
        if (octet < 0x20) {
          if (octet === FIELD_END) ends[fields++] = count
          if (octet === FIELD_END || octet === SUBFIELD_START) places[count++] = length
        }
        units[length++] = octet
        before = 0
        const run = copyPlain(++at, end, length)
        at += run
        length += run
      } else {
        const point = pointAt(at, octet)
        at += octet < 0xe0 ? 2 : octet < 0xf0 ? 3 : 4
        if (point > 0xffff) units[length++] = 0xd7c0 + (point >> 10)
        const unit = point > 0xffff ? 0xdc00 | (point & 0x3ff) : point
        suspicion |= suspicionOf(unit, before, marks)
        units[length++] = unit
        before = unit
      }
    }
    separated.text = length === end ? data.toString('latin1') : unitOctets.toString('utf16le', 0, 2 * length)
    separated.fields = fields
    separated.isSuspicious = suspicion !== 0
    return separated
  }

  /** Copies from `at` on while four octets at a time are ASCII and no controls; how many it copied. */
  function copyPlain(from: number, end: number, length: number): number {
    let at = from
    let to = length
    for (const last = end - 4; at <= last; at += 4, to += 4) {
      const four = fours.getInt32(at, true)
      // An octet from 0x80 on has its high bit, one below 0x20 gets it by the subtraction.
      if ((((four - 0x20202020) | four) & 0x80808080) !== 0) break
      units[to] = four & 0xff
      units[to + 1] = (four >> 8) & 0xff
      units[to + 2] = (four >> 16) & 0xff
      units[to + 3] = four >>> 24
    }
    return at - from
  }

  /** The character of two, three or four octets that `first` begins. */
  function pointAt(at: number, first: number): number {
    const second = (octets[at + 1] as number) & 0x3f
    if (first < 0xe0) return ((first & 0x1f) << 6) | second
    const third = (octets[at + 2] as number) & 0x3f
    if (first < 0xf0) return ((first & 0x0f) << 12) | (second << 6) | third
    return ((first & 0x07) << 18) | (second << 12) | (third << 6) | ((octets[at + 3] as number) & 0x3f)
  }
}

/** The same for text that was decoded otherwise. */
export function separateText(text: string): Separated {
  const { places, ends } = separated
  let count = 0
  let fields = 0
  let suspicion = 0
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === FIELD_END) ends[fields++] = count
    if (unit === FIELD_END || unit === SUBFIELD_START) places[count++] = at
    else if (unit > 0x7f) suspicion |= suspicionOf(unit, before)
    before = unit
  }
  separated.text = text
  separated.fields = fields
  separated.isSuspicious = suspicion !== 0
  return separated
}
