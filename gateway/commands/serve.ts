import type { Config } from '../config.js'
import type { Gateway } from '../gateway.js'
import { takeInstance } from '../instance.js'
import { drain } from '../lifecycle.js'
import { openOnceDatabaseAnswers } from '../until-database.js'
import { type Command, readArgs } from './command.js'

/** An opened gateway with what it begins once it listens. */
export interface Served {
  gateway: Gateway
  /** Sources that are to be read for the first time, and are not yet. */
  unread(): number
  /** What sources need before any work begins; the gateway answers already. */
  beforeWork(): Promise<void>
  /** First harvests and the like; runs while the gateway already answers. */
  afterListening(signal: AbortSignal, note: (text: string) => void): Promise<void>
  close(): Promise<void>
}

export const createServeCommand = (parts: {
  openForServing(config: Config, isEmpty: boolean): Promise<Served>
}): Command => ({
  name: 'serve',
  usage: 'serve [--empty]',
  summary: 'Start the gateway; with the sample consortium unless --empty or SHULIAN_CONFIG',
  help: `Settings are SHULIAN_HOST, SHULIAN_PORT, SHULIAN_DATA_DIR and the others of the README. Once it can be asked it prints one line on stdout:
Shulian listening on http://HOST:PORT. A database that is away is waited for; /readyz says what is amiss. SIGTERM and Ctrl-C let requests
under way end, for ten seconds at most. With SHULIAN_REDIS_URL jobs are done by shulian work, else here.`,
  run: async (args, { config, out, signal }) => {
    const { values } = readArgs({ args, options: { empty: { type: 'boolean' } } }, 0)
    const instance = await takeInstance(config.dataDir, signal)
    try {
      const { opened, port, release } = await openOnceDatabaseAnswers(
        () => parts.openForServing(config, values.empty ?? false),
        {
          host: config.host,
          port: config.port,
          signal,
          onWait: (port, { code, message }) => {
            out.object({ event: 'waiting', url: urlOf(config.host, port), code })
            out.note(`${code}: ${message}`)
          },
        },
      )
      try {
        await serve(opened, {
          config: { ...config, port },
          signal,
          announce: instance.announce,
          out,
          release,
        })
      } finally {
        await opened.close()
      }
      return 0
    } finally {
      instance.release()
    }
  },
})

const serve = async (
  { gateway, unread, beforeWork, afterListening }: Served,
  {
    config,
    signal,
    announce,
    out,
    release,
  }: {
    config: Config
    signal: AbortSignal
    announce(url: string): void
    release(): Promise<void>
    out: { json: boolean; line(text: string): void; object(value: object): void; note(text: string): void }
  },
): Promise<void> => {
  let isDraining = false
  const app = await gateway.buildApp(() => ({
    serving: isDraining ? 'draining' : 'ok',
    ...(unread() > 0 && {
      members: `degraded: the first members are still being read (sources to come: ${unread()}); searches find more in a moment`,
    }),
  }))
  app.addHook('onSend', async (_request, reply) => {
    if (isDraining) reply.header('connection', 'close')
  })
  await release()
  await app.listen({ host: config.host, port: config.port })
  const url = urlOf(config.host, (app.server.address() as { port: number }).port)
  announce(url)
  out.object({ event: 'listening', url })
  out.line(`Shulian listening on ${url}`)
  const begin = async (): Promise<void> => {
    await beforeWork()
    await gateway.jobs.start('relay')
    await gateway.start(signal)
    await afterListening(signal, out.note).catch((error: unknown) => {
      if (!signal.aborted) gateway.log.error({ error }, 'work after the start failed')
    })
  }
  const began = begin()
  try {
    await Promise.race([aborted(signal), began.then(() => aborted(signal))])
  } finally {
    // Also when it could not begin: no gateway is left that answers and does no work.
    isDraining = true
    await drain(app)
  }
  await began.catch((error: unknown) => {
    if (!signal.aborted) throw error
  })
}

export const urlOf = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`

/** Until whoever watches over the process wants it to end. */
export const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
