import { openShulian } from '../main.js'
import { type OaiProvider, startOaiProvider } from '../sample/oai-provider.js'
import { generatedItems } from './faults/generated-items.js'
import { inFolder } from './faults/in-folder.js'

export const name = 'harvest'

const count = 20_000

/**
 * A whole harvest as yardstick, then one of a hundredth that changed since: at most 2 % of the cost. Of a repository
 * as they are, and of the worst there is for finding copies: nothing but volumes of one title.
 */
export const run = async (report: (line: string) => void): Promise<void> => {
  for (const [what, annals] of [
    ['one in seven a volume of one title', 7],
    ['all volumes of one title', 1],
  ] as const) {
    report(`${count} items, ${what}`)
    await measure(report, annals)
  }
}

const measure = (report: (line: string) => void, annals: number): Promise<void> =>
  inFolder(async (folder) => {
    const clock = { at: Date.parse('2026-01-01T00:00:00Z') }
    const now = () => new Date(clock.at)
    const items = generatedItems(count, { annals })
    const provider = await startOaiProvider({ items, pageSize: 100, now })
    try {
      const harvest = await harvester(folder, provider)
      const full = await harvest.once()
      clock.at += 86_400_000
      for (const item of generatedItems(count, { change: ', revised', annals }).filter(
        (_, number) => number % 100 === 0,
      ))
        provider.put({ identifier: item.identifier, sets: [], metadata: item.metadata })
      // The window overlaps the last one by a granule: what changed in that very second would come twice.
      clock.at += 60_000
      const changed = await harvest.once()
      clock.at += 86_400_000
      const idle = await harvest.once()
      await harvest.close()
      const line = (what: string, { seconds, pages, read }: typeof full) =>
        report(
          `${what}  ${seconds.toFixed(2)} s  ${pages} pages  ${read} records  ${((100 * seconds) / full.seconds).toFixed(2)} % of the time, ${((100 * pages) / full.pages).toFixed(2)} % of the pages`,
        )
      line('full         ', full)
      line('1 % changed  ', changed)
      line('nothing new  ', idle)
      if (changed.seconds > full.seconds / 50) process.exitCode = 1
    } finally {
      await provider.close()
    }
  })

const harvester = async (folder: string, provider: OaiProvider) => {
  const gateway = await openShulian({
    host: '127.0.0.1',
    port: 0,
    dataDir: folder,
    egressAllow: [`127.0.0.1:${provider.port}`],
    logLevel: 'silent',
    language: 'en',
    consortium: null,
  })
  const { members, catalogue } = gateway.services
  await members.add({ id: 'bench', name: 'Bench', type: 'library' })
  const options = { url: provider.url, metadataPrefix: 'oai_dc' }
  await members.addSource({ member: 'bench', name: 'main', adapter: 'oai-pmh', options })
  return {
    close: gateway.close,
    async once() {
      provider.requests.length = 0
      const began = performance.now()
      const report = await catalogue.harvest('bench', { signal: new AbortController().signal })
      const seconds = (performance.now() - began) / 1000
      if (report.state !== 'finished') throw new Error(`the harvest ${report.state}: ${report.error?.code}`)
      return { seconds, read: report.read, pages: provider.requests.filter((r) => r.includes('List')).length }
    },
  }
}
