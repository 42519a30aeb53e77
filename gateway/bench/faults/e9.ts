import { databaseAway } from './database-away.js'
import { inFolder } from './in-folder.js'
import { judging } from './judging.js'

export const name = 'faults/E9'

/** The database unreachable for 30 s, its link cut or silent: told in time, and back in time. */
export const run = async (report: (line: string) => void): Promise<void> => {
  const must = judging(report)
  for (const how of ['cut', 'silence'] as const) {
    const { told, longest, back, isAlive, logged } = await inFolder((folder) =>
      databaseAway(folder, how, 30_000),
    )
    must(isAlive, `${how}: the gateway lives`)
    must(Object.keys(told).join() === 'DATABASE_UNAVAILABLE', `${how}: told ${JSON.stringify(told)}`)
    must(longest <= 3_000, `${how}: told after at most ${longest.toFixed(0)} ms (at most 3,000)`)
    must(back <= 5_000, `${how}: back after ${back.toFixed(0)} ms (at most 5,000)`)
    must(logged.length === 2, `${how}: ${logged.length} lines of the log: that it went, and that it came`)
  }
}
