import { inFolder } from './in-folder.js'
import { judging } from './judging.js'
import { startedWithoutDatabase } from './started-without-database.js'

export const name = 'faults/E30'

/** A gateway that starts while its database is down: alive, not ready and saying so, then serving at the same address. */
export const run = async (report: (line: string) => void): Promise<void> => {
  const must = judging(report)
  const { alive, ready, told, back, isSameAddress, code } = await inFolder(startedWithoutDatabase)
  must(alive === 200, `/healthz ${alive} while the database is down`)
  must(ready.status === 503, `/readyz ${ready.status}: ${JSON.stringify(ready.body)}`)
  must(told === 'DATABASE_UNAVAILABLE', `every other call is told ${told}`)
  must(
    isSameAddress && back <= 10_000,
    `ready at the same address ${back.toFixed(0)} ms after the database is there`,
  )
  must(code === 0, `it ends with ${code} when it is asked to`)
}
