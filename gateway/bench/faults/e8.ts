import { databaseRestarts } from './database-restarts.js'
import { inFolder } from './in-folder.js'
import { judging } from './judging.js'

export const name = 'faults/E8'

/** Every connection ended twenty times, and the server killed and started ten times, while records are pushed. */
export const run = async (report: (line: string) => void): Promise<void> => {
  const must = judging(report)
  const outcome = await inFolder((folder) => databaseRestarts(folder, { faults: 30, seed: 20_260_108 }))
  const { acknowledged, missing, unfound, refused, isAlive, wentOn } = outcome
  must(isAlive, `the gateway lives; ${refused} calls were told to try again`)
  must(wentOn, 'calls are acknowledged after the last fault as well')
  must(acknowledged > 0 && missing === 0, `${acknowledged} records acknowledged, ${missing} of them missing`)
  must(unfound === 0, `${unfound} of them are not found`)
}
