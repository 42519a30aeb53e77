import { RecordUnreadable } from '../../standards/crosswalks/crosswalk.js'
import { crosswalkFor } from '../../standards/crosswalks/index.js'
import type { Finding, Format, PutChange } from '../../standards/record/change.js'
import { packDescription } from '../../standards/record/packed.js'
import type { Description } from '../../standards/record/v1-draft.js'
import { recordRules } from '../../standards/rules/record.js'
import { type Matched, matchedOf, unmatched } from './clues.js'
import { derivedSourceId, recordIdOf } from './ids.js'

/** A put after crosswalk and rules: what is to be done with it. */
export type Decided =
  | { to: 'store'; record: DescribedRecord }
  | { to: 'delete'; id: string; sourceId: string }
  | { to: 'set-aside'; finding: Finding; sourceId?: string }

/** As it is stored: what only the database reads is text already. */
export interface DescribedRecord {
  id: string
  sourceId: string
  /** 001, where the source knows the record by another identifier (OAI). */
  ownId?: string
  kind: PutChange['kind']
  crosswalk: string
  /** A canonical record as `packDescription` writes it, its lineage left out: `lineageOf` reads it again. */
  description: string
  /** JSON of findings. */
  findings: string
  isWarned: boolean
  /** What may join it with others to a work. */
  matched: Matched
}

/** Which crosswalk describes records of a format today: a record described by an older one is described anew. */
export const crosswalkNameOf = (format: Format): string | undefined => {
  const crosswalk = crosswalkFor(format)
  return crosswalk && `${crosswalk.format}@${crosswalk.version}`
}

/**
 * The source's fields behind each field of a description, read again from the record's bytes: kept beside every record
 * they would be a seventh of what is stored, read and parsed, for the few that somebody asks about.
 */
export const lineageOf = (format: Format, bytes: Uint8Array): Description['provenance'] => {
  try {
    return crosswalkFor(format).describe(bytes).description?.provenance ?? {}
  } catch (error) {
    if (error instanceof RecordUnreadable) return {}
    throw error
  }
}

/** Pure: what one record of a source amounts to. One bad record never costs its page: whatever a crosswalk throws is a finding. */
export const decidePut = (source: string, change: PutChange, match = matchedOf): Decided => {
  try {
    return described(source, change, match)
  } catch (error) {
    const finding = error instanceof RecordUnreadable ? error.finding : notDescribable(error)
    return { to: 'set-aside', finding, ...(change.sourceId !== undefined && { sourceId: change.sourceId }) }
  }
}

const described = (source: string, change: PutChange, match: typeof matchedOf): Decided => {
  const {
    sourceId: own,
    kind: told,
    deleted,
    description,
    findings: found,
  } = crosswalkFor(change.format).describe(change.bytes, change.usualEncoding)
  const sourceId = change.sourceId ?? own
  const setAside = (finding: Finding): Decided => ({
    to: 'set-aside',
    finding,
    ...(sourceId !== undefined && { sourceId }),
  })
  if (deleted && sourceId === undefined) return setAside(deletedWithoutId)
  if (deleted && sourceId !== undefined) return { to: 'delete', id: recordIdOf(source, sourceId), sourceId }
  if (!description) return setAside(nothingDescribed)
  const kind = told ?? change.kind
  const { verdict, warnings } = check(kind, description)
  if (verdict) return setAside(verdict)
  const known = sourceId ?? derivedSourceId(change.bytes)
  const findings = [
    ...(change.warnings ?? []),
    ...found,
    ...warnings,
    ...(sourceId === undefined ? [withoutId(known)] : []),
  ]
  return {
    to: 'store',
    record: {
      id: recordIdOf(source, known),
      sourceId: known,
      ...(own !== undefined && own !== known && { ownId: own }),
      kind,
      crosswalk: crosswalkNameOf(change.format) as string,
      description: packDescription({ ...description, provenance: {} }),
      findings: JSON.stringify(findings),
      isWarned: findings.length > 0,
      matched: kind === 'bib' ? match(description) : unmatched,
    },
  }
}

const check = (
  kind: PutChange['kind'],
  description: Description,
): { verdict?: Finding; warnings: Finding[] } => {
  const warnings: Finding[] = []
  for (const rule of recordRules) {
    // A holdings record names no title: it belongs to the record that does.
    if (kind === 'holding' && rule.severity === 'quarantine') continue
    const found = rule.check(description)
    if (rule.severity === 'quarantine' && found[0]) return { verdict: found[0], warnings }
    warnings.push(...found)
  }
  return { warnings }
}

const nothingDescribed: Finding = {
  code: 'RECORD_EMPTY',
  detail: 'The record says nothing that could be described. Send it again with at least a title.',
  detailZh: '该记录没有任何可著录的内容，请至少补充题名后重新发送。',
}

const deletedWithoutId: Finding = {
  code: 'RECORD_DELETED_WITHOUT_ID',
  detail:
    'The record says that it is deleted, but has no identifier (001) that would tell which record that is. Send it again with one.',
  detailZh: '该记录标明已删除，但没有标识符（001），无法确定所指记录，请补充后重新发送。',
}

const notDescribable = (error: unknown): Finding => ({
  code: 'RECORD_NOT_DESCRIBABLE',
  detail: `The gateway failed over this record (${error instanceof Error ? error.message : String(error)}). Its bytes are kept; report it with them: the fault is ours.`,
  detailZh: '网关在处理该记录时出错，原始字节已保留；请连同字节一并报告，这是我们的问题。',
})

const withoutId = (given: string): Finding => ({
  code: 'RECORD_WITHOUT_ID',
  detail: `The record has no identifier of its own (001, title_id); it is known by its content as ${given}. If its content changes it will count as another record: give it an identifier.`,
  detailZh: `该记录没有自己的标识符（001、title_id），暂以内容派生的 ${given} 识别；内容变化后会被视为另一条记录，请补充标识符。`,
})
