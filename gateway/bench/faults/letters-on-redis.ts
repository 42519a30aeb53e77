import { setTimeout as sleep } from 'node:timers/promises'
import { listening, type Started } from '../../command-testing.js'
import { startRedis, type TestRedis } from '../../job-queue/redis-testing.js'
import { stopped } from './behind-link.js'
import { type Letters, openLetters, working } from './letters.js'

/** What became of the letters that were accepted. */
export interface Written {
  accepted: number
  missing: number
  twice: number
}

export interface LettersOnRedis extends Pick<Letters, 'call' | 'jobs'> {
  redis: TestRedis
  url: string
  /** So many new letters, accepted when it resolves. */
  send(count: number): Promise<void>
  /** Another process that works. */
  work(): Promise<Started>
  /** Until so many letters at least lie in Redis. */
  brought(count: number): Promise<void>
  /** Until no letter waits or is being written. */
  written(): Promise<Written>
  close(): Promise<void>
}

/** A gateway that serves, and a Redis that keeps nothing; nobody works yet. */
export const openLettersOnRedis = async (folder: string): Promise<LettersOnRedis> => {
  const redis = await startRedis()
  const letters = openLetters(folder, { SHULIAN_REDIS_URL: redis.url, SHULIAN_LOG_LEVEL: 'silent' })
  letters.cure()
  const served = letters.start()
  const workers: Started[] = []
  const url = await listening(served)
  let accepted = 0
  const send = async (count: number) => {
    for (let sent = 0; sent < count; ) {
      const batch = Array.from({ length: Math.min(1000, count - sent) }, (_, at) => `letter ${accepted + at}`)
      const { status } = await letters.call(url, '/v1/letters', { letters: batch })
      if (status !== 200) throw new Error(`letters were refused with ${status}`)
      sent += batch.length
      accepted += batch.length
    }
  }
  return {
    ...letters,
    redis,
    url,
    send,
    async work() {
      const worker = letters.work()
      workers.push(worker)
      await working(worker)
      return worker
    },
    async brought(count) {
      while ((await redis.client.llen('shulian:letter:wait').catch(() => 0)) < count) await sleep(20)
    },
    async written() {
      await letters.settled(url)
      const done = letters.done()
      const different = new Set(done).size
      return { accepted, missing: accepted - different, twice: done.length - different }
    },
    async close() {
      // What is frozen could not end.
      for (const { child } of workers) child.kill('SIGCONT')
      redis.signal('SIGCONT')
      await Promise.all([served, ...workers].map(stopped))
      await redis.close()
    },
  }
}

/** The most of a topic that Redis has at once. */
export const atOnce = 5000
