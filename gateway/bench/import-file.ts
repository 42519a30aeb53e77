import { statSync } from 'node:fs'
import type { Gateway } from '../gateway.js'
import type { Sample } from './memory-slope.js'

export interface Imported {
  seconds: number
  /** Seconds of all processors. */
  processor: number
  memory: Sample[]
}

/** Into a gateway that has no member `bench` yet, in this process. */
export const importFile = async (gateway: Gateway, file: string): Promise<Imported> => {
  const { members, catalogue } = gateway.services
  await members.add({ id: 'bench', name: 'Bench', type: 'library' })
  await members.addSource({ member: 'bench', name: 'main', adapter: 'marc-file', options: { path: file } })
  const memory: Sample[] = []
  const sample = (way: number) => memory.push({ way, megabytes: process.memoryUsage().rss / 1e6 })
  const before = process.cpuUsage()
  const began = performance.now()
  const size = statSync(file).size
  const location = { location: file, fingerprint: '1', size, adapter: 'marc-file', format: 'marc21' as const }
  const result = await catalogue.import(
    'bench/main',
    { files: [location] },
    {
      signal: new AbortController().signal,
      onProgress: ({ bytes }) => {
        if (bytes && bytes.done / bytes.of > memory.length / 10) sample(bytes.done / bytes.of)
      },
    },
  )
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(before)
  if (result.state !== 'finished')
    throw new Error(`the import ${result.state}: ${JSON.stringify(result.error)}`)
  return { seconds, processor: (user + system) / 1e6, memory }
}
