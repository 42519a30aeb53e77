import { cutHarvest } from './cut-harvest.js'
import { differencesTold } from './differences-told.js'
import { inFolder } from './in-folder.js'
import { judging } from './judging.js'

export const name = 'faults/E18'

/** kill -9 in mid-page, and a token that is lost: the same end as undisturbed, and no harvest over again from the start. */
export const run = async (report: (line: string) => void): Promise<void> => {
  const must = judging(report)
  for (const isTokenLost of [false, true]) {
    const sizes = { records: 2_000, kills: 10, seed: 20_260_318, isTokenLost }
    const { killed, beginnings, pages, differences } = await inFolder((folder) =>
      cutHarvest({ ...sizes, folder }),
    )
    const [calm, rough] = pages
    const how = isTokenLost ? 'token lost once' : 'tokens kept'
    must(killed >= sizes.kills / 2, `${how}: killed ${killed} times (of ${sizes.kills})`)
    // A token that is lost is the one reason to begin a list once more.
    must(
      beginnings <= (isTokenLost ? 3 : 2),
      `${how}: ${rough} pages asked, ${calm} undisturbed; ${beginnings} lists begun`,
    )
    differencesTold(report, differences)
  }
}
