import { type Command, readArgs, WrongUsage } from './command.js'
import { aborted, urlOf } from './serve.js'

export const workCommand: Command = {
  name: 'work',
  isBulk: true,
  usage: 'work [--port PORT]',
  summary: 'Do jobs, beside a gateway that serves; any number of these on any machine',
  help: 'Takes jobs that Redis brings (SHULIAN_REDIS_URL), or else those of the database. --port answers /healthz, /readyz and /metrics there (0 takes a free one). Ends on SIGTERM: what runs is finished within ten seconds or given back.',
  run: async (args, { open, out, signal, config }) => {
    const { values } = readArgs({ args, options: { port: { type: 'string' } } }, 0)
    const port = portOf(values.port)
    const gateway = await open()
    const probes = port === undefined ? null : await gateway.buildProbes()
    try {
      await probes?.listen({ host: config.host, port })
      await gateway.jobs.start('work')
      const url = probes ? urlOf(config.host, (probes.server.address() as { port: number }).port) : undefined
      out.object({ event: 'working', pid: process.pid, url })
      out.line(`Working (process ${process.pid}${url ? `, ${url}` : ''}).`)
      await aborted(signal)
      return 0
    } finally {
      await probes?.close()
    }
  },
}

const portOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new WrongUsage('--port takes a number up to 65535.')
  return Number(text)
}
