import { type Kysely, sql } from 'kysely'
import { fold } from '../../../standards/text/folding.js'
import { type Counted, fewestAskers, type Script, scriptOf, weekOf } from './outcomes.js'
import { type AnalyticsTables, type Measure, measures } from './tables.js'

/** How long counts are kept. */
export const keptWeeks = 26
const mostListed = 50
/** Milliseconds that the frequent queries are taken for current. */
const fresh = 60_000
const frequentSize = 5_000

export interface SearchAnalytics {
  weeks: number
  fewestAskers: number
  keptWeeks: number
  totals: Record<Measure, number>
  /** Each week in which something was counted, rising. */
  weekly: ({ week: string } & Record<Measure, number>)[]
  groups: ({ language: string; script: string } & Record<Measure, number>)[]
  asked: { q: string; count: number }[]
  nothingFound: { q: string; count: number }[]
  abandoned: { q: string; count: number }[]
  rephrased: { q: string; to: string; count: number }[]
}

type Database = Kysely<AnalyticsTables>

export const createCounts = (database: Database, now: () => Date) => {
  const since = (weeks: number) => weekOf(new Date(now().getTime() - (weeks - 1) * 7 * 86_400_000))
  let frequent: { key: string; query: string }[] = []
  let readAt = Number.NEGATIVE_INFINITY

  const write = async (counts: ReadonlyMap<string, number>): Promise<void> => {
    const rows = [...counts].map(([name, count]) => ({ ...(JSON.parse(name) as Counted), count }))
    await database.transaction().execute(async (transaction) => {
      for (const row of rows)
        await transaction
          .insertInto('searchCount')
          .values(row)
          .onConflict((conflict) =>
            conflict
              .columns(['week', 'measure', 'query', 'following', 'audience'])
              .doUpdateSet({ count: sql<number>`search_count.count + excluded.count` }),
          )
          .execute()
    })
  }

  const listed = (measure: Measure, weeks: number, limit: number) =>
    database
      .selectFrom('searchCount')
      .select(['query as q', 'following as to'])
      .select((one) => one.fn.sum<number>('count').as('count'))
      .where('measure', '=', measure)
      .where('query', '!=', '')
      .where('week', '>=', since(weeks))
      .groupBy(['query', 'following'])
      .orderBy('count', 'desc')
      .orderBy('query')
      .limit(limit)
      .execute()

  /** The script is that of the words: to list one tells nothing more of who asked. */
  const ofScript = async (measure: Measure, weeks: number, script: Script | undefined) =>
    (await listed(measure, weeks, script === undefined ? mostListed : frequentSize))
      .filter(({ q }) => script === undefined || scriptOf(q) === script)
      .slice(0, mostListed)
      .map((row) => ({ ...row, count: Number(row.count) }))

  const weekly = async (weeks: number): Promise<SearchAnalytics['weekly']> => {
    const rows = await database
      .selectFrom('searchCount')
      .select(['week', 'measure'])
      .select((one) => one.fn.sum<number>('count').as('count'))
      .where('audience', '!=', '')
      .where('week', '>=', since(weeks))
      .groupBy(['week', 'measure'])
      .orderBy('week')
      .execute()
    return [...new Set(rows.map(({ week }) => week))].map((week) => ({
      week,
      ...countsBy((measure) => rows.filter((row) => row.week === week && row.measure === measure)),
    }))
  }

  const groups = async (weeks: number): Promise<SearchAnalytics['groups']> => {
    const rows = await database
      .selectFrom('searchCount')
      .select(['audience', 'measure'])
      .select((one) => one.fn.sum<number>('count').as('count'))
      .where('audience', '!=', '')
      .where('week', '>=', since(weeks))
      .groupBy(['audience', 'measure'])
      .orderBy('audience')
      .execute()
    return [...new Set(rows.map(({ audience }) => audience))].map((audience) => {
      const [language = '', script = ''] = audience.split(' ')
      const own = rows.filter((row) => row.audience === audience)
      return { language, script, ...countsBy((measure) => own.filter((row) => row.measure === measure)) }
    })
  }

  const readFrequent = async () => {
    const none = new Map(
      (await listed('none', keptWeeks, frequentSize)).map((row) => [row.q, Number(row.count)]),
    )
    const asked = await listed('asked', keptWeeks, frequentSize)
    frequent = asked
      .filter(({ q, count }) => (none.get(q) ?? 0) * 2 < Number(count))
      .map(({ q }) => ({ key: fold(q).join(' '), query: q }))
  }

  return {
    write,
    report: async (weeks: number, script?: Script): Promise<SearchAnalytics> => {
      const grouped = await groups(weeks)
      const queries = async (measure: Measure) =>
        (await ofScript(measure, weeks, script)).map(({ q, count }) => ({ q, count }))
      return {
        weeks,
        fewestAskers,
        keptWeeks,
        totals: countsBy((measure) => grouped.map((group) => ({ count: group[measure] }))),
        weekly: await weekly(weeks),
        groups: grouped,
        asked: await queries('asked'),
        nothingFound: await queries('none'),
        abandoned: await queries('abandoned'),
        rephrased: await ofScript('rephrased', weeks, script),
      }
    },
    /** What many have asked that begins so, and that found something, the most frequent first. */
    queries: async (beginning: string, limit: number): Promise<string[]> => {
      if (now().getTime() - readAt > fresh) {
        readAt = now().getTime()
        await readFrequent()
      }
      return frequent
        .filter(({ key }) => key.startsWith(beginning))
        .slice(0, limit)
        .map(({ query }) => query)
    },
    expire: async (): Promise<void> => {
      await database.deleteFrom('searchCount').where('week', '<', since(keptWeeks)).execute()
    },
  }
}

const countsBy = (rowsOf: (measure: Measure) => { count: number }[]): Record<Measure, number> =>
  Object.fromEntries(
    measures.map((measure) => [measure, rowsOf(measure).reduce((sum, { count }) => sum + Number(count), 0)]),
  ) as Record<Measure, number>
