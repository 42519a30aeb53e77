import { type Clues, cluesOf } from '../../standards/matching/clues.js'
import type { MatchingKey } from '../../standards/matching/comparison.js'
import { matchingKeys } from '../../standards/matching/keys.js'
import { isLinked, type LinkKind, linkKinds, pointerKey, pointersOf } from '../../standards/matching/links.js'
import { readDescription } from '../../standards/record/packed.js'
import type { Description } from '../../standards/record/v1-draft.js'
import type { RelatedWork } from '../../standards/work/work.js'
import { blockOf } from './ids.js'
import { type KeyTable, keyTables } from './key-store.js'
import { type CatalogueDatabase, inLists } from './tables.js'

/** Records that are looked at for one work at most, and works told: a title may be that of very many. */
const mostCandidates = 300
const mostRelated = 100

/** What a record found in a block would be to a record of the work itself. */
interface Meaning {
  kind: LinkKind
  own: Clues
}

interface Candidate extends Meaning {
  recordId: string
}

/**
 * Works that records of this one point to, that point to records of it, and that are of one set with it. Found when
 * they are asked for, so that it never depends on what came first.
 */
export const relatedWorks = async (
  database: CatalogueDatabase,
  { id, records, isShown }: { id: string; records: Description[]; isShown(source: string): boolean },
): Promise<RelatedWork[]> => {
  const candidates = (await candidatesOf(database, records)).slice(0, mostCandidates)
  const found = await recordsOf(
    database,
    candidates.map(({ recordId }) => recordId),
  )
  const related = new Map<string, RelatedWork>()
  for (const { kind, recordId, own } of candidates) {
    const record = found.get(recordId)
    if (!record || record.workId === id || !isShown(record.source)) continue
    const name = `${kind} ${record.workId}`
    if (!related.has(name) && isLinked(kind, own, record.clues))
      related.set(name, outlineOf(kind, record.workId, record))
  }
  return [...related.values()].sort(inOrder).slice(0, mostRelated)
}

const candidatesOf = async (database: CatalogueDatabase, records: Description[]): Promise<Candidate[]> => {
  const targets = new Map<number, Meaning[]>()
  const pointing = new Map<number, Meaning[]>()
  const add = (to: Map<number, Meaning[]>, block: number, meaning: Meaning) =>
    to.set(block, [...(to.get(block) ?? []), meaning])
  for (const description of records) {
    const own = cluesOf(description)
    for (const pointer of pointersOf(description, own)) {
      add(targets, blockOf(pointer.target), { kind: pointer.kind, own })
      // Who points to the same set is another volume of it.
      if (pointer.kind === 'part-of') add(pointing, blockOf(pointerKey(pointer)), { kind: 'same-set', own })
    }
    for (const target of matchingKeys(own).filter(isTarget))
      for (const kind of Object.keys(linkKinds) as LinkKind[])
        add(pointing, blockOf(pointerKey({ kind, target })), { kind: linkKinds[kind], own })
  }
  const forward = await inBlocks(database, keyTables, targets)
  return [...forward, ...(await inBlocks(database, ['cataloguePointer'], pointing))]
}

const isTarget = ({ kind }: MatchingKey): boolean => kind === 'id' || kind === 'title'

type Located = KeyTable | 'cataloguePointer'

const inBlocks = async (
  database: CatalogueDatabase,
  [table, ...others]: readonly [Located, ...Located[]],
  wanted: Map<number, Meaning[]>,
): Promise<Candidate[]> => {
  const from = (table: Located, list: number[]) =>
    database.selectFrom(table).select(['block', 'recordId']).where('block', 'in', list)
  const rows = await inLists([...wanted.keys()], (list) =>
    others
      .reduce((query, other) => query.union(from(other, list)), from(table, list))
      .orderBy('block')
      .orderBy('recordId')
      .limit(mostCandidates)
      .execute(),
  )
  return rows.flatMap(({ block, recordId }) =>
    (wanted.get(Number(block)) ?? []).map((meaning) => ({ recordId, ...meaning })),
  )
}

interface Found {
  workId: string
  source: string
  description: Description
  clues: Clues
}

const recordsOf = async (database: CatalogueDatabase, ids: string[]): Promise<Map<string, Found>> => {
  const rows = await inLists([...new Set(ids)], (list) =>
    database
      .selectFrom('catalogueRecord')
      .innerJoin('catalogueContent', 'recordId', 'id')
      .select(['id', 'source', 'workId', 'description'])
      .where('id', 'in', list)
      .where('workId', 'is not', null)
      .execute(),
  )
  return new Map(
    rows.map(({ id, source, workId, description: text }) => {
      const description = readDescription(text)
      return [id, { workId: workId as string, source, description, clues: cluesOf(description) }]
    }),
  )
}

const outlineOf = (kind: LinkKind, work: string, { description, clues }: Found): RelatedWork => {
  const [title] = description.titles
  const [language] = clues.languages
  const [year] = clues.years
  return {
    kind,
    work,
    title: [title?.value, title?.part?.number, title?.part?.name].filter(Boolean).join(' '),
    ...(clues.volume !== undefined && { volume: clues.volume }),
    ...(language !== undefined && { language }),
    ...(year !== undefined && { year: String(year) }),
  }
}

const kinds = Object.keys(linkKinds)

/** By kind; volumes by number, all else by year and title. */
const inOrder = (one: RelatedWork, other: RelatedWork): number =>
  kinds.indexOf(one.kind) - kinds.indexOf(other.kind) ||
  (one.volume ?? '').localeCompare(other.volume ?? '', 'zh', { numeric: true }) ||
  (one.year ?? '').localeCompare(other.year ?? '') ||
  (one.title < other.title ? -1 : one.title > other.title ? 1 : one.work < other.work ? -1 : 1)
