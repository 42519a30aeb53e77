import { setTimeout as sleep } from 'node:timers/promises'
import { openLettersOnRedis, type Written } from './letters-on-redis.js'

export interface FullOutcome extends Written {
  /** Letters in Redis while its memory was full. */
  inRedis: number
  /** Letters in the outbox then. */
  waiting: number
}

/** Redis refuses what costs memory (`maxmemory`, `noeviction`) while so many letters come. */
export const redisFull = async (folder: string, letters: number): Promise<FullOutcome> => {
  const open = await openLettersOnRedis(folder)
  const { client } = open.redis
  try {
    await client.config('SET', 'maxmemory', '1mb')
    await open.work()
    await open.send(letters)
    while (!(await isDegraded(open.url))) await sleep(50)
    const inRedis = await client.llen('shulian:letter:wait')
    const { waiting, running } = await open.jobs(open.url)
    await client.config('SET', 'maxmemory', '0')
    return { inRedis, waiting: waiting + running, ...(await open.written()) }
  } finally {
    await open.close()
  }
}

const isDegraded = async (url: string): Promise<boolean> => {
  const { checks } = (await (await fetch(`${url}/readyz`)).json()) as { checks: { jobs?: string } }
  return checks.jobs !== undefined
}
