import { inFolder } from './in-folder.js'
import { judging } from './judging.js'
import { openSearchLink } from './search-link.js'
import { type StormOutcome, stormOfEngine, stormOfService } from './storm.js'

export const name = 'faults/E21'

const storm = { requests: 2_000, clients: 50 }

/** A storm of 503 from a member's live service, and from the search engine: it is not answered with a storm. */
export const run = async (report: (line: string) => void): Promise<void> => {
  const tell = telling(report)
  tell('live service', await inFolder((folder) => stormOfService(folder, storm)))
  const link = await openSearchLink()
  try {
    tell(link.engine, await inFolder((folder) => stormOfEngine(folder, link, storm)))
  } finally {
    await link.close()
  }
}

const telling = (report: (line: string) => void) => {
  const must = judging(report)
  return (who: string, { requests, each, hits, told, back }: StormOutcome): void => {
    const ratio = hits / (requests * each)
    must(each > 0, `${who}: ${each.toFixed(2)} hits a request before the storm`)
    must(
      ratio <= 1.1,
      `${who}: ${hits} hits for ${requests} requests in it, ${ratio.toFixed(3)} × (at most 1.1)`,
    )
    must(told['200'] === undefined, `${who}: told ${JSON.stringify(told)}`)
    must(
      back !== undefined && back <= 10_000,
      `${who}: answered ${back?.toFixed(0)} ms after the storm (at most 10,000)`,
    )
  }
}
