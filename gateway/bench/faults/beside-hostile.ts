import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { RunReport } from '../../../standards/record/run-report.js'
import type { Gateway } from '../../gateway.js'
import { openShulian } from '../../main.js'
import { projectRoot } from '../../root.js'
import { hostile } from './repositories.js'

export interface BesideOptions {
  folder: string
  /** Steady repositories, their pages, and how long each takes to answer. */
  others: number
  pages: number
  milliseconds: number
  /** `null`: nobody is hostile. */
  kind: string | null
  /** Of the hostile one, small, so that an experiment ends; those of a real source are larger, and work the same. */
  caps: { pageCap: number; listSeconds: number }
}

export interface BesideOutcome {
  /** Records of the others in a second, until the last of them was done. */
  throughput: number
  others: RunReport[]
  /** How the hostile one ended, after so many seconds. */
  hostile?: RunReport
}

/** Steady repositories harvested at once, beside one that is hostile. */
export const besideHostile = async (options: BesideOptions): Promise<BesideOutcome> => {
  const { kind } = options
  const repositories = await startRepositories(options)
  const gateway = await openFor(options, repositories.ports)
  try {
    const { signal } = new AbortController()
    const began = performance.now()
    const [first, ...rest] = repositories.ports.map((_, at) =>
      gateway.services.catalogue.harvest(`m${at}`, { signal }),
    )
    const others = await Promise.all(kind === null ? [first!, ...rest] : rest)
    const seconds = (performance.now() - began) / 1000
    const read = others.reduce((sum, report) => sum + report.read, 0)
    const outcome = { throughput: read / seconds, others }
    return kind === null ? outcome : { ...outcome, hostile: await first! }
  } finally {
    await gateway.close()
    await repositories.close()
  }
}

/** The hostile one first, if there is one. In a process of their own: what is measured is what they cost the gateway. */
const startRepositories = async ({ kind, others, pages, milliseconds }: BesideOptions) => {
  const script = join(projectRoot(), '.build/gateway/bench/faults/repositories-worker.js')
  const words = [kind ?? '', others, pages, milliseconds].map(String)
  const child = spawn(process.execPath, [script, ...words], { stdio: ['pipe', 'pipe', 'inherit'] })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return {
    ports: JSON.parse(line.toString()) as number[],
    close: async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

const openFor = async ({ folder, caps, kind }: BesideOptions, ports: number[]): Promise<Gateway> => {
  const gateway = await openShulian({
    host: '127.0.0.1',
    port: 0,
    dataDir: join(folder, `data-${ports[0]}`),
    egressAllow: ports.map((port) => `127.0.0.1:${port}`),
    logLevel: 'silent',
    language: 'en',
    consortium: null,
  })
  const { members } = gateway.services
  for (const [at, port] of ports.entries()) {
    await members.add({ id: `m${at}`, name: `M${at}`, type: 'library' })
    const isHostile = at === 0 && kind !== null
    const options = {
      url: `http://127.0.0.1:${port}/oai`,
      metadataPrefix: 'oai_dc',
      ...(isHostile ? { ...caps, ...hostile[kind]!.caps } : {}),
    }
    await members.addSource({ member: `m${at}`, name: 'main', adapter: 'oai-pmh', options })
  }
  return gateway
}
