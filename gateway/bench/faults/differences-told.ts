import type { Difference } from './end-state.js'
import { judging } from './judging.js'

/** The end must be that of the undisturbed run. */
export const differencesTold = (report: (line: string) => void, differences: readonly Difference[]): void => {
  const sum = (which: 'missing' | 'extra') =>
    differences.reduce((total, difference) => total + difference[which], 0)
  judging(report)(differences.length === 0, `${sum('missing')} rows missing or stale, ${sum('extra')} extra`)
  for (const { part, missing, extra, example } of differences)
    report(`       ${part}: ${missing} missing, ${extra} extra, such as ${example}`)
}
