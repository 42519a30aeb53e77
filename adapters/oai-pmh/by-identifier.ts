import type { Finding } from '../../standards/record/change.js'
import type { Bookmark } from './bookmark.js'
import type { Ask, Asking } from './client.js'
import type { OaiPage, OaiRecord } from './page.js'
import { recordByItself } from './rescue.js'

/**
 * The records that a page of ListIdentifiers names, each asked for by itself (§4.1, §4.3). What was read before ListRecords
 * broke is left out, if this list goes in the same order; null when it does not, and nothing may be left out.
 */
export async function recordsNamed(
  { records: headers }: OaiPage,
  { read, skip = 0, skipTo, prefix }: Bookmark,
  ask: Ask,
  asking: Asking,
): Promise<OaiRecord[] | null> {
  const left = Math.min(Math.max(0, skip - read), headers.length)
  const isLastLeftOut = left > 0 && read + left === skip
  if (isLastLeftOut && headers[left - 1]?.identifier !== skipTo) return null
  const records: OaiRecord[] = []
  for (const header of headers.slice(left)) {
    const isAskable = !header.isDeleted && header.identifier !== '' && header.fault === undefined
    const record = isAskable ? await recordByItself(header.identifier, prefix, ask, asking) : header
    records.push(record ?? { ...header, fault: notToBeHad() })
  }
  return records
}

const notToBeHad = (): Finding => ({
  code: 'OAI_RECORD_UNAVAILABLE',
  detail:
    'The provider lists this record, and gives it neither in a list nor by itself (GetRecord, OAI-PMH 2.0 §4.1).',
  detailZh: '提供方列出了这条记录，但无论成批还是单独请求(GetRecord)都无法取得。',
})
