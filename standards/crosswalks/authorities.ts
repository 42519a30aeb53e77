import type { Authority } from '../record/names.js'

/** Prefixes and addresses of authority files that `$0`, `$1` and `$3` carry → scheme and what is left as the id. */
const files: [form: RegExp, scheme: string][] = [
  [/^\(DE-588\)(.+)$/, 'gnd'],
  [/^https?:\/\/d-nb\.info\/gnd\/(.+)$/, 'gnd'],
  [/^\((?:viaf|VIAF)\)(.+)$/, 'viaf'],
  [/^https?:\/\/(?:www\.)?viaf\.org\/viaf\/(\d+)\/?$/, 'viaf'],
  [/^https?:\/\/id\.loc\.gov\/authorities\/names\/(.+)$/, 'lcnaf'],
  [/^https?:\/\/id\.loc\.gov\/authorities\/subjects\/(.+)$/, 'lcsh'],
  [/^https?:\/\/id\.worldcat\.org\/fast\/(.+)$/, 'fast'],
  [/^\(OCoLC\)(fst\d+)$/, 'fast'],
  [/^(?:https?:\/\/(?:www\.)?isni\.org\/(?:isni\/)?|\(isni\))([\dX ]+)$/i, 'isni'],
  [/^(?:https?:\/\/orcid\.org\/|\(orcid\))([\dX-]+)$/i, 'orcid'],
  [/^https?:\/\/www\.wikidata\.org\/(?:entity|wiki)\/(Q\d+)$/, 'wikidata'],
  [/^\(([^)]+)\)(.+)$/, ''],
]

/** The first of the values that an authority file is known by; the rest are numbers of the system alone. */
export function authorityOf(values: string[]): Authority | undefined {
  for (const value of values) {
    const found = value ? readAuthority(value) : undefined
    if (found) return found
  }
  return undefined
}

function readAuthority(value: string): Authority | undefined {
  for (const [form, scheme] of files) {
    const found = form.exec(value)
    if (!found) continue
    if (scheme) return { scheme, id: (found[1] as string).trim() }
    return { scheme: (found[1] as string).toLowerCase(), id: (found[2] as string).trim() }
  }
  return undefined
}
