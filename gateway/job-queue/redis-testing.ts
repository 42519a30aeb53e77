import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'

/** Why tests with a real Redis cannot run here, or false. Where everything is checked, a missing one is a failure. */
export const missingRedis = (): string | false => {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' })
    return false
  } catch {
    if (process.env['CI'] === 'true')
      throw new Error('redis-server is missing; Bull cannot be tested without it.')
    return 'needs redis-server (apt-get install redis-server)'
  }
}

export interface TestRedis {
  url: string
  port: number
  pid(): number
  /** What may be asked of the server directly. */
  client: Redis
  /** Nothing was kept: it begins empty, at the same port. */
  killAndStart(): Promise<void>
  signal(signal: NodeJS.Signals): void
  close(): Promise<void>
}

/** A server of its own at a free port, which keeps nothing. @param words further settings, as on its command line */
export const startRedis = async (...words: string[]): Promise<TestRedis> => {
  const folder = mkdtempSync(join(tmpdir(), 'shulian-redis-'))
  const port = await freePort()
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', ...words]
  const client = new Redis(port, '127.0.0.1', { lazyConnect: true, retryStrategy: () => 20 })
  client.on('error', () => {})
  let server = start(settings)
  await answering(port)
  return {
    url: `redis://127.0.0.1:${port}/0`,
    port,
    pid: () => server.pid!,
    client,
    async killAndStart() {
      await end(server)
      server = start(settings)
      await answering(port)
    },
    signal: (signal) => void server.kill(signal),
    async close() {
      client.disconnect()
      await end(server)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const start = (settings: string[]): ChildProcess => spawn('redis-server', settings, { stdio: 'ignore' })

const end = async (server: ChildProcess): Promise<void> => {
  if (server.exitCode !== null || server.signalCode !== null) return
  server.kill('SIGKILL')
  await once(server, 'exit')
}

/** Until it listens, whatever it says then. */
const answering = async (port: number): Promise<void> => {
  for (;;) {
    const redis = new Redis(port, '127.0.0.1', {
      lazyConnect: true,
      retryStrategy: () => null,
      enableReadyCheck: false,
    })
    redis.on('error', () => {})
    const is = await redis.connect().then(
      () =>
        redis.ping().then(
          () => true,
          (error: Error) => /^(NOAUTH|WRONGPASS)/.test(error.message),
        ),
      () => false,
    )
    redis.disconnect()
    if (is) return
    await sleep(10)
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
