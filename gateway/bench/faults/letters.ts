import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Finished, listening, type Started, startShulianAt } from '../../command-testing.js'
import type { DeadJob } from '../../contracts/job-queue.js'
import { projectRoot } from '../../root.js'

export interface Jobs {
  waiting: number
  running: number
  dead: number
  deadJobs: DeadJob[]
}

/** A gateway with a stranger's plugin whose letters are jobs; the letter 'poison' ends the process until it is cured. */
export interface Letters {
  start(): Started
  /** A process that only works. */
  work(...words: string[]): Started
  command(...words: string[]): Promise<Finished>
  call(url: string, path: string, body?: object, headers?: Record<string, string>): Promise<Response>
  /** The operator's, for a call of one's own. */
  authorization(): string
  send(url: string, letters: readonly string[]): Promise<void>
  jobs(url: string): Promise<Jobs>
  /** Until no job waits or runs: how they stand then. */
  settled(url: string): Promise<Jobs>
  /** The letters that were written, in the order of the alphabet. */
  done(): string[]
  cure(): void
}

/** @param settings of all its processes */
export const openLetters = (folder: string, settings: Record<string, string> = {}): Letters => {
  const dataDir = join(folder, 'data')
  const at = { dataDir, cwd: folder, settings: { SHULIAN_CONFIG: install(folder), ...settings } }
  const authorization = () => `Bearer ${readFileSync(join(dataDir, 'operator.token'), 'utf8').trim()}`
  const call: Letters['call'] = async (url, path, body, headers = {}) =>
    fetch(`${url}${path}`, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      headers: {
        ...headers,
        authorization: authorization(),
        ...(body && { 'content-type': 'application/json' }),
      },
    })
  const jobs = async (url: string) => (await (await call(url, '/v1/jobs')).json()) as Jobs
  return {
    start: () => startShulianAt(at, 'serve', '--json'),
    work: (...words) => startShulianAt(at, 'work', '--json', ...words),
    command: (...words) => startShulianAt(at, ...words).finished,
    call,
    authorization,
    jobs,
    send: async (url, letters) => {
      // It may end before it answers: what was sent is in its database all the same.
      await call(url, '/v1/letters', { letters }).catch(() => undefined)
    },
    settled: async (url) => {
      for (;;) {
        const state = await jobs(url)
        if (state.waiting + state.running === 0) return state
        await sleep(20)
      }
    },
    done: () => {
      const path = join(folder, 'done')
      return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n').sort() : []
    },
    cure: () => rmSync(join(folder, 'cause')),
  }
}

/** Until it takes jobs. @returns where it answers, when it was given a port */
export const working = ({ child, finished }: Started): Promise<string | undefined> =>
  new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      if (String(chunk).includes('"working"')) resolve((JSON.parse(String(chunk)) as { url?: string }).url)
    })
    finished.then(({ stderr }) => reject(new Error(`the worker ended: ${stderr}`)))
  })

/** @returns the path of a consortium with the plugin, whose poison works */
const install = (folder: string): string => {
  const plugin = 'shulian-plugin-letters'
  const installed = join(folder, 'node_modules', plugin)
  mkdirSync(installed, { recursive: true })
  cpSync(join(projectRoot(), 'gateway/job-queue/fixtures', plugin), installed, { recursive: true })
  writeFileSync(join(folder, 'cause'), '')
  const config = join(folder, 'consortium.json')
  const plugins = [{ package: plugin, options: { folder } }]
  writeFileSync(config, JSON.stringify({ name: 'Letters', plugins }))
  return config
}

/** Starts the gateway as whoever watches over it does, until it stays and a job was given up. */
export const startedUntilGivenUp = async ({
  start,
  jobs,
}: Letters): Promise<{ deaths: number; url: string; started: Started }> => {
  for (let deaths = 0; ; deaths++) {
    const started = start()
    let isOver = false
    void started.finished.then(() => {
      isOver = true
    })
    const url = await listening(started).catch(() => undefined)
    while (url && !isOver) {
      const { dead } = await jobs(url).catch(() => ({ dead: 0 }))
      if (dead > 0) return { deaths, url, started }
      await sleep(50)
    }
    const { code, stderr } = await started.finished
    if (code !== null) throw new Error(`the gateway ended with ${code}: ${stderr}`)
  }
}
