import { guessFormat } from '../../standards/formats/detect.js'
import type { Format, PutChange } from '../../standards/record/change.js'

/** What a metadataPrefix says by its name; undefined leaves it to the first record. */
export function formatOfPrefix(prefix: string): Format | undefined {
  if (/^(oai_)?q?dc$/i.test(prefix)) return 'dublin-core'
  return /cnmarc|unimarc/i.test(prefix) ? 'cnmarc' : undefined
}

/** Told from a record: CNMARC has its title in 200, MARC 21 in 245. Null when it is neither MARC nor Dublin Core. */
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
