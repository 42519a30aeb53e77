import { cutHarvest } from './cut-harvest.js'
import { inFolder } from './in-folder.js'

export const name = 'faults/E18'

/** kill -9 in mid-page, and a token that is lost: the same end as undisturbed, and no harvest over again from the start. */
export const run = async (report: (line: string) => void): Promise<void> => {
  for (const isTokenLost of [false, true]) {
    const sizes = { records: 10_000, kills: 20, seed: 20_260_318, isTokenLost }
    const outcome = await inFolder((folder) => cutHarvest({ ...sizes, folder }))
    const [calm, rough] = outcome.pages
    report(
      `${isTokenLost ? 'token lost once' : 'tokens kept    '}  killed ${outcome.killed} times; ${rough} pages asked, ${calm} undisturbed; ${outcome.beginnings} lists begun`,
    )
    if (outcome.differences.length === 0) report('                 0 missing, 0 stale, 0 extra')
    for (const { part, missing, extra, example } of outcome.differences) {
      report(`                 ${part}: ${missing} missing, ${extra} extra, such as ${example}`)
      process.exitCode = 1
    }
  }
}
