import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startShulianAt } from '../../command-testing.js'
import { startOaiProvider } from '../../sample/oai-provider.js'
import { type Difference, differences, endState } from './end-state.js'
import { generatedItems } from './generated-items.js'
import { killedAt, type Sizes, timed } from './killing.js'
import { settled } from './settled.js'

export interface HarvestOutcome {
  killed: number
  differences: Difference[]
  /** Lists asked of the provider: undisturbed, and killed. */
  pages: [number, number]
  /** Of those of the killed one, how many began at the start of the list. */
  beginnings: number
}

const pageSize = 100

/** A gateway that harvests an OAI-PMH provider as it starts, undisturbed, and killed at each point. */
export const killHarvest = async (sizes: Sizes): Promise<HarvestOutcome> => {
  const provider = await startOaiProvider({ items: generatedItems(sizes.records), pageSize })
  try {
    const settings = {
      SHULIAN_CONFIG: writeConsortium(sizes.folder, provider.url),
      SHULIAN_EGRESS_ALLOW: `127.0.0.1:${provider.port}`,
    }
    const lists = () => provider.requests.splice(0).filter((request) => /verb=List/.test(request))
    const [calm, rough] = [join(sizes.folder, 'calm'), join(sizes.folder, 'rough')]
    const start = (dataDir: string) => startShulianAt({ dataDir, settings }, 'serve', '--json')
    const [first, whole] = await timed(() => settled(calm, start))
    const undisturbed = lists()
    const pace = { start: first, page: (whole - first) / undisturbed.length }
    const killed = await killedAt(rough, sizes, pace, () => start(rough))
    await settled(rough, start)
    const asked = lists()
    return {
      killed,
      differences: differences(endState(rough), endState(calm)),
      pages: [undisturbed.length, asked.length],
      beginnings: asked.filter((request) => !request.includes('resumptionToken')).length,
    }
  } finally {
    await provider.close()
  }
}

const writeConsortium = (folder: string, url: string): string => {
  const path = join(folder, 'consortium.json')
  const source = { name: 'main', adapter: 'oai-pmh', options: { url, metadataPrefix: 'oai_dc' } }
  const member = { id: 'city', type: 'library', name: 'City', sources: [source] }
  writeFileSync(path, JSON.stringify({ name: 'Faults', members: [member] }))
  return path
}
