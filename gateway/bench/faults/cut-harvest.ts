import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Started, startShulianAt } from '../../command-testing.js'
import { type OaiProvider, startOaiProvider } from '../../sample/oai-provider.js'
import { randomFrom } from '../generated-records.js'
import { type Difference, differences, endState } from './end-state.js'
import { generatedItems } from './generated-items.js'

export interface CutOptions {
  folder: string
  records: number
  kills: number
  seed: number
  /** After half of the kills the provider forgets its token. */
  isTokenLost: boolean
}

export interface CutOutcome {
  killed: number
  differences: Difference[]
  /** Pages asked of the provider: undisturbed, and cut. */
  pages: [number, number]
  /** Lists that were begun at their first page: undisturbed one. */
  beginnings: number
}

const pageSize = 50

/** A harvest by command undisturbed, and one whose process is killed in mid-page at seeded points and started again. */
export const cutHarvest = async (options: CutOptions): Promise<CutOutcome> => {
  const provider = await startOaiProvider({ items: generatedItems(options.records), pageSize })
  try {
    const [calm, rough] = [join(options.folder, 'calm'), join(options.folder, 'rough')]
    for (const dataDir of [calm, rough]) await addMember(dataDir, provider)
    await whole(start(calm, provider, 'harvest', 'city', '--json'))
    const undisturbed = listsOf(provider)
    const killed = await killedThroughout(rough, provider, options, undisturbed.length)
    await whole(start(rough, provider, 'harvest', 'city', '--json'))
    const asked = listsOf(provider)
    const differ = differences(endState(rough), endState(calm))
    return {
      killed,
      // A list that began anew was read twice in part, and its run counts that.
      differences: differ.filter(({ part }) => !options.isTokenLost || part !== 'runs'),
      pages: [undisturbed.length, asked.length],
      beginnings: asked.filter((request) => !request.includes('resumptionToken')).length,
    }
  } finally {
    await provider.close()
  }
}

const listsOf = (provider: OaiProvider): string[] =>
  provider.requests.splice(0).filter((request) => request.includes('verb=ListRecords'))

/** The pages asked so far are counted by the provider: each kill comes while one more is under way or being stored. */
const killedThroughout = async (
  dataDir: string,
  provider: OaiProvider,
  { kills, seed, isTokenLost }: CutOptions,
  pages: number,
): Promise<number> => {
  const random = randomFrom(seed)
  let killed = 0
  for (let kill = 0; kill < kills; kill++) {
    if (isTokenLost && kill === Math.floor(kills / 2)) provider.faults.expireTokens = 'once'
    const asked = () => provider.requests.filter((request) => request.includes('ListRecords')).length
    const until = asked() + 2 + Math.floor((random() * pages) / kills)
    const { child, finished } = start(dataDir, provider, 'harvest', 'city', '--json')
    let isOver = false
    void finished.then(() => (isOver = true))
    while (!isOver && asked() < until) await sleep(2)
    await sleep(random() * 40)
    child.kill('SIGKILL')
    if ((await finished).code === null) killed++
  }
  return killed
}

const addMember = async (dataDir: string, provider: OaiProvider): Promise<void> => {
  const settings = [
    '--adapter',
    'oai-pmh',
    '--option',
    `url=${provider.url}`,
    '--option',
    'metadataPrefix=oai_dc',
  ]
  const member = ['members', 'add', 'city', '--name', 'City', '--type', 'library']
  await whole(start(dataDir, provider, ...member, ...settings))
}

const start = (dataDir: string, { port }: OaiProvider, ...words: string[]): Started =>
  startShulianAt({ dataDir, settings: { SHULIAN_EGRESS_ALLOW: `127.0.0.1:${port}` } }, ...words)

const whole = async ({ finished }: Started): Promise<void> => {
  const { code, stderr } = await finished
  if (code !== 0) throw new Error(`the command ended with ${code}: ${stderr}`)
}
