import type { PicaField, PicaRecord } from '../../formats/pica/pica.js'
import type { Authority } from '../../record/names.js'
import { authorityOf } from '../authorities.js'
import type { Draft } from '../draft.js'
import { all, first } from '../marc-steps.js'

/** What one field adds to the draft. */
export type PicaStep = (field: PicaField, draft: Draft, record: PicaRecord) => void

/** What a link of PICA+ points to, as far as the record says it. */
export interface Target {
  ppn?: string
  /** The linked record’s heading in words: $8, or behind the number in $9 of a download. */
  text: string
  authority?: Authority
  zdb?: string
}

const ppnForm = /^(\d{8,10}[\dX])(?=\D|$)\s*/

/** $9 the PPN, $8 (or $9 itself) the words, $7 or `ID: gnd/…` in them the authority. */
export function targetOf(field: PicaField): Target {
  const link = first(field, '9') ?? ''
  const ppn = ppnForm.exec(link)?.[1]
  const words = first(field, '8') ?? (ppn ? link.slice(ppn.length) : '')
  const target: Target = { text: plainWords(words) }
  const authority = authorityIn([...all(field, '7'), ...all(field, '3'), ...idsIn(words)])
  const zdb = /ZDB-ID: (\d+-[\dX])/.exec(words)?.[1]
  if (ppn) target.ppn = ppn
  if (authority) target.authority = authority
  if (zdb) target.zdb = zdb
  return target
}

const idsIn = (words: string): string[] =>
  [...words.matchAll(/ID: ([a-z]+\/[\w-]+)/g)].map(([, id]) => id as string)

/** `gnd/173600352` */
function authorityIn(texts: string[]): Authority | undefined {
  for (const text of texts) {
    const [, scheme, id] = /^([a-z]{2,10})\/([\w-]+)$/.exec(text) ?? []
    if (scheme && id) return { scheme, id }
  }
  return authorityOf(texts)
}

/** Without the numbers behind it and the codes of subfields inside it. */
const plainWords = (words: string): string =>
  words
    .split(/ ; (?:[A-Z]{2,5}-)?ID: /, 1)[0]
    ?.replace(/\$[A-Za-z]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim() ?? ''

/** `Le @sage`: filing begins at the mark, which is none of the title. */
export function filed(text: string): { value: string; nonfiling?: number } {
  const at = text.indexOf('@')
  if (at < 0 || at > 20) return { value: text.trim() }
  const value = text.slice(0, at) + text.slice(at + 1)
  return at === 0 ? { value: value.trim() } : { value: value.trim(), nonfiling: at }
}
