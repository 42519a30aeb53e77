import { setTimeout as sleep } from 'node:timers/promises'
import { jsonLines, listening } from '../../command-testing.js'
import { openBehindLink, stopped } from './behind-link.js'

export interface Away {
  /** What callers were told while the database was away: code → how often. */
  told: Record<string, number>
  /** Milliseconds: the longest that one waited to be told. */
  longest: number
  /** Milliseconds from the mended link to the first good answer. */
  back: number
  /** `/healthz` was answered all the while, and the process that answers is the same. */
  isAlive: boolean
  /** Exit code, once it was asked to end. */
  code: number | null
  /** What its log said since it noticed, but for a job that was claimed by a statement whose answer was cut off: it is given back rightly. */
  logged: string[]
}

/** Asks a gateway all the while its database cannot be reached, and until it answers again. */
export const databaseAway = async (
  folder: string,
  how: 'silence' | 'cut',
  milliseconds: number,
): Promise<Away> => {
  const { link, start, call, close } = await openBehindLink(folder)
  const started = start()
  const away: Away = { told: {}, longest: 0, back: 0, isAlive: true, code: null, logged: [] }
  try {
    const url = await listening(started)
    const ask = async () => {
      const began = performance.now()
      const response = await call(url, '/v1/members')
      const { code = 'answered' } = (await response.json()) as { code?: string }
      return { code, took: performance.now() - began }
    }
    await ask()
    link[how]()
    const end = performance.now() + milliseconds
    const callers = Array.from({ length: 4 }, async () => {
      while (performance.now() < end) {
        const { code, took } = await ask()
        away.told[code] = (away.told[code] ?? 0) + 1
        away.longest = Math.max(away.longest, took)
        await sleep(50)
      }
    })
    await Promise.all(callers)
    away.isAlive = (await call(url, '/healthz')).ok && started.child.exitCode === null
    link.mend()
    const mended = performance.now()
    while ((await ask()).code !== 'answered') await sleep(20)
    away.back = performance.now() - mended
  } finally {
    away.code = await stopped(started)
    await close()
  }
  const lines = jsonLines((await started.finished).stderr) as { msg: string; code?: string }[]
  const noticed = lines.findIndex(({ code }) => code === 'DATABASE_UNAVAILABLE')
  const since = lines.slice(noticed).map(({ msg }) => msg)
  return { ...away, logged: since.filter((msg) => msg !== 'job without a process taken back') }
}
