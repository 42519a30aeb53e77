import { ShulianError } from '../../gateway/contracts/errors.js'
import type { Ask } from './client.js'
import type { OaiPage, OaiRecord } from './page.js'

/** A page worse than this is not mended by asking on and on. */
const MAX_REQUESTS = 20

/** The records of a page; those that came broken and name themselves are asked for again, each by itself. */
export async function rescued(
  page: OaiPage,
  metadataPrefix: string,
  ask: Ask,
  signal: AbortSignal,
  note: (text: string) => void,
): Promise<OaiRecord[]> {
  if (!page.isSalvaged) return page.records
  const records: OaiRecord[] = []
  let [requests, mended] = [0, 0]
  for (const record of page.records) {
    const isAskable = record.fault !== undefined && record.identifier !== '' && requests < MAX_REQUESTS
    const again = isAskable ? await recordByItself(record.identifier, metadataPrefix, ask, signal) : null
    if (isAskable) requests++
    if (again) mended++
    records.push(again ?? record)
  }
  const broken = records.filter(({ fault }) => fault !== undefined).length
  note(
    `A page was not well-formed XML: its records were read one by one, ${mended} asked for again, ${broken} remain broken.`,
  )
  return records
}

async function recordByItself(
  identifier: string,
  metadataPrefix: string,
  ask: Ask,
  signal: AbortSignal,
): Promise<OaiRecord | null> {
  const page = await ask({ verb: 'GetRecord', identifier, metadataPrefix }, signal).catch(
    (error: unknown) => {
      if (error instanceof ShulianError && !signal.aborted) return null
      throw error
    },
  )
  const record = page?.records[0]
  return record && record.fault === undefined && record.identifier === identifier ? record : null
}
