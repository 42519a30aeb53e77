import { codeOf } from '../../gateway/contracts/errors.js'
import type { Ask, Asking } from './client.js'
import { formatOfPrefix } from './format.js'
import type { OaiPage } from './page.js'

export interface MetadataFormat {
  prefix: string
  namespace: string
}

/** Lists of sets go on for ever as other lists do. */
const SET_PAGES = 200

/** §4.4. Empty when the repository does not say. */
export async function formatsOf(ask: Ask, asking: Asking): Promise<MetadataFormat[]> {
  const page = await patiently(ask({ verb: 'ListMetadataFormats' }, asking))
  return (page?.entries ?? []).flatMap(({ metadataPrefix: prefix, metadataNamespace: namespace = '' }) =>
    prefix ? [{ prefix, namespace }] : [],
  )
}

/** §4.6: setSpec → name. Empty when there is no set hierarchy, or the repository does not say. */
export async function setsOf(ask: Ask, asking: Asking): Promise<Map<string, string>> {
  const sets = new Map<string, string>()
  const tokens = new Set<string>()
  let token: string | undefined
  do {
    const page = await patiently(
      ask({ verb: 'ListSets', ...(token === undefined ? {} : { resumptionToken: token }) }, asking),
    )
    for (const { setSpec, setName = '' } of page?.entries ?? []) if (setSpec) sets.set(setSpec, setName)
    token = page?.token?.value
    if (!token || tokens.has(token)) break
    tokens.add(token)
  } while (tokens.size < SET_PAGES)
  return sets
}

/** What a repository offers is asked for help's sake: that it cannot say is no reason to stop. */
const patiently = (page: Promise<OaiPage>): Promise<OaiPage | null> =>
  page.catch((error: unknown) => {
    if (['UPSTREAM_STATUS', 'UPSTREAM_INVALID'].includes(codeOf(error))) return null
    throw error
  })

const marcNamespace = /loc\.gov\/MARC21\/slim|info:lc\/xmlns\/marcxchange/i

/** The richest that is read here: MARC before other descriptions, and these before Dublin Core, which every repository has (§3.4). */
export function bestOf(formats: readonly MetadataFormat[]): string {
  const ranked = formats
    .map(({ prefix, namespace }) => ({ prefix, rank: rankOf(prefix, namespace) }))
    .filter(({ rank }) => rank > 0)
    .sort((one, other) => other.rank - one.rank)
  return ranked[0]?.prefix ?? 'oai_dc'
}

function rankOf(prefix: string, namespace: string): number {
  if (marcNamespace.test(namespace)) return 4
  const format = formatOfPrefix(prefix)
  if (format === undefined) return 0
  if (format === 'dublin-core') return prefix === 'oai_dc' ? 1 : 2
  return format === 'cnmarc' ? 4 : 3
}
