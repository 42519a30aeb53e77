import { ShulianError } from '../../gateway/contracts/errors.js'
import type { Ask, Asking } from './client.js'
import type { OaiPage, OaiRecord } from './page.js'

/** A page worse than this is not mended by asking on and on. */
const MAX_REQUESTS = 20

/** The records of a page; those that came broken and name themselves are asked for again, each by itself. */
export async function rescued(
  page: OaiPage,
  metadataPrefix: string,
  ask: Ask,
  asking: Asking,
): Promise<OaiRecord[]> {
  if (!page.isSalvaged) return page.records
  const records: OaiRecord[] = []
  let [requests, mended] = [0, 0]
  for (const record of page.records) {
    const isAskable = record.fault !== undefined && record.identifier !== '' && requests < MAX_REQUESTS
    const again = isAskable ? await recordByItself(record.identifier, metadataPrefix, ask, asking) : null
    if (isAskable) requests++
    if (again) mended++
    records.push(again ?? record)
  }
  const broken = records.filter(({ fault }) => fault !== undefined).length
  asking.note?.(
    broken === 1
      ? `A page was not well-formed XML: its records were read one by one, ${mended} asked for again, 1 remains broken.`
      : `A page was not well-formed XML: its records were read one by one, ${mended} asked for again, ${broken} remain broken.`,
  )
  return records
}

/** §4.1. Null when it cannot be had so either. */
export async function recordByItself(
  identifier: string,
  metadataPrefix: string,
  ask: Ask,
  { onWait, signal }: Asking,
): Promise<OaiRecord | null> {
  const query = { verb: 'GetRecord', identifier, metadataPrefix }
  const page = await ask(query, { signal, tries: 1, ...(onWait && { onWait }) }).catch((error: unknown) => {
    if (error instanceof ShulianError && !signal.aborted && error.code !== 'UPSTREAM_BUSY') return null
    throw error
  })
  const record = page?.records[0]
  return record && record.fault === undefined && record.identifier === identifier ? record : null
}
