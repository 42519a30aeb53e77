import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { request } from 'undici'
import { projectRoot } from '../../root.js'
import { listen } from '../../sample/listen.js'

/** A search engine in a process of its own that can be killed, and comes back at the same address. */
export interface KillableEngine {
  url: string
  key: string
  /** What it is: a report says so. */
  engine: string
  /** Until it does a task of documents, which then goes on for a while. */
  inTask(): Promise<void>
  /** kill -9. */
  kill(): Promise<void>
  start(): Promise<void>
  /** Documents that it holds. */
  documents(): Promise<number>
  /** While it is killed: all that it kept is lost. */
  lose(): void
  close(): Promise<void>
}

const key = 'a-key-for-experiments'

/** As long as an engine may take to answer after its start. */
const patience = 30_000

/** The program that SHULIAN_TEST_MEILI_PROGRAM names, else a stand-in whose tasks take so many milliseconds. */
export const openKillableEngine = async (folder: string, taskTime: number): Promise<KillableEngine> => {
  const { port, close: free } = await listen(() => {})
  await free()
  const data = join(folder, 'engine')
  mkdirSync(data)
  const program = process.env['SHULIAN_TEST_MEILI_PROGRAM']
  const [command, ...words] =
    program === undefined ? standIn(port, data, taskTime) : real(program, port, data)
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | undefined
  const start = async () => {
    child = spawn(command!, words, { cwd: data, stdio: 'ignore', env: { PATH: process.env['PATH'] } })
    await answering(`${url}/health`)
  }
  const kill = async () => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  await start()
  return {
    url,
    key,
    engine: program === undefined ? 'a stand-in' : program,
    inTask: () => processing(url),
    documents: async () => {
      const { indexes } = (await asked(`${url}/stats`)) as {
        indexes: Record<string, { numberOfDocuments: number }>
      }
      return Object.values(indexes).reduce((sum, { numberOfDocuments }) => sum + numberOfDocuments, 0)
    },
    kill,
    start,
    lose: () => {
      rmSync(data, { recursive: true })
      mkdirSync(data)
    },
    close: kill,
  }
}

const standIn = (port: number, data: string, taskTime: number): string[] => {
  const script = join(projectRoot(), '.build/gateway/bench/faults/stand-in-worker.js')
  return [process.execPath, script, String(port), key, join(data, 'journal'), String(taskTime)]
}

const real = (program: string, port: number, data: string): string[] => {
  const words = ['--db-path', join(data, 'db'), '--http-addr', `127.0.0.1:${port}`, '--master-key', key]
  return [program, ...words, '--no-analytics']
}

const answering = async (url: string): Promise<void> => {
  for (const until = performance.now() + patience; ; await sleep(20)) {
    try {
      const { statusCode, body } = await request(url)
      await body.dump()
      if (statusCode === 200) return
    } catch (error) {
      if (performance.now() > until) throw error
    }
  }
}

const processing = async (url: string): Promise<void> => {
  const tasks = `${url}/tasks?statuses=processing&types=documentAdditionOrUpdate`
  for (const until = performance.now() + patience; performance.now() < until; await sleep(5))
    if (((await asked(tasks)) as { results: unknown[] }).results.length > 0) return
  throw new Error('the engine was given nothing to do')
}

const asked = async (url: string): Promise<unknown> => {
  const { body } = await request(url, { headers: { authorization: `Bearer ${key}` } })
  return body.json()
}
