import { codeOf } from '../../gateway/contracts/errors.js'
import type { Granularity } from './bookmark.js'
import type { Ask, Asking } from './client.js'

/** What a repository says of itself (§4.2), as far as a harvest goes by it. */
export interface Repository {
  granularity: Granularity
  deletedRecord?: string
  earliest?: string
}

/** §3.3.1: every repository takes days; seconds are for those that say so. One that cannot identify itself may still be read. */
export async function identifyOf(ask: Ask, asking: Asking): Promise<Repository> {
  const page = await ask({ verb: 'Identify' }, asking).catch((error: unknown) => {
    if (['UPSTREAM_STATUS', 'UPSTREAM_INVALID'].includes(codeOf(error))) return null
    throw error
  })
  const said = (name: string) => page?.identify.get(name)?.[0]
  const [deletedRecord, earliest] = [said('deletedRecord'), said('earliestDatestamp')]
  return {
    granularity: said('granularity') === 'YYYY-MM-DDThh:mm:ssZ' ? 'second' : 'day',
    ...(deletedRecord === undefined ? {} : { deletedRecord }),
    ...(earliest === undefined ? {} : { earliest }),
  }
}

/** §2.5.1: what a person must know of a repository that does not tell every deletion. @param from of the window; none for everything */
export function noteOfRepository({ deletedRecord, earliest }: Repository, from?: string): string | undefined {
  if (from !== undefined) {
    if (earliest === undefined || earliest.slice(0, 10) <= from.slice(0, 10)) return undefined
    return `The repository's earliest datestamp (${earliest}) is later than the last harvest (${from}): it was built anew. What it no longer has shows only in a full harvest (--full).`
  }
  if (deletedRecord !== 'no' && deletedRecord !== 'transient') return undefined
  return `The repository ${deletedRecord === 'no' ? 'keeps no deletions' : 'keeps deletions for a time only'} (deletedRecord: ${deletedRecord}): what is gone shows only in a full harvest (--full).`
}
