import { type Members, type Quality, ShulianError } from '../../gateway/contracts/index.js'
import { type ComputeParts, compute, isCovered, latestEnded } from './compute.js'
import { isRule, recordsTable } from './listing.js'
import { latestReport, listReports, readProgress } from './store.js'
import { reportTable } from './table.js'

export const createQuality = (parts: ComputeParts & { members: Members }): Quality => {
  const { database, catalogue, members } = parts
  const hasFound = async (source: string, rule: string) =>
    (await latestReport(database, source))?.rules.some((one) => one.rule === rule)
  return {
    of: async (id, run) => {
      const { id: source } = await members.source(id)
      const report = await latestReport(database, source, run)
      if (run !== undefined && !report) throw unknownReport(source, run)
      const latest = latestEnded(await catalogue.runs({ source, limit: 100 }))
      if (!latest) return { state: 'none' }
      const progress = await readProgress(database, source)
      const told = report ? { report } : {}
      if (isCovered(progress, latest)) return { state: 'ready', ...told }
      const done = Object.values(progress?.tally.kinds ?? {}).reduce((sum, count) => sum + count, 0)
      return { state: 'computing', done, ...told }
    },
    history: async (id, limit) => listReports(database, (await members.source(id)).id, limit),
    compute: async (id, signal) => compute(parts, (await members.source(id)).id, signal),
    table: reportTable,
    records: async (source, rule) => {
      if (!isRule(rule) && !(await hasFound(source, rule))) throw unknownRule(source, rule)
      return recordsTable({ database, catalogue }, source, rule)
    },
  }
}

const unknownRule = (source: string, rule: string) =>
  new ShulianError(
    'QUALITY_RULE_UNKNOWN',
    `There is no rule '${rule}'. Those that records of ${source} break stand in its report: shulian quality ${source} --csv`,
    { status: 404 },
  )

const unknownReport = (source: string, run: string) =>
  new ShulianError(
    'QUALITY_UNKNOWN',
    `There is no quality report of ${source} for the run ${run}. A report is made after a run, for the last one where several ended at a time; those there are: GET /v1/sources/${encodeURIComponent(source)}/quality/history`,
    { status: 404 },
  )
