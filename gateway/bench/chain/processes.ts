import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { jsonLines, listening, type Started, startShulianAt } from '../../command-testing.js'
import { working } from '../faults/letters.js'
import { type Engines, openEngines } from './engines.js'

/** A gateway that serves, and processes that work, each apart, on engines of their own. */
export interface Chain {
  engines: Engines
  url: string
  /** Names and numbers of all its processes. */
  processes: Record<string, number>
  call(path: string, body?: object): Promise<Response>
  /** @returns the last line of what it says, and when it had said it */
  command(...words: string[]): Promise<Record<string, unknown>>
  start(...words: string[]): Started
  close(): Promise<void>
}

/** @param settings of all its processes beside those of the engines */
export const openChain = async (
  folder: string,
  workers: number,
  settings: Record<string, string> = {},
): Promise<Chain> => {
  const engines = await openEngines()
  const at = { dataDir: join(folder, 'data'), settings: { ...engines.settings, ...settings } }
  const start = (...words: string[]) => startShulianAt(at, ...words)
  const served = start('serve', '--empty', '--json')
  const url = await listening(served)
  const works = Array.from({ length: workers }, () => start('work', '--json'))
  await Promise.all(works.map(working))
  const authorization = `Bearer ${readFileSync(join(at.dataDir, 'operator.token'), 'utf8').trim()}`
  const numbered = works.map(({ child }, number) => [`worker ${number + 1}`, child.pid!] as const)
  return {
    engines,
    url,
    start,
    processes: { gateway: served.child.pid!, ...Object.fromEntries(numbered), ...engines.processes },
    call: (path, body) =>
      fetch(`${url}${path}`, {
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
        headers: { authorization, ...(body && { 'content-type': 'application/json' }) },
      }),
    command: (...words) => lastLineOf(start(...words, '--json'), words[0]!),
    close: async () => {
      for (const { child } of [served, ...works]) child.kill('SIGTERM')
      await Promise.all([served, ...works].map(({ finished }) => finished))
      await engines.close()
    },
  }
}

export const lastLineOf = async (started: Started, name: string): Promise<Record<string, unknown>> => {
  const { code, stdout, stderr } = await started.finished
  if (code !== 0) throw new Error(`shulian ${name} ended with ${code}: ${stderr}`)
  return (jsonLines(stdout).at(-1) ?? {}) as Record<string, unknown>
}
