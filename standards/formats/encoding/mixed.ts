import { isUtf8 } from 'node:buffer'
import { FIELD_END } from '../iso2709-bytes.js'
import { decodeAs, type Encoding } from './candidates.js'
import { characterCosts } from './character-cost.js'
import { chooseEncoding, DOUBTFUL } from './choose.js'

export interface MixedText {
  text: string
  /** That of the rest. */
  encoding: Encoding
  /** Fields that are in another encoding than the rest. */
  others: { tag: string; encoding: Encoding }[]
}

/**
 * Nats a character beyond ASCII above which text looks like no text, and by how many another encoding must be likelier: than
 * all others, or than that of the rest by far.
 */
const UNLIKELY = 10
const CLEARLY = 5
const BY_FAR = 15
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
  // What is UTF-8 in part is looked at again wherever it is not.
  const rest = encoding === 'utf-8 and windows-1252' ? 'utf-8' : encoding
  const odd = rest === encoding ? oddFields(text) : null
  if (odd?.size === 0) return null
  const others: MixedText['others'] = []
  const pieces: { field: Buffer; own: Encoding }[] = []
  let isTwofold = false
  let from = 0
  for (let index = 0; from < data.length; index++) {
    const found = data.indexOf(FIELD_END, from)
    const to = found === -1 || index >= MAX_FIELDS ? data.length : found + 1
    const field = data.subarray(from, to)
    const isOdd = odd === null ? !isUtf8(field) : odd.has(index)
    const own = isOdd ? encodingOfField(field, encoding, language) : rest
    if (own === encoding && own !== rest) isTwofold = true
    else if (own !== rest) others.push({ tag: tags[index] ?? '', encoding: own })
    pieces.push({ field, own })
    from = to
  }
  if (others.length === 0) return null
  const all = pieces.map(({ field, own }) => decodeAs(own, field)).join('')
  return { text: all, encoding: isTwofold ? encoding : rest, others }
}

function encodingOfField(field: Buffer, usual: Encoding, language: string): Encoding {
  if (usual === 'utf-8' && isUtf8(field)) return usual
  const { encoding, margin, ahead } = chooseEncoding(field, { usual, language })
  const isClear = margin >= CLEARLY || (margin >= DOUBTFUL && ahead >= BY_FAR)
  return encoding === usual || !isClear ? usual : encoding
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
