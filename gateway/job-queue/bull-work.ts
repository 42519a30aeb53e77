import Bull, { type Queue } from 'bull'
import type { Redis } from 'ioredis'
import type { Log } from '../contracts/log.js'
import type { CarrierWork, Handed } from './carrier.js'
import { openRedis } from './redis.js'
import { within } from './rounds.js'

export interface BullWorkOptions extends Omit<CarrierWork, 'role'> {
  url: string
  prefix: string
  log: Log
}

/** Bull's own settings. How often a job may stall is nothing to Bull: what it gives up is brought again. */
const settings = {
  lockDuration: 30_000,
  stalledInterval: 30_000,
  maxStalledCount: 1,
  retryProcessDelay: 1000,
}

/** Milliseconds that Redis has to let go of who waits for jobs. One that does not answer would keep a process that closes. */
const patience = 1000

/** The half that takes what arrives: of each topic as many at once as its handler allows in this process. */
export const openBullWork = ({ url, prefix, handlers, run, log }: BullWorkOptions) => {
  // Bull asks of its connections that they try for ever, and blocks for five seconds on some of them.
  const open = () => openRedis(url, { maxRetriesPerRequest: null, enableReadyCheck: false })
  const shared = { client: open(), subscriber: open() }
  const blocking = new Map([...handlers.keys()].map((topic) => [topic, open()]))
  const connections = [shared.client, shared.subscriber, ...blocking.values()]
  const queues: Queue[] = []
  const running = new Set<Promise<void>>()
  let isClosing = false

  const note = (topic: string) => (error: unknown) => {
    if (!isClosing) log.debug({ topic, err: error }, 'Bull tells of an error')
  }
  const take = (topic: string, bullId: string): Promise<void> => {
    const taken = run(topic, handedOf(bullId)).finally(() => running.delete(taken))
    running.add(taken)
    return taken
  }

  const begin = (topic: string, concurrency: number): void => {
    const clients = { ...shared, bclient: blocking.get(topic)! }
    const queue = new Bull(topic, {
      prefix,
      settings,
      createClient: (type) => clients[type],
    })
    // Bull would name its connection, and nobody hears when Redis refuses that or goes meanwhile: it would end the process.
    queue.setWorkerName = async () => {}
    queues.push(queue)
    queue.on('error', note(topic))
    queue.process(concurrency, (job) => take(topic, String(job.id))).catch(note(topic))
  }

  // Bull takes it for a failure when a connection ends that was never there.
  void Promise.all(connections.map(isThere)).then((there) => {
    if (isClosing || there.includes(false)) return
    for (const [topic, { concurrency }] of handlers) begin(topic, concurrency)
  })

  return {
    /** Takes nothing more; resolves when what runs has ended. */
    async close(): Promise<void> {
      isClosing = true
      // Bull's own close hears that Redis is away when its last job has ended, and until then nobody does: it would end
      // the process.
      const paused = queues.map((queue) => queue.pause(true, true).catch(note(queue.name)))
      await within(Promise.all(paused), patience)
      await Promise.allSettled(running)
    },
    reconnect(): void {
      for (const connection of connections) connection.disconnect(true)
    },
    end(): void {
      isClosing = true
      // Else it would try again for ever what it cannot do without a connection.
      for (const queue of queues) queue.close(true).catch(() => {})
      for (const connection of connections) {
        // Bull, which closes, would open another in the place of one that ends.
        connection.connect = async () => {}
        connection.disconnect()
      }
    },
  }
}

const handedOf = (bullId: string): Handed => {
  const [id, handovers = '0'] = bullId.split('/')
  return { id: Number(id), handovers: Number(handovers) }
}

const isThere = (redis: Redis): Promise<boolean> =>
  new Promise((resolve) => {
    redis.once('ready', () => resolve(true))
    redis.once('end', () => resolve(false))
  })
