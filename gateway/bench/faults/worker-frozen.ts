import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Libsql from 'libsql'
import { marc } from '../../../plugins/catalogue/testing.js'
import { type Started, startShulianAt } from '../../command-testing.js'
import { startRedis } from '../../job-queue/redis-testing.js'
import { stopped } from './behind-link.js'
import { type Difference, differences, endState } from './end-state.js'
import { working } from './letters.js'
import { settled } from './settled.js'

export interface WorkerFrozenOutcome {
  /** The jobs that the worker had when it was frozen, and those of them that were another's when it went on. */
  held: number
  taken: number
  differences: Difference[]
}

/**
 * A worker is frozen for so long while it indexes the works of a first import; a second import changes them all meanwhile.
 * What it writes when it goes on is older. @returns what differs from the same two imports that nobody disturbed
 */
export const workerFrozen = async (
  folder: string,
  { records, milliseconds }: { records: number; milliseconds: number },
): Promise<WorkerFrozenOutcome> => {
  const redis = await startRedis()
  const [calm, rough] = [join(folder, 'calm'), join(folder, 'rough')]
  const files = ['first', 'changed'].map((title) => writeFile(folder, title, records))
  const start = (dataDir: string, ...words: string[]): Started =>
    startShulianAt({ dataDir, settings: dataDir === rough ? { SHULIAN_REDIS_URL: redis.url } : {} }, ...words)
  const done = async ({ finished }: Started): Promise<void> => {
    const { code, stderr } = await finished
    if (code !== 0) throw new Error(`the command ended with ${code}: ${stderr}`)
  }
  const imported = (dataDir: string, file: string): Started =>
    start(dataDir, 'import', file, '--member', 'city', '--format', 'marc21')
  try {
    for (const dataDir of [calm, rough])
      await done(start(dataDir, 'members', 'add', 'city', '--name', 'City', '--type', 'library'))
    for (const file of files) await done(imported(calm, file))
    const [worker, relay] = [start(rough, 'work', '--json'), start(rough, 'serve', '--empty', '--json')]
    await working(worker)
    const first = imported(rough, files[0]!)
    const held = await frozenAtWork(join(rough, 'shulian.db'), worker, first)
    const began = performance.now()
    await done(first)
    await done(imported(rough, files[1]!))
    await sleep(milliseconds - (performance.now() - began))
    const taken = held.length - (await stillHeld(join(rough, 'shulian.db'), worker, held))
    worker.child.kill('SIGCONT')
    await sleep(2_000)
    await Promise.all([worker, relay].map(stopped))
    // Without Redis a gateway works off what is left itself: the outbox has all of it.
    for (const dataDir of [calm, rough])
      await settled(dataDir, (at) => startShulianAt({ dataDir: at }, 'serve', '--empty', '--json'))
    return { held: held.length, taken, differences: differences(endState(rough), endState(calm)) }
  } finally {
    await redis.close()
  }
}

const writeFile = (folder: string, title: string, records: number): string => {
  const path = join(folder, `${title}.mrc`)
  const all = Array.from({ length: records }, (_, at) => marc({ id: `x${at}`, title: `Work ${at} ${title}` }))
  writeFileSync(path, Buffer.concat(all))
  return path
}

/**
 * Frozen while it has jobs of the index and no transaction: with one it would stop every writer of the file. Whoever else writes
 * lets go of the file in time, a frozen worker does not.
 */
const frozenAtWork = async (path: string, { child }: Started, { finished }: Started): Promise<number[]> => {
  let isOver = false
  void finished.then(() => {
    isOver = true
  })
  while (!isOver) {
    if (claimedBy(path, child.pid!).length > 0) {
      child.kill('SIGSTOP')
      await sleep(20)
      const held = (await isFree(path, 2_000)) ? claimedBy(path, child.pid!) : []
      if (held.length > 0) return held
      child.kill('SIGCONT')
    }
    await sleep(1)
  }
  throw new Error('the import ended before its worker could be frozen at work')
}

const isFree = async (path: string, milliseconds: number): Promise<boolean> => {
  const until = performance.now() + milliseconds
  while (isLocked(path)) {
    if (performance.now() > until) return false
    await sleep(2)
  }
  return true
}

const stillHeld = async (path: string, { child }: Started, held: number[]): Promise<number> =>
  claimedBy(path, child.pid!).filter((id) => held.includes(id)).length

const claimedBy = (path: string, pid: number): number[] =>
  opened(path, (database) => {
    const claims =
      "select id from outbox where state = 'running' and topic = 'work.changed' and claimed_pid = ?"
    return (database.prepare(claims).all(pid) as { id: number }[]).map(({ id }) => id)
  })

const isLocked = (path: string): boolean =>
  opened(path, (database) => {
    try {
      database.exec('begin immediate; rollback')
      return false
    } catch {
      return true
    }
  })

const opened = <T>(path: string, work: (database: InstanceType<typeof Libsql>) => T): T => {
  const database = new Libsql(path)
  try {
    return work(database)
  } finally {
    database.close()
  }
}
