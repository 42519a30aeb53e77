import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { projectRoot } from '../root.js'

export const name = 'start'

/** From the command to its line "listening", and the memory it settles at; the yardstick is a bare Node server. */
export const run = async (report: (line: string) => void): Promise<void> => {
  const bare = await median(5, () => measure(['-e', bareServer], {}, false))
  report(
    `bare node:http server          listening after ${bare.listening.toFixed(0)} ms, ${bare.memory.toFixed(0)} MB`,
  )
  for (const [label, words] of [
    ['empty', ['--empty']],
    ['sample, first start', []],
  ] as const) {
    const ours = await median(3, () =>
      inFolder((folder) => measure([bin, 'serve', ...words], environment(folder), label !== 'empty')),
    )
    report(told(label, ours, bare))
  }
  const second = await median(3, () =>
    inFolder(async (folder) => {
      await measure([bin, 'serve'], environment(folder), true)
      return measure([bin, 'serve'], environment(folder), true)
    }),
  )
  report(told('sample, second start', second, bare))
}

const told = (label: string, ours: Measured, bare: Measured): string =>
  `gateway, ${label.padEnd(21)} listening after ${ours.listening.toFixed(0)} ms (aim 1000), ${ours.memory.toFixed(0)} MB idle (aim 220), ${(ours.listening / bare.listening).toFixed(1)} × bare`

const bin = join(projectRoot(), 'gateway', 'bin', 'shulian.js')
const bareServer =
  "require('http').createServer((q, r) => r.end()).listen(0, () => console.log('listening on http://x'))"

const environment = (folder: string) => ({
  ...process.env,
  SHULIAN_DATA_DIR: folder,
  SHULIAN_PORT: '0',
  SHULIAN_LOG_LEVEL: 'error',
})

const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'shulian-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Measured {
  /** Milliseconds. */
  listening: number
  /** Resident megabytes once nothing moves any more. */
  memory: number
}

const measure = async (words: string[], env: NodeJS.ProcessEnv, settles: boolean): Promise<Measured> => {
  const began = performance.now()
  const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'ignore'] })
  try {
    const url = await listening(child)
    const time = performance.now() - began
    if (settles) await searched(url)
    await sleep(settles ? 3000 : 1000)
    return { listening: time, memory: residentOf(child.pid as number) }
  } finally {
    child.kill('SIGTERM')
    await new Promise((resolve) => child.once('exit', resolve))
  }
}

const listening = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (chunk) => {
      text += chunk
      const found = /listening on (\S+)/.exec(text)
      if (found) resolve(found[1] as string)
    })
    child.once('exit', () => reject(new Error('it ended before it listened')))
  })

/** Everything is loaded: the sample is in and has been searched in both scripts. */
const searched = async (url: string): Promise<void> => {
  for (let attempt = 0; attempt < 100; attempt++) {
    const { total } = (await (await fetch(`${url}/v1/search?q=${encodeURIComponent('中国')}`)).json()) as {
      total: number
    }
    if (total > 5) break
    await sleep(200)
  }
  await fetch(`${url}/v1/search?q=history&facets=type,member,year,language,subject`)
  await fetch(url)
}

const residentOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

const median = async (times: number, once: () => Promise<Measured>): Promise<Measured> => {
  const all: Measured[] = []
  for (let time = 0; time < times; time++) all.push(await once())
  const middle = (pick: (one: Measured) => number) =>
    all.map(pick).sort((a, b) => a - b)[Math.floor(all.length / 2)] as number
  return { listening: middle(({ listening }) => listening), memory: middle(({ memory }) => memory) }
}
