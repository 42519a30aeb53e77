import type { BrokenChange, Change, Finding, Format } from '../../standards/record/change.js'
import { kindOf } from './format.js'
import type { OaiRecord } from './page.js'

/**
 * OAI-PMH 2.0 §2.5.1: a deleted record has a header only; the deletion is passed on, not dropped.
 * @param format undefined as long as no record showed it
 */
export function changeOf(record: OaiRecord, format: Format | undefined): Change {
  const { identifier, datestamp, sets, metadata, findings } = record
  const fault = faultOf(record)
  if (fault) return broken(record, format, fault)
  const stamp = datestamp ? { stamp: datestamp } : {}
  if (record.isDeleted) return { kind: 'bib', op: 'delete', sourceId: identifier, ...stamp }
  const vocabulary = format ?? 'marc21'
  return {
    kind: kindOf(metadata ?? '', vocabulary),
    op: 'put',
    sourceId: identifier,
    format: vocabulary,
    bytes: Buffer.from(metadata ?? '', 'utf8'),
    ...stamp,
    ...(sets.length > 0 ? { sets } : {}),
    ...(findings.length > 0 ? { warnings: findings } : {}),
  }
}

function faultOf({ fault, identifier, isDeleted, metadata }: OaiRecord): Finding | undefined {
  if (fault) return fault
  if (identifier === '') return withoutIdentifier()
  return isDeleted || metadata !== undefined ? undefined : withoutMetadata()
}

const broken = (
  { identifier, xml }: OaiRecord,
  format: Format | undefined,
  finding: Finding,
): BrokenChange => ({
  op: 'broken',
  ...(identifier === '' ? {} : { sourceId: identifier }),
  ...(format ? { format } : {}),
  bytes: Buffer.from(xml, 'utf8'),
  finding,
})

const withoutIdentifier = (): Finding => ({
  code: 'OAI_IDENTIFIER_MISSING',
  detail: 'The header of the record has no identifier (OAI-PMH 2.0 §2.5).',
  detailZh: '记录的 header 中没有 identifier(OAI-PMH 2.0 §2.5)。',
  path: 'header/identifier',
})

const withoutMetadata = (): Finding => ({
  code: 'OAI_METADATA_MISSING',
  detail: 'The record is not deleted, and has no metadata (OAI-PMH 2.0 §2.5).',
  detailZh: '记录未标记为删除，却没有 metadata(OAI-PMH 2.0 §2.5)。',
  path: 'metadata',
})
