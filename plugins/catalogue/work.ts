import {
  type Member,
  type Members,
  ShulianError,
  type Source,
  type Work,
  type WorkHolding,
} from '../../gateway/contracts/index.js'
import type { Description } from '../../standards/record/v1-draft.js'
import { mergeDescriptions } from './merge.js'
import { type CatalogueDatabase, inChunks } from './tables.js'

export interface WorkParts {
  database: CatalogueDatabase
  members: Members
}

export interface WorkRecord {
  id: string
  source: string
  sourceId: string
  workId: string
  description: Description
}

/** @throws ShulianError WORK_UNKNOWN (404) */
export const readWork = async (parts: WorkParts, id: string): Promise<Work> => {
  const current = await resolveWorkId(parts.database, id)
  const [work] = await readWorks(parts, [current])
  if (!work) throw workUnknown(id)
  return work.work
}

const workUnknown = (id: string) =>
  new ShulianError('WORK_UNKNOWN', `There is no work '${id}'.`, { status: 404 })

/** Where the id of a work that merged or split leads now. */
export const resolveWorkId = async (database: CatalogueDatabase, id: string): Promise<string> => {
  const row = await database
    .selectFrom('catalogueRedirect')
    .innerJoin('catalogueWork', 'catalogueWork.id', 'catalogueRedirect.toId')
    .select('toId')
    .where('fromId', '=', id)
    .where('gone', '=', 0)
    .orderBy('toId')
    .limit(1)
    .executeTakeFirst()
  return row?.toId ?? id
}

/** Works with what their sources share; those of which nothing is shared, or nothing is left, are absent. */
export const readWorks = async (
  { database, members }: WorkParts,
  ids: string[],
): Promise<{ work: Work; records: WorkRecord[] }[]> => {
  if (ids.length === 0) return []
  const states = await inChunks(ids, (chunk) =>
    database.selectFrom('catalogueWork').selectAll().where('id', 'in', chunk).where('gone', '=', 0).execute(),
  )
  const rows = await recordsOf(database, ids)
  const sources = new Map((await members.sources()).map((source) => [source.id, source]))
  const byMember = new Map((await members.list()).map((member) => [member.id, member]))
  const records = new Map<string, WorkRecord[]>()
  for (const row of rows) {
    if ((sources.get(row.source)?.share ?? 'members') === 'none') continue
    const record = {
      ...row,
      workId: row.workId as string,
      description: JSON.parse(row.description) as Description,
    }
    const ofWork = records.get(record.workId)
    if (ofWork) ofWork.push(record)
    else records.set(record.workId, [record])
  }
  return states.flatMap(({ id, version, updatedAt }) => {
    const ofWork = records.get(id)
    return ofWork
      ? [{ work: toWork({ id, version, updatedAt }, ofWork, sources, byMember), records: ofWork }]
      : []
  })
}

const recordsOf = (database: CatalogueDatabase, works: string[]) =>
  inChunks(works, (chunk) =>
    database
      .selectFrom('catalogueRecord')
      .innerJoin('catalogueContent', 'catalogueContent.recordId', 'catalogueRecord.id')
      .select(['id', 'source', 'sourceId', 'workId', 'description'])
      .where('workId', 'in', chunk)
      .where('state', '=', 'live')
      .orderBy('id')
      .execute(),
  )

const toWork = (
  state: { id: string; version: number; updatedAt: string },
  records: WorkRecord[],
  sources: Map<string, Source>,
  members: Map<string, Member>,
): Work => {
  const merged = mergeDescriptions(records)
  const { edition, extent, publication, dates, identifiers } = merged.description
  const ids = records.map(({ id }) => id)
  return {
    ...state,
    description: merged.description,
    sources: merged.sources,
    versions: [
      { id: `v_${state.id.slice(2)}`, records: ids, edition, extent, publication, dates, identifiers },
    ],
    holdings: records.map((record) => toHolding(record, sources, members)),
  }
}

const toHolding = (
  record: WorkRecord,
  sources: Map<string, Source>,
  members: Map<string, Member>,
): WorkHolding => {
  const memberId = sources.get(record.source)?.member ?? record.source.slice(0, record.source.indexOf('/'))
  const member = members.get(memberId)
  return {
    member: memberId,
    memberName: member?.name ?? memberId,
    ...(member?.nameZh === undefined ? {} : { memberNameZh: member.nameZh }),
    memberStage: member?.stage ?? 'trial',
    source: record.source,
    recordId: record.id,
    sourceId: record.sourceId,
    holdings: record.description.holdings,
    links: record.description.links,
  }
}

/** The accepted pairs that hold a work together. */
export const whyOf = async (parts: WorkParts, id: string) => {
  const current = await resolveWorkId(parts.database, id)
  const [found] = await readWorks(parts, [current])
  if (!found) throw workUnknown(id)
  const ids = found.records.map(({ id }) => id)
  const shown = new Set(ids)
  const edges = await inChunks(ids, (chunk) =>
    parts.database
      .selectFrom('catalogueEdge')
      .selectAll()
      .where('a', 'in', chunk)
      .orderBy('a')
      .orderBy('b')
      .execute(),
  )
  return {
    work: current,
    records: found.records.map(({ id, source, sourceId }) => ({ id, source, sourceId })),
    pairs: edges
      .filter(({ b }) => shown.has(b))
      .map(({ a, b, rule, version, evidence }) => ({
        a,
        b,
        rule,
        version,
        evidence: JSON.parse(evidence) as Record<string, string>,
      })),
  }
}
