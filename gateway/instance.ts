import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ShulianError } from './contracts/errors.js'
import { openDataFolder } from './database/data-folder.js'

/** The gateway that serves a data folder: `gateway.json` there, as long as its process lives. */
export interface Instance {
  pid: number
  /** Empty while it starts. */
  url: string
}

const fileOf = (dataDir: string): string => join(dataDir, 'gateway.json')

export const runningGateway = (dataDir: string): Instance | null => {
  try {
    const { pid, url, since } = JSON.parse(readFileSync(fileOf(dataDir), 'utf8')) as Instance & Marks
    return isAlive(pid, since) ? { pid, url } : null
  } catch {
    return null
  }
}

interface Marks {
  /** When the process began, in its own count of milliseconds. */
  since?: number
}

/** In a container every start has the same process id: our own in the file may be that of the gateway before. */
const isAlive = (pid: number, since: number | undefined): boolean => {
  if (pid === process.pid) return since === performance.timeOrigin
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Takes the data folder for this process; waits up to 15 s while another gateway drains.
 * @throws ShulianError GATEWAY_RUNNING, DATA_FOLDER_NOT_WRITABLE, STORAGE_FULL
 */
export const takeInstance = async (
  dataDir: string,
  signal: AbortSignal,
): Promise<{ announce(url: string): void; release(): void }> => {
  openDataFolder(dataDir)
  const deadline = performance.now() + 15_000
  while (!claim(dataDir)) {
    const other = runningGateway(dataDir)
    if (other === null) rmSync(fileOf(dataDir), { force: true })
    else if (performance.now() > deadline) throw alreadyRunning(other, dataDir)
    else await sleep(100, undefined, { signal })
  }
  return {
    announce: (url) => writeFileSync(fileOf(dataDir), marked(url), { mode: 0o600 }),
    release: () => rmSync(fileOf(dataDir), { force: true }),
  }
}

const marked = (url: string): string =>
  JSON.stringify({ pid: process.pid, url, since: performance.timeOrigin })

/** Making the file is the lock: only one process can. */
const claim = (dataDir: string): boolean => {
  try {
    writeFileSync(fileOf(dataDir), marked(''), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

const alreadyRunning = ({ pid, url }: Instance, dataDir: string) =>
  new ShulianError(
    'GATEWAY_RUNNING',
    `A gateway (process ${pid}${url && `, ${url}`}) already serves ${dataDir}. Stop it, or name another folder in SHULIAN_DATA_DIR.`,
  )
