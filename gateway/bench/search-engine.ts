import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { request } from 'undici'
import { projectRoot } from '../root.js'

/** A search engine that a benchmark may fill: what it makes there goes with it. */
export interface SearchEngine {
  url: string
  key: string
  /** What it is: a report says so. */
  label: string
  /** Null where it runs by itself. */
  pid: number | null
  close(): Promise<void>
}

/** The server that SHULIAN_TEST_MEILI_URL names, else a stand-in in a process of its own. */
export const openSearchEngine = async (): Promise<SearchEngine> => {
  const url = process.env['SHULIAN_TEST_MEILI_URL']
  if (url === undefined) return standIn()
  const key = process.env['SHULIAN_TEST_MEILI_KEY'] ?? ''
  const before = new Set(await indexesAt({ url, key }))
  return {
    url,
    key,
    label: `the server at ${url}`,
    pid: null,
    close: () => deleteAllBut(before, { url, key }),
  }
}

interface Place {
  url: string
  key: string
}

/** A server without a master key is asked without one. */
const headersFor = (key: string): Record<string, string> =>
  key === '' ? {} : { authorization: `Bearer ${key}` }

export const indexesAt = async ({ url, key }: Place): Promise<string[]> => {
  const { body } = await request(`${url}/indexes?limit=1000`, { headers: headersFor(key) })
  return ((await body.json()) as { results: { uid: string }[] }).results.map(({ uid }) => uid)
}

export const deleteAllBut = async (before: ReadonlySet<string>, { url, key }: Place): Promise<void> => {
  const headers = headersFor(key)
  for (const uid of await indexesAt({ url, key })) {
    if (before.has(uid)) continue
    const { body } = await request(`${url}/indexes/${uid}`, { method: 'DELETE', headers })
    await body.dump()
  }
}

const standIn = async (): Promise<SearchEngine> => {
  const key = 'a-key-for-benchmarks'
  const script = join(projectRoot(), '.build/gateway/bench/chain/stand-in-worker.js')
  // It keeps all documents as they are in its memory: half a million of them are more than Node gives a process by itself.
  const child = spawn(process.execPath, ['--max-old-space-size=12000', script, key], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return {
    url: line.toString().trim(),
    key,
    label: 'a stand-in for Meilisearch',
    pid: child.pid!,
    close: async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}
