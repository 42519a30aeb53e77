import { setTimeout as sleep } from 'node:timers/promises'
import { randomFrom } from '../generated-records.js'
import { atOnce, openLettersOnRedis, type Written } from './letters-on-redis.js'

/** Redis killed and started with nothing, or emptied by an operator. */
export type Forgetting = 'kill' | 'flush'

export interface ForgettingOutcome extends Written {
  /** Seconds from each forgetting until as much was in Redis again. */
  again: number[]
}

/** Redis forgets while nobody works, so that all must be brought again, and then while two processes work. */
export const redisForgets = async (
  folder: string,
  how: Forgetting,
  { letters, faults, seed }: { letters: number; faults: number; seed: number },
): Promise<ForgettingOutcome> => {
  const open = await openLettersOnRedis(folder)
  const random = randomFrom(seed)
  const forget = async (): Promise<void> => {
    if (how === 'kill') await open.redis.killAndStart()
    else await open.redis.client.flushall()
  }
  try {
    const full = Math.min(letters, atOnce)
    const again: number[] = []
    await open.send(letters)
    await open.brought(full)
    for (let fault = 0; fault < faults; fault++) {
      await forget()
      const began = performance.now()
      await open.brought(full)
      again.push((performance.now() - began) / 1000)
    }
    await Promise.all([open.work(), open.work()])
    for (let fault = 0; fault < faults; fault++) {
      await sleep(random() * 1500)
      await forget()
    }
    return { again, ...(await open.written()) }
  } finally {
    await open.close()
  }
}
