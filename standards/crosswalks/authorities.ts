import type { Authority } from '../record/names.js'
import { agencyName } from './agencies.js'

/** Prefixes and addresses of authority files that `$0`, `$1` and `$3` carry → scheme and what is left as the id. */
const files: [form: RegExp, scheme: string][] = [
  [/^\(DE-588[a-z]?\)(.+)$/, 'gnd'],
  [/^https?:\/\/d-nb\.info\/gnd\/(.+)$/, 'gnd'],
  [/^\(viaf\)(.+)$/i, 'viaf'],
  [/^https?:\/\/(?:www\.)?viaf\.org\/viaf\/(\d+)\/?$/, 'viaf'],
  [/^https?:\/\/id\.loc\.gov\/authorities\/names\/(.+)$/, 'lcnaf'],
  [/^https?:\/\/id\.loc\.gov\/authorities\/subjects\/(.+)$/, 'lcsh'],
  [/^\(DLC\)\s*(n[a-z]?\s*\d.*)$/, 'lcnaf'],
  [/^\(DLC\)\s*(sh\s*\d.*)$/, 'lcsh'],
  [/^https?:\/\/id\.worldcat\.org\/fast\/(.+)$/, 'fast'],
  [/^\(OCoLC\)(fst\d+)$/, 'fast'],
  [/^(?:https?:\/\/(?:www\.)?isni\.org\/(?:isni\/)?|\(isni\))([\dX ]+)$/i, 'isni'],
  [/^(?:https?:\/\/orcid\.org\/|\(orcid\))([\dX-]+)$/i, 'orcid'],
  [/^https?:\/\/www\.wikidata\.org\/(?:entity|wiki)\/(Q\d+)$/, 'wikidata'],
  [/^\(([^)]+)\)(.+)$/, ''],
]
/** Prefixes that say how the rest is written, and not whose it is: `(uri)http://…`. */
const kinds = /^\((?:uri|URI|url)\)\s*/
/** Files whose numbers are the same in every spelling: `fst01026221` and `1026221`, `n  79021164` and `n79021164`. */
const spelling: Record<string, RegExp> = { fast: /^fst0*/, lcnaf: /\s+/g, lcsh: /\s+/g, isni: /\s+/g }

const spelled = (scheme: string, id: string): string => {
  const form = spelling[scheme]
  return form ? id.replace(form, '') : id
}

/** Scheme of a bare number: that of the source’s own authority records, which have it in 001. */
export const ownFile = 'local'

/** The first of the values that an authority file is known by; a bare number is one of the source’s own file. */
export function authorityOf(values: string[]): Authority | undefined {
  for (const value of values) {
    const found = readAuthority(value)
    if (found) return found
  }
  const bare = values.find((value) => /^[^\s()/:]{2,40}$/.test(value))
  return bare ? { scheme: ownFile, id: bare } : undefined
}

/** $7 of Czech headings is the number of the authority record, `jk01031434`; elsewhere it says where a value is from. */
export const numbersInSeven = (values: string[]): string[] =>
  values.filter((value) => /^(?:[a-z]{2}|_[A-Z]{2})\d{6,}$/.test(value))

/** `(DE-588)118540238` → gnd 118540238. Undefined for a number without a prefix, and for an address of no known file. */
export function readAuthority(value: string): Authority | undefined {
  const text = value.replace(kinds, '')
  for (const [form, scheme] of files) {
    const found = form.exec(text)
    if (!found) continue
    const named = scheme
      ? { scheme, id: spelled(scheme, (found[1] as string).trim()) }
      : { scheme: agencyName((found[1] as string).trim()).toLowerCase(), id: (found[2] as string).trim() }
    // `(OCoLC)fst00`, `(local) `: a prefix without a number points to nothing.
    return named.scheme && named.id ? named : undefined
  }
  return undefined
}

/** The numbers by which headings point to an authority record: that of its own file, and those of each file it names. */
export const numbersOfAuthority = (
  ids: string[],
  controlNumbers: { agency: string; number: string }[],
): string[] => [
  ...ids.map((id) => `${ownFile}:${id}`),
  ...controlNumbers.map(({ agency, number }) => {
    const found = readAuthority(`(${agency === 'lccn' ? 'DLC' : agency})${number}`)
    return found ? `${found.scheme}:${spelled(found.scheme, found.id)}` : `${agency}:${number}`
  }),
]
