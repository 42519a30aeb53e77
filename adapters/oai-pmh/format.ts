import { guessFormat } from '../../standards/formats/detect.js'
import type { Format, PutChange } from '../../standards/record/change.js'

/**
 * Prefixes that repositories use for a vocabulary: simple and qualified Dublin Core, the thesis profiles built on it
 * (ETD-MS, UKETD), MODS. `marc21`, `marcxml`, `mab2`, `picaxml` and the rest are told from the first record.
 */
const prefixes: [form: RegExp, format: Format][] = [
  [/^(?:oai_)?(?:q?dc|dcterms|qualified_?dc)$/i, 'dublin-core'],
  [/^(?:oai_)?(?:etdms|uketd_dc|uketddc)$/i, 'dublin-core'],
  [/^(?:oai_)?mods/i, 'mods'],
  [/cnmarc|unimarc/i, 'cnmarc'],
]

/** What a metadataPrefix says by its name; undefined leaves it to the first record. */
export function formatOfPrefix(prefix: string): Format | undefined {
  for (const [form, format] of prefixes) if (form.test(prefix)) return format
  return undefined
}

/** Told from a record: CNMARC has its title in 200, MARC 21 in 245. Null when it is in no vocabulary that is known. */
export function formatOfRecord(metadata: string): Format | null {
  return guessFormat(Buffer.from(metadata.slice(0, 65_536)), '')?.format ?? null
}

/** Leader/06: MARC 21 has authorities (z) and holdings (u v x y), CNMARC authorities (x y z). */
export function kindOf(metadata: string, format: Format): PutChange['kind'] {
  if (format !== 'marc21' && format !== 'cnmarc') return 'bib'
  const type = /leader[^>]{0,200}>\s*.{6}(.)/.exec(metadata.slice(0, 4096))?.[1] ?? ''
  if (format === 'cnmarc') return 'xyz'.includes(type) && type ? 'authority' : 'bib'
  return type === 'z' ? 'authority' : type !== '' && 'uvxy'.includes(type) ? 'holding' : 'bib'
}
