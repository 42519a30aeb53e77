import { isUtf8 } from 'node:buffer'
import { encodeGb18030 } from '../gb18030-encode.js'
import { decodeAs, type Encoding, isEastAsian } from './candidates.js'
import { chooseEncoding } from './choose.js'
import { textCost } from './text-cost.js'
import { utf8AsGbk } from './utf8-as-gbk.js'

/** Text that was written in one encoding, read in another, and written again. */
export interface Misread {
  /** What it was before, where that is certain; left out where some of it is gone. */
  mended?: string
  /** What it was in, and what it was read as. */
  was: Encoding
  readAs: 'windows-1252' | 'gb18030'
}

/** Nats by which text must be likelier than what stands there: well-formed UTF-8 is half of the proof already. */
const CERTAIN = 10
const CERTAIN_UTF8 = 5
/** Misread twice, or thrice: each round may uncover the one before. */
const MAX_ROUNDS = 3

const latin =
  /[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]/
/** What begins a character in UTF-8 as Windows-1252 shows it, and what goes on with it. */
const utf8AsLatin = new RegExp(`[\\u00c2-\\u00ef]${latin.source}`)
const otherAsLatin = new RegExp(`${latin.source}{4}`)
const chineseAsGbk = new RegExp(`[${utf8AsGbk}锛銆]`)

/** Null when nothing in the text looks misread. A text that is mended is looked at again. */
export function misreading(text: string): Misread | null {
  let found: Misread | null = null
  let now = text
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = once(now)
    if (!next) break
    found ??= next
    if (next.mended === undefined) break
    now = next.mended
    found = { ...found, mended: now, was: next.was }
  }
  return found
}

const once = (text: string): Misread | null =>
  (utf8AsLatin.test(text) ? utf8ReadAsLatin(text) : null) ??
  (otherAsLatin.test(text) ? otherReadAsLatin(text) : null) ??
  (chineseAsGbk.test(text) ? utf8ReadAsGbk(text) : null)

const runsOfLatin = new RegExp(`${latin.source}+`, 'g')

/** Stretch by stretch, for what is not Windows-1252 or not UTF-8 may stand beside. */
function utf8ReadAsLatin(text: string): Misread | null {
  let broken = 0
  const mended = text.replace(runsOfLatin, (run) => {
    const octets = octetsOf(run)
    if (octets && isUtf8(octets)) return octets.toString('utf8')
    if (utf8AsLatin.test(run)) broken++
    return run
  })
  if (mended === text || !isLikelier(mended, text, CERTAIN_UTF8)) return null
  return { was: 'utf-8', readAs: 'windows-1252', ...(broken === 0 && { mended }) }
}

/** The whole text at once: the second octet of a character may be ASCII. */
function otherReadAsLatin(text: string): Misread | null {
  const octets = octetsOf(text)
  if (!octets) return null
  const { encoding, margin } = chooseEncoding(octets, { usual: 'windows-1252' })
  const mended = decodeAs(encoding, octets)
  if (!isEastAsian(encoding) && !isOtherScript(mended)) return null
  if (margin < CERTAIN_UTF8 || !isLikelier(mended, text, CERTAIN)) return null
  return { was: encoding, readAs: 'windows-1252', ...(!mended.includes('\ufffd') && { mended }) }
}

const isOtherScript = (text: string): boolean => /[\u0370-\u06ff]{3}/.test(text)

/** GBK pairs octets: where UTF-8 has an odd number of them the last is lost, and only a part can be told. */
function utf8ReadAsGbk(text: string): Misread | null {
  const octets = Buffer.from(encodeGb18030(text.replaceAll('\ufffd', '?')))
  const before = octets.toString('utf8')
  const lost = before.split('\ufffd').length - 1
  if (lost > before.length / 4 || !isLikelier(before.replaceAll('\ufffd', ''), text, CERTAIN)) return null
  return { was: 'utf-8', readAs: 'gb18030', ...(lost === 0 && { mended: before }) }
}

function isLikelier(mended: string, text: string, by: number): boolean {
  const cost = textCost('')
  return cost(mended) + by < cost(text)
}

let places: Map<string, number> | null = null

/** The octets that Windows-1252, or ISO 8859-1 where it has none, shows as this text; null when it shows no such text. */
function octetsOf(text: string): Buffer | null {
  places ??= new Map(
    [...decodeAs('windows-1252', Buffer.from(Array.from({ length: 128 }, (_, i) => i + 128)))].map(
      (character, i) => [character, i + 128],
    ),
  )
  const octets = Buffer.allocUnsafe(text.length)
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const octet = unit < 0x80 ? unit : (places.get(text[at] as string) ?? (unit < 0xa0 ? unit : undefined))
    if (octet === undefined) return null
    octets[at] = octet
  }
  return octets
}
