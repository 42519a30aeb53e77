import { reasonOf } from './detect-iso2709.js'
import { flavourOf } from './encoding-declared.js'
import type { Guess } from './guess.js'
import { bufferOf } from './iso2709-bytes.js'
import { looksLikeMab2 } from './mab2/mab2.js'
import { looksLikePica, picaCarrierOf } from './pica/carrier.js'
import { carrierOf } from './read-marc.js'
import { decodeText } from './text/decode.js'

/** Records of lines and separators: PICA+ by its tags, MAB2 by its leader, MARC by the form of its lines. */
export function guessText(head: Uint8Array): Guess | null {
  const text = decodeText(wholeLines(head), [])
  if (looksLikePica(text))
    return { format: 'pica', carrier: picaCarrierOf(head), reason: 'tags of PICA+ (021A, 003@ …)' }
  if (looksLikeMab2(text)) {
    const carrier = head.includes(0x1e) ? 'mab2-band' : 'mab2-diskette'
    return { format: 'mab2', carrier, reason: 'a leader of MAB2 (M2.0)' }
  }
  const carrier = carrierOf(head)
  if (carrier !== 'marcmaker' && carrier !== 'alephseq' && carrier !== 'lines') return null
  if (carrier === 'alephseq' && /^\d{9,20} LDR.{3,5}[\d^-]{5}[a-z^-]M2\./m.test(text))
    return { format: 'mab2', carrier, reason: 'a leader of MAB2 (M2.0)' }
  const tags = [...text.matchAll(tagForms[carrier])].map((match) => match[1] as string)
  const leader = leaderForms[carrier].exec(text)?.[1] ?? ''
  const format = flavourOf(tags, leader.replaceAll('^', ' '))
  return format && { format, carrier, reason: reasonOf(new Set(tags), format) }
}

const tagForms = { marcmaker: /^=(\d{3})/gm, alephseq: /^\d{9,20} (\d{3})/gm, lines: /^(\d{3})/gm }

const leaderForms = {
  marcmaker: /^=(?:LDR|000) {2}(.{24})/m,
  alephseq: /^\d{9,20} LDR.{3}(?:[A-Z] )?(.{24})/m,
  lines: /^(?:LDR[\W_]?)?(\d{5}.{19})/m,
}

/** A character cut in two by the end of the head would make its encoding doubtful. */
function wholeLines(head: Uint8Array): Uint8Array {
  const end = bufferOf(head).lastIndexOf(0x0a)
  return end > 0 && head.length >= 65_000 ? head.subarray(0, end) : head
}
