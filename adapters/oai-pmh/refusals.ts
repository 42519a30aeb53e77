import { type Bookmark, setsOfBookmark } from './bookmark.js'
import type { Ask, Asking } from './client.js'
import { oaiError, setUnknown } from './faults.js'
import { formatsOf, setsOf } from './offers.js'
import type { OaiPage } from './page.js'

/** An error of §3.6, with what the provider has instead. @throws ShulianError OAI_ERROR */
export async function refuseErrors(page: OaiPage, ask: Ask, asking: Asking): Promise<void> {
  const codes = page.errors.map(({ code }) => code)
  if (codes.every((code) => code === 'noRecordsMatch')) return
  if (codes.includes('cannotDisseminateFormat')) {
    const formats = await formatsOf(ask, asking)
    throw oaiError(
      page,
      offered(
        'metadataPrefix',
        formats.map(({ prefix }) => prefix),
      ),
    )
  }
  throw oaiError(page)
}

/**
 * A set that holds nothing at all is most often one that is not there: many providers say noRecordsMatch of it.
 * @throws ShulianError SET_UNKNOWN (422)
 */
export async function refuseEmptySet(page: OaiPage, at: Bookmark, ask: Ask, asking: Asking): Promise<void> {
  const set = setsOfBookmark(at)[at.list ?? 0]
  const isNothing = at.page === 0 && at.from === undefined && page.records.length === 0 && !page.token?.value
  if (set === undefined || !isNothing) return
  const sets = await setsOf(ask, asking)
  if (sets.size === 0 || sets.has(set)) return
  throw setUnknown(
    set,
    offered(
      'set',
      [...sets].map(([spec, name]) => (name && name !== spec ? `${spec} (${name})` : spec)),
    ),
  )
}

const most = 20

const offered = (what: string, names: string[]): string =>
  names.length === 0
    ? ''
    : `It offers as ${what}: ${names.slice(0, most).join(', ')}${names.length > most ? ' …' : ''}.`
