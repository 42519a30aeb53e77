import { inFolder } from './in-folder.js'
import { judging } from './judging.js'
import { relayKilled } from './relay-killed.js'

export const name = 'faults/E11'

/** kill -9 a relay before, between and after its marks and what it adds: nothing is left out, and nothing done twice. */
export const run = async (report: (line: string) => void): Promise<void> => {
  for (const seed of [20_260_111, 20_260_211, 20_260_311]) {
    const outcome = await inFolder((folder) => relayKilled(folder, { kills: 8, each: 600, seed }))
    const { killed, midway, accepted, missing, twice } = outcome
    judging(report)(
      missing === 0 && twice === 0 && midway > 0,
      `killed ${killed} times, ${midway} in the midst; of ${accepted} jobs ${missing} missing, ${twice} done twice`,
    )
  }
}
