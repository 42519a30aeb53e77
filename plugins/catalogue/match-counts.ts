import { sql } from 'kysely'
import { sharedByChance } from './ids.js'
import type { CatalogueDatabase } from './tables.js'

export interface MatchCounts {
  works: number
  /** Works of records of several sources. */
  sharedWorks: number
  /** The work of most records. */
  largest?: { work: string; records: number }
  /** Pairs that wait for a librarian. */
  open: number
  /** Links that would have joined what does not belong together. */
  cut: number
  /** Decisions that stand. */
  words: number
  members: {
    member: string
    records: number
    /** Of them, those whose work has records of other sources too. */
    joined: number
    /** Works they are in. */
    works: number
  }[]
  /** What so many records share that not all of them are compared; `isOver`: that it joins nothing. */
  crowds: { kind: string; value: string; isOver: boolean }[]
}

const mostCrowds = 100

/** What was joined, by member; figures for a person, counted when they are asked for. */
export const matchCounts = async (database: CatalogueDatabase): Promise<MatchCounts> => {
  const [shared, largest, edges, words, sources, crowds] = [
    await sharedWorks(database),
    await largestWork(database),
    await edgeCounts(database),
    await standingWords(database),
    await bySource(database),
    await crowdsOf(database),
  ]
  const works = await database
    .selectFrom('catalogueWork')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('gone', '=', 0)
    .executeTakeFirst()
  return {
    works: Number(works?.count ?? 0),
    sharedWorks: shared,
    ...(largest && { largest: { work: largest.work, records: Number(largest.records) } }),
    ...edges,
    words,
    members: byMember(sources),
    crowds,
  }
}

const workSizes = (database: CatalogueDatabase) =>
  database
    .selectFrom('catalogueRecord')
    .select(['workId', ({ fn }) => fn.min('source').as('first'), ({ fn }) => fn.max('source').as('last')])
    .select(({ fn }) => fn.countAll<number>().as('records'))
    .where('workId', 'is not', null)
    .groupBy('workId')

const sharedWorks = async (database: CatalogueDatabase): Promise<number> => {
  const row = await database
    .selectFrom(workSizes(database).as('sizes'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .whereRef('first', '!=', 'last')
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

const largestWork = (database: CatalogueDatabase) =>
  database
    .selectFrom(workSizes(database).as('sizes'))
    .select(['workId as work', 'records'])
    .orderBy('records', 'desc')
    .orderBy('work')
    .limit(1)
    .$narrowType<{ work: string }>()
    .executeTakeFirst()

const edgeCounts = async (database: CatalogueDatabase): Promise<{ open: number; cut: number }> => {
  const open = await database
    .selectFrom('catalogueEdge as edge')
    .innerJoin('catalogueRecord as one', 'one.id', 'edge.a')
    .innerJoin('catalogueRecord as other', 'other.id', 'edge.b')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('edge.outcome', '=', 'grey')
    .whereRef('one.workId', '!=', 'other.workId')
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('catalogueWordPair as pair')
            .innerJoin('catalogueWord', 'number', 'word')
            .select('number')
            .whereRef('pair.a', '=', 'edge.a')
            .whereRef('pair.b', '=', 'edge.b')
            .where('undoneAt', 'is', null),
        ),
      ),
    )
    .executeTakeFirst()
  const cut = await database
    .selectFrom('catalogueEdge')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('cut', 'is not', null)
    .executeTakeFirst()
  return { open: Number(open?.count ?? 0), cut: Number(cut?.count ?? 0) }
}

const standingWords = async (database: CatalogueDatabase): Promise<number> => {
  const row = await database
    .selectFrom('catalogueWord')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('undoneAt', 'is', null)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

const bySource = (database: CatalogueDatabase) =>
  database
    .with('sizes', () => workSizes(database))
    .selectFrom('catalogueRecord as record')
    .innerJoin('sizes', 'sizes.workId', 'record.workId')
    .select('record.source')
    .select(({ fn }) => fn.countAll<number>().as('records'))
    .select(sql<number>`sum(case when first <> last then 1 else 0 end)`.as('joined'))
    .select(({ fn }) => fn.count<number>('record.workId').distinct().as('works'))
    .groupBy('record.source')
    .orderBy('record.source')
    .execute()

const byMember = (sources: { source: string; records: number; joined: number; works: number }[]) => {
  const members = new Map<string, MatchCounts['members'][number]>()
  for (const { source, records, joined, works } of sources) {
    const member = source.slice(0, source.indexOf('/'))
    const sum = members.get(member) ?? { member, records: 0, joined: 0, works: 0 }
    sum.records += Number(records)
    sum.joined += Number(joined)
    sum.works += Number(works)
    members.set(member, sum)
  }
  return [...members.values()]
}

const crowdsOf = async (database: CatalogueDatabase): Promise<MatchCounts['crowds']> => {
  const rows = await database
    .selectFrom('catalogueCrowd')
    .select(['kind', 'value', 'isOver'])
    .where('kind', 'not in', sharedByChance)
    .orderBy('isOver', 'desc')
    .orderBy('kind')
    .orderBy('value')
    .limit(mostCrowds)
    .execute()
  return rows.map((row) => ({ ...row, isOver: row.isOver === 1 }))
}
