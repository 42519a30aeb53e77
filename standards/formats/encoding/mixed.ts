import { isUtf8 } from 'node:buffer'
import { FIELD_END } from '../iso2709-bytes.js'
import { decodeAs, type Encoding } from './candidates.js'
import { characterCosts } from './character-cost.js'
import { chooseEncoding } from './choose.js'

export interface MixedText {
  text: string
  /** Fields that are in another encoding than the rest. */
  others: { tag: string; encoding: Encoding }[]
}

/** Nats a character beyond ASCII above which text looks like no text, and by how many another encoding must be likelier. */
const UNLIKELY = 10
const CLEARLY = 5
const MAX_FIELDS = 500

/**
 * The text of fields most of which are in `encoding`, those looked at again that look like no text in it; null when all
 * stay as they are. Systems that were moved from one encoding to another keep such records.
 */
export function decodeMixed(
  data: Buffer,
  text: string,
  tags: string[],
  encoding: Encoding,
  language: string,
): MixedText | null {
  const odd = oddFields(text)
  if (odd.size === 0) return null
  const others: MixedText['others'] = []
  const pieces: { field: Buffer; own: Encoding }[] = []
  let from = 0
  for (let index = 0; from < data.length; index++) {
    const found = data.indexOf(FIELD_END, from)
    const to = found === -1 || index >= MAX_FIELDS ? data.length : found + 1
    const field = data.subarray(from, to)
    const own = odd.has(index) ? encodingOfField(field, encoding, language) : encoding
    if (own !== encoding) others.push({ tag: tags[index] ?? '', encoding: own })
    pieces.push({ field, own })
    from = to
  }
  if (others.length === 0) return null
  return { text: pieces.map(({ field, own }) => decodeAs(own, field)).join(''), others }
}

function encodingOfField(field: Buffer, usual: Encoding, language: string): Encoding {
  if (usual === 'utf-8' && isUtf8(field)) return usual
  const { encoding, margin } = chooseEncoding(field, { usual, language })
  return encoding === usual || margin < CLEARLY ? usual : encoding
}

/** Places of the fields whose characters beyond ASCII are rare ones, or none. */
function oddFields(text: string): Set<number> {
  const { cost, row, least } = characterCosts()
  const odd = new Set<number>()
  let index = 0
  let sum = 0
  let count = 0
  for (let at = 0; at < text.length && index < MAX_FIELDS; at++) {
    const unit = text.charCodeAt(at)
    if (unit === FIELD_END) {
      if (sum > UNLIKELY * count) odd.add(index)
      index++
      sum = 0
      count = 0
    } else if (unit >= 0x80) {
      const letter = row[unit] as number
      sum += (letter < 0 ? cost[unit] : least[letter]) as number
      count++
    }
  }
  if (sum > UNLIKELY * count) odd.add(index)
  return odd
}
