import { programs, startPostgres } from '../../database/postgres/testing.js'
import { judging } from './judging.js'
import { slowCommits } from './slow-commits.js'

export const name = 'faults/E10'

/** Eight writers with a random delay before each commit: every committed job is relayed, whatever its number. */
export const run = async (report: (line: string) => void): Promise<void> => {
  const must = judging(report)
  const bin = programs()
  if (bin === undefined) return report('skipped: PostgreSQL is not on this machine')
  const server = await startPostgres(bin)
  try {
    const { appended, missing, twice } = await slowCommits(server, { each: 500, seed: 20_260_110 })
    must(missing === 0, `${appended - missing} of ${appended} jobs relayed`)
    must(twice === 0, `${twice} of them twice`)
  } finally {
    await server.close()
  }
}
