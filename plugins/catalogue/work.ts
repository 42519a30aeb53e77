import { type Member, type Members, ShulianError, type Work } from '../../gateway/contracts/index.js'
import { assembleWork } from '../../standards/work/assemble.js'
import type { Holder, WorkParts } from '../../standards/work/work.js'
import { withLinked } from './linked-records.js'
import { relatedWorks } from './related.js'
import { type CatalogueDatabase, inLists } from './tables.js'

export interface ReadingParts {
  database: CatalogueDatabase
  members: Members
}

/** @throws ShulianError WORK_UNKNOWN (404) */
export const readWork = async (parts: ReadingParts, id: string): Promise<Work> => {
  const current = await resolveWorkId(parts.database, id)
  const [found] = await readWorks(parts, [current])
  if (!found) throw workUnknown(id)
  const { work, records } = assembleWork(found)
  const hidden = await hiddenSources(parts.members)
  const isShown = (source: string) => !hidden.has(source)
  return { ...work, related: await relatedWorks(parts.database, { id: current, records, isShown }) }
}

export const workUnknown = (id: string) =>
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

/** What works are made of, as far as their sources share it; those of which nothing is shared, or nothing is left, are absent. */
export const readWorks = async ({ database, members }: ReadingParts, ids: string[]): Promise<WorkParts[]> => {
  if (ids.length === 0) return []
  const states = await inLists(ids, (chunk) =>
    database
      .selectFrom('catalogueWork')
      .select(['id', 'version', 'updatedAt'])
      .where('id', 'in', chunk)
      .where('gone', '=', 0)
      .execute(),
  )
  const rows = await recordsOf(database, ids)
  const holders = await holdersOf(members, new Set(rows.map(({ source }) => source)))
  const records = new Map<string, WorkParts['records']>()
  for (const { workId, ...record } of await withLinked(database, rows)) {
    if (!(record.source in holders)) continue
    const ofWork = records.get(workId as string)
    if (ofWork) ofWork.push(record)
    else records.set(workId as string, [record])
  }
  return states.flatMap((state) => {
    const ofWork = records.get(state.id)
    return ofWork ? [{ ...state, records: ofWork, holders }] : []
  })
}

const recordsOf = (database: CatalogueDatabase, works: string[]) =>
  inLists(works, (chunk) =>
    database
      .selectFrom('catalogueRecord')
      .innerJoin('catalogueContent', 'catalogueContent.recordId', 'catalogueRecord.id')
      .select(['id', 'source', 'sourceId', 'workId', 'versionOf', 'description'])
      .where('workId', 'in', chunk)
      .where('state', '=', 'live')
      .orderBy('id')
      .execute(),
  )

export const hiddenSources = async (members: Members): Promise<Set<string>> =>
  new Set((await members.sources()).filter(({ share }) => share === 'none').map(({ id }) => id))

/** By source, but for those that share nothing. */
const holdersOf = async (members: Members, sources: Set<string>): Promise<Record<string, Holder>> => {
  const byId = new Map((await members.list()).map((member) => [member.id, member]))
  const hidden = await hiddenSources(members)
  const shown = [...sources].filter((source) => !hidden.has(source))
  return Object.fromEntries(shown.map((source) => [source, holderOf(memberOf(source), byId)]))
}

const memberOf = (source: string): string => source.slice(0, source.indexOf('/'))

const holderOf = (id: string, members: Map<string, Member>): Holder => {
  const { name = id, nameZh, stage = 'trial' } = members.get(id) ?? {}
  return {
    member: id,
    memberName: name,
    ...(nameZh === undefined ? {} : { memberNameZh: nameZh }),
    memberStage: stage,
  }
}
