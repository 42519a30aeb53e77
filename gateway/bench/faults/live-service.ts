import { writeFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import { listening, type Started, startShulianAt } from '../../command-testing.js'
import { openShulian } from '../../main.js'
import { certifySample } from '../../sample/certify.js'
import { type Listening, listen } from '../../sample/listen.js'
import { startOaiProvider } from '../../sample/oai-provider.js'
import { generatedItems } from './generated-items.js'

/** A gateway with a member that is active and certified, whose live service answers as an experiment has it. */
export interface LiveService {
  /** Of the service, through the gateway. */
  url: string
  /** The service itself. */
  origin: string
  gateway: string
  started: Started
  /** Requests that reached the service. */
  asked(): number
  close(): Promise<void>
}

/** @param settings of the gateway's process beside its own */
export const openLiveService = async (
  folder: string,
  answer: RequestListener,
  settings: Record<string, string> = {},
): Promise<LiveService> => {
  let asked = 0
  const live = await listen((request, response) => {
    asked++
    answer(request, response)
  })
  const dataDir = join(folder, 'data')
  const config = join(folder, 'consortium.json')
  await certified(dataDir, config, live)
  const own = { SHULIAN_CONFIG: config, SHULIAN_EGRESS_ALLOW: `127.0.0.1:${live.port}` }
  const started = startShulianAt({ dataDir, settings: { ...own, ...settings } }, 'serve', '--json')
  const gateway = await listening(started)
  return {
    url: `${gateway}/v1/services/public/live/x`,
    origin: live.origin,
    gateway,
    started,
    asked: () => asked,
    close: async () => {
      started.child.kill('SIGTERM')
      await started.finished
      await live.close()
    },
  }
}

/** The member earns its certificate as every member does, by the suite run against its server. */
const certified = async (dataDir: string, config: string, live: Listening): Promise<void> => {
  const provider = await startOaiProvider({ items: generatedItems(200) })
  const options = { url: provider.url, metadataPrefix: 'oai_dc' }
  const source = { name: 'main', adapter: 'oai-pmh', options }
  const services = [{ name: 'live', url: live.origin }]
  const member = { id: 'public', type: 'library' as const, name: 'Public library', services }
  const consortium = { name: 'Faults', members: [{ ...member, sources: [source] }] }
  const egressAllow = [provider, live].map(({ port }) => `127.0.0.1:${port}`)
  const opened = { host: '127.0.0.1', port: 0, dataDir, egressAllow, consortium }
  const gateway = await openShulian({ ...opened, logLevel: 'silent', language: 'en' })
  try {
    await certifySample(gateway, AbortSignal.timeout(60_000), () => {})
  } finally {
    await gateway.close()
    await provider.close()
  }
  writeFileSync(config, JSON.stringify({ name: 'Faults', members: [member] }))
}
