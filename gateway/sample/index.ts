import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deletedOf } from '../commands/run-words.js'
import type { Served } from '../commands/serve.js'
import type { Config } from '../config.js'
import type { Consortium } from '../consortium.js'
import type { Gateway } from '../gateway.js'
import { runningGateway } from '../instance.js'
import { applyConsortium, openShulian } from '../main.js'
import { certifySample } from './certify.js'
import { sampleConsortium } from './consortium.js'
import { openSampleUpstreams, type SampleUpstreams } from './upstreams.js'

const folderOf = (dataDir: string): string => join(dataDir, 'sample')
const portsOf = (dataDir: string): string => join(folderOf(dataDir), 'ports.json')

/** The gateway as `serve` runs it: with the sample's members unless it is to be empty or has a consortium file. */
export const openForServing = async (config: Config, isEmpty: boolean): Promise<Served> => {
  if (isEmpty || config.consortium !== null) return servedWith(await openShulian(config), config.consortium)
  const upstreams = await startUpstreams(config.dataDir)
  const consortium = sampleConsortium(upstreams)
  const gateway = await openShulian(
    { ...config, egressAllow: [...config.egressAllow, ...upstreams.ports] },
    { consortium },
  ).catch(async (error: unknown) => {
    await upstreams.close()
    throw error
  })
  return servedWith(gateway, consortium, upstreams)
}

const servedWith = async (
  gateway: Gateway,
  consortium: Consortium | null,
  upstreams?: SampleUpstreams,
): Promise<Served> => {
  const sources = (consortium?.members ?? []).flatMap(({ id, sources = [] }) =>
    sources.map(({ name }) => `${id}/${name}`),
  )
  const unread = await neverRead(gateway, sources)
  return {
    gateway,
    unread: () => unread.size,
    beforeWork: async () => upstreams?.writeFiles(),
    afterListening: async (signal, note) => {
      for (const source of sources) {
        await harvestAtStart(gateway, source, signal, note)
        unread.delete(source)
      }
      if (upstreams) await certifySample(gateway, signal, note)
    },
    close: async () => {
      await gateway.close()
      await upstreams?.close()
    },
  }
}

/** Those of which no run came to its end: until then searches find less than the members have. */
const neverRead = async ({ services }: Gateway, sources: readonly string[]): Promise<Set<string>> => {
  const unread = new Set<string>()
  for (const source of sources) {
    const runs = await services.catalogue.runs({ source, limit: 20 })
    if (!runs.some(({ state }) => state === 'finished')) unread.add(source)
  }
  return unread
}

const harvestAtStart = async (
  { services, log }: Gateway,
  source: string,
  signal: AbortSignal,
  note: (text: string) => void,
): Promise<void> => {
  try {
    const report = await services.catalogue.harvest(source, { signal })
    const { read, accepted, quarantined, unchanged } = report
    if (read > 0)
      note(
        `${source}: ${read} read, ${accepted} accepted, ${unchanged} unchanged, ${deletedOf(report)} deleted, ${quarantined} set aside`,
      )
  } catch (error) {
    if (signal.aborted) throw error
    log.error({ source, error }, 'first harvest failed')
  }
}

/**
 * Before a command harvests on the data folder of the sample: its servers must run. Those of a running gateway
 * are let through; without one they are started here.
 */
export const prepareForHarvest = async ({
  config,
  egress,
  services,
}: Gateway): Promise<() => Promise<void>> => {
  const { dataDir } = config
  if (!existsSync(folderOf(dataDir))) return async () => undefined
  if (runningGateway(dataDir)) {
    for (const port of JSON.parse(readFileSync(portsOf(dataDir), 'utf8')) as string[]) egress.add(port)
    return async () => undefined
  }
  const upstreams = await startUpstreams(dataDir)
  await upstreams.writeFiles()
  for (const port of upstreams.ports) egress.add(port)
  await applyConsortium(sampleConsortium(upstreams), services)
  return upstreams.close
}

const startUpstreams = async (dataDir: string): Promise<SampleUpstreams> => {
  const upstreams = await openSampleUpstreams({ dir: folderOf(dataDir) })
  writeFileSync(portsOf(dataDir), JSON.stringify(upstreams.ports))
  return upstreams
}
