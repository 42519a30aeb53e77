import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from './root.js'

/** The command as a person runs it: a process of its own on a data folder. */

const bin = join(projectRoot(), 'gateway', 'bin', 'shulian.js')

export interface Finished {
  code: number | null
  stdout: string
  stderr: string
}

export interface Started {
  child: ChildProcess
  finished: Promise<Finished>
}

/** Where, and as whom, a command runs. */
export interface Place {
  dataDir: string
  /** Its packages are found first. Default: where the tests run. */
  cwd?: string
  settings?: Record<string, string>
  /** Another user, whom root alone may become. */
  uid?: number
  /** What starts it: a command that takes another as its last words. */
  through?: string[]
}

export const startShulian = (dataDir: string, ...words: string[]): Started =>
  startShulianAt({ dataDir }, ...words)

export const startShulianAt = (
  { dataDir, cwd, settings = {}, uid, through = [] }: Place,
  ...words: string[]
): Started => {
  const { NODE_OPTIONS: _, ...environment } = process.env
  const [command, ...rest] = [...through, process.execPath, bin, ...words] as [string, ...string[]]
  const child = spawn(command, rest, {
    cwd,
    ...(uid !== undefined && { uid, gid: uid }),
    env: {
      ...environment,
      SHULIAN_DATA_DIR: dataDir,
      SHULIAN_PORT: '0',
      SHULIAN_LOG_LEVEL: 'error',
      LANG: 'C',
      ...settings,
    },
  })
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => (output.stdout += chunk))
  child.stderr.on('data', (chunk) => (output.stderr += chunk))
  const finished = new Promise<Finished>((resolve) =>
    child.once('close', (code) => resolve({ code, ...output })),
  )
  return { child, finished }
}

export const shulian = (dataDir: string, ...words: string[]): Promise<Finished> =>
  startShulian(dataDir, ...words).finished

export const jsonLines = (text: string): unknown[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

/** A gateway that runs until the test ends. */
export const serve = async (
  t: { teardown(end: () => Promise<unknown>): void },
  dataDir: string,
  ...words: string[]
): Promise<{ url: string; child: ChildProcess; finished: Promise<Finished> }> => {
  const { child, finished } = startShulian(dataDir, 'serve', '--json', ...words)
  t.teardown(() => {
    child.kill('SIGTERM')
    return finished
  })
  return { url: await listening({ child, finished }), child, finished }
}

/** Where a `serve --json` listens, once it does. */
export const listening = ({ child, finished }: Started): Promise<string> =>
  new Promise<string>((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (chunk) => {
      text += chunk
      const line = text.split('\n').find((one) => one.includes('"listening"'))
      if (line) resolve((JSON.parse(line) as { url: string }).url)
    })
    finished.then(({ stderr }) => reject(new Error(`the gateway ended: ${stderr}`)))
  })
