import { isUtf8 } from 'node:buffer'
import type { Finding } from '../record/change.js'
import { decodeAs, type Encoding } from './encoding/candidates.js'
import { type Choice, chooseEncoding, DOUBTFUL } from './encoding/choose.js'
import { decodeMixed } from './encoding/mixed.js'
import { encodingNamed, type Statement, statementOf } from './encoding-declared.js'
import { guessed, notAsDeclared, otherField, replaced, twofold } from './encoding-findings.js'
import { ESCAPE } from './iso2709-bytes.js'
import { decodeMarc8 } from './marc8.js'

export interface Decoded {
  /** The three separators stand where they stood. */
  text: string
  encoding: string
  findings: Finding[]
}

/**
 * The text of a record's data area: fields in the order of `tags`, each ended by 0x1E. Strict UTF-8 first, then escape
 * sequences; else the encoding in which the bytes make the likeliest text. What the record states and what its file's
 * records are `usual`ly in are witnesses among others. Never throws: what no table holds becomes U+FFFD, with a finding.
 */
export function decodeFields(data: Buffer, leader: string, tags: string[], usual?: string): Decoded {
  const statement = statementOf(data, leader, tags)
  const declared = statement.encoding
  const escapes = hasEscapes(data)
  if (isUtf8(data) && !(escapes && declared !== 'utf-8'))
    return { text: data.toString('utf8'), encoding: 'utf-8', findings: [] }
  const { text, encoding, findings } = escapes
    ? { ...decodeMarc8(data), encoding: 'marc-8' as const }
    : decodeChosen(data, tags, statement, encodingNamed(usual))
  if (declared !== null && encoding !== declared) findings.unshift(notAsDeclared(declared, encoding))
  return { text, encoding, findings }
}

/** ESC and what can follow it in ISO 2022; alone it is one more stray octet. */
function hasEscapes(data: Buffer): boolean {
  for (let at = data.indexOf(ESCAPE); at !== -1; at = data.indexOf(ESCAPE, at + 1))
    if ('$(),-gbps'.includes(String.fromCharCode(data[at + 1] ?? 0))) return true
  return false
}

function decodeChosen(
  data: Buffer,
  tags: string[],
  { encoding: declared, language }: Statement,
  usual: Encoding | undefined,
): { text: string; encoding: Encoding; findings: Finding[] } {
  const choice = chooseEncoding(data, { declared: declared ?? undefined, usual, language })
  const whole = decodeAs(choice.encoding, data)
  const mixed = decodeMixed(data, whole, tags, choice.encoding, language)
  const { text, encoding } = mixed ?? { text: whole, encoding: choice.encoding }
  const lost = text.split('\ufffd').length - 1
  const findings = [
    ...(encoding === 'utf-8 and windows-1252' && declared === null ? [twofold] : []),
    ...(isDoubtful(choice, declared, usual) ? [guessed(choice.encoding, choice.next as Encoding)] : []),
    ...(mixed?.others ?? []).slice(0, 10).map(({ tag, encoding: other }) => otherField(tag, encoding, other)),
    ...(lost > 0 ? [replaced(encoding, lost)] : []),
  ]
  return { text, encoding, findings }
}

const isDoubtful = (
  { encoding, margin, next }: Choice,
  declared: Encoding | null,
  usual?: Encoding,
): boolean => next !== undefined && margin < DOUBTFUL && encoding !== declared && encoding !== usual
