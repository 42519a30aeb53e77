import type { Counters } from '../../gateway/contracts/index.js'
import type { RunReport } from '../../standards/record/run-report.js'

const outcomes = ['accepted', 'quarantined', 'deleted', 'unchanged', 'empty'] as const

/** Runs and what they read, by member: of this process, since it began. */
export const createRunCounters = (counters: Counters): ((report: RunReport) => void) => {
  const runs = counters.counter('shulian_runs_total', 'Runs that ended, by member, kind and state')
  const records = counters.counter(
    'shulian_run_records_total',
    'Records that runs read, by what became of them',
  )
  return ({ member, kind, state, ...report }) => {
    runs.add({ member, kind, state })
    for (const outcome of outcomes) if (report[outcome] > 0) records.add({ member, outcome }, report[outcome])
  }
}
