import { setTimeout as sleep } from 'node:timers/promises'
import { percentile } from '../percentiles.js'
import { type LettersOnRedis, openLettersOnRedis, type Written } from './letters-on-redis.js'

export interface FrozenOutcome extends Written {
  /** Milliseconds that reads took before, and while Redis was frozen. */
  before: number[]
  during: number[]
  /** Letters accepted meanwhile. */
  meanwhile: number
  /** What `/readyz` said of the jobs meanwhile, and its status. */
  said: string | undefined
  status: number
}

/** Readers ask and letters come while Redis is frozen for so many milliseconds. */
export const redisFrozen = async (folder: string, milliseconds: number): Promise<FrozenOutcome> => {
  const open = await openLettersOnRedis(folder)
  try {
    await open.work()
    await open.send(100)
    await reads(open, milliseconds / 4)
    const [before] = await Promise.all([reads(open, milliseconds), sends(open, milliseconds)])
    open.redis.signal('SIGSTOP')
    const [during, meanwhile] = await Promise.all([reads(open, milliseconds), sends(open, milliseconds)])
    const readiness = await fetch(`${open.url}/readyz`)
    const { checks } = (await readiness.json()) as { checks: { jobs?: string } }
    open.redis.signal('SIGCONT')
    const outcome = { before, during, meanwhile, said: checks.jobs, status: readiness.status }
    return { ...outcome, ...(await open.written()) }
  } finally {
    await open.close()
  }
}

const reads = async ({ call, url }: LettersOnRedis, milliseconds: number): Promise<number[]> => {
  const times: number[] = []
  for (const end = performance.now() + milliseconds; performance.now() < end; await sleep(10)) {
    const began = performance.now()
    const { status } = await call(url, '/v1/search?q=library')
    if (status !== 200) throw new Error(`a search was answered with ${status}`)
    times.push(performance.now() - began)
  }
  return times
}

const sends = async ({ send }: LettersOnRedis, milliseconds: number): Promise<number> => {
  let sent = 0
  for (const end = performance.now() + milliseconds; performance.now() < end; await sleep(200)) {
    await send(1)
    sent++
  }
  return sent
}

export const p99 = (times: readonly number[]): number => percentile(times, 99)
