import { crosswalkFor } from '../../standards/crosswalks/index.js'
import { RecordUnreadable } from '../../standards/crosswalks/crosswalk.js'
import type { Change, DeleteChange, Finding, Format, PutChange } from '../../standards/record/change.js'
import type { Description } from '../../standards/record/v1-draft.js'
import { recordRules } from '../../standards/rules/record.js'
import { contentHash, derivedSourceId, recordIdOf } from './ids.js'

/** A change after crosswalk and rules: what is to be done with it. */
export type Decided =
  | { to: 'store'; record: DescribedRecord }
  | { to: 'delete'; id: string; sourceId: string }
  | { to: 'quarantine'; entry: Rejected }
  | { to: 'count-empty' }

export interface DescribedRecord {
  id: string
  sourceId: string
  kind: 'bib' | 'authority' | 'holding'
  format: Format
  crosswalk: string
  hash: string
  description: Description
  findings: Finding[]
  bytes: Uint8Array
  offset?: number
  stamp?: string
}

export interface Rejected {
  sourceId?: string
  format?: Format
  bytes: Uint8Array
  hash: string
  offset?: number
  finding: Finding
}

/** Pure: what one change of a source amounts to. */
export const decide = (source: string, change: Change): Decided => {
  if (change.op === 'empty') return { to: 'count-empty' }
  if (change.op === 'delete') return deletion(source, change)
  if (change.op === 'broken') return { to: 'quarantine', entry: { ...change, hash: contentHash(change.bytes) } }
  return decidePut(source, change)
}

const deletion = (source: string, { sourceId }: DeleteChange): Decided => ({ to: 'delete', id: recordIdOf(source, sourceId), sourceId })

const decidePut = (source: string, change: PutChange): Decided => {
  const hash = contentHash(change.bytes)
  const reject = (finding: Finding, sourceId = change.sourceId): Decided => ({
    to: 'quarantine',
    entry: { sourceId, format: change.format, bytes: change.bytes, hash, offset: change.offset, finding },
  })
  const crosswalk = crosswalkFor(change.format)
  let described: ReturnType<typeof crosswalk.describe>
  try {
    described = crosswalk.describe(change.bytes)
  } catch (error) {
    if (error instanceof RecordUnreadable) return reject(error.finding)
    throw error
  }
  const sourceId = change.sourceId ?? described.sourceId
  if (described.deleted && sourceId !== undefined) return { to: 'delete', id: recordIdOf(source, sourceId), sourceId }
  const { description } = described
  if (!description) return reject(nothingDescribed, sourceId)
  const findings = [...(change.warnings ?? []), ...described.findings]
  const kind = described.kind ?? change.kind
  for (const rule of recordRules) {
    // A holdings record names no title: it belongs to the record that does.
    if (kind === 'holding' && rule.severity === 'quarantine') continue
    const found = rule.check(description)
    if (rule.severity === 'quarantine' && found[0]) return reject(found[0], sourceId)
    findings.push(...found)
  }
  const known = sourceId ?? derivedSourceId(change.bytes)
  if (sourceId === undefined) findings.push(withoutId(known))
  return {
    to: 'store',
    record: {
      id: recordIdOf(source, known),
      sourceId: known,
      kind,
      format: change.format,
      crosswalk: `${crosswalk.format}@${crosswalk.version}`,
      hash,
      description,
      findings,
      bytes: change.bytes,
      offset: change.offset,
      stamp: change.stamp,
    },
  }
}

const nothingDescribed: Finding = {
  code: 'RECORD_EMPTY',
  detail: 'The record says nothing that could be described. Send it again with at least a title.',
  detailZh: '该记录没有任何可著录的内容，请至少补充题名后重新发送。',
}

const withoutId = (given: string): Finding => ({
  code: 'RECORD_WITHOUT_ID',
  detail: `The record has no identifier of its own (001, title_id); it is known by its content as ${given}. If its content changes it will count as another record: give it an identifier.`,
  detailZh: `该记录没有自己的标识符（001、title_id），暂以内容派生的 ${given} 识别；内容变化后会被视为另一条记录，请补充标识符。`,
})
