import { programs, startPostgres } from '../../database/postgres/testing.js'
import { startRedis } from '../../job-queue/redis-testing.js'
import { openSearchEngine } from '../search-engine.js'

/** What a consortium runs in production, started for one measurement. */
export interface Engines {
  settings: Record<string, string>
  /** Of each, the process that tells of its processor time and memory. */
  processes: Record<string, number>
  search: { url: string; key: string; label: string }
  ask(sql: string): Promise<Record<string, unknown>[]>
  close(): Promise<void>
}

export const openEngines = async (): Promise<Engines> => {
  const bin = programs()
  if (bin === undefined) throw new Error('PostgreSQL is not on this machine')
  const postgres = await startPostgres(bin, 'shared_preload_libraries=pg_stat_statements')
  const redis = await startRedis()
  const search = await openSearchEngine()
  await postgres.create('shulian')
  await postgres.ask('shulian', 'create extension pg_stat_statements')
  return {
    settings: {
      SHULIAN_DATABASE_URL: postgres.url('shulian'),
      SHULIAN_REDIS_URL: redis.url,
      SHULIAN_MEILI_URL: search.url,
      ...(search.key !== '' && { SHULIAN_MEILI_KEY: search.key }),
    },
    processes: {
      PostgreSQL: postgres.pid(),
      Redis: redis.pid(),
      ...(search.pid !== null && { 'search engine': search.pid }),
    },
    search,
    ask: (sql) => postgres.ask('shulian', sql),
    close: async () => {
      await search.close()
      await redis.close()
      await postgres.close()
    },
  }
}
