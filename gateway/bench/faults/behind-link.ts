import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Started, startShulianAt } from '../../command-testing.js'
import { type PostgresServer, programs, startPostgres } from '../../database/postgres/testing.js'
import { type Link, openLink } from './link.js'

/** A gateway whose database is a PostgreSQL server behind a link. */
export interface BehindLink {
  server: PostgresServer
  link: Link
  start(): Started
  call(url: string, path: string, body?: object): Promise<Response>
  close(): Promise<void>
}

export const openBehindLink = async (folder: string): Promise<BehindLink> => {
  const bin = programs()
  if (bin === undefined) throw new Error('PostgreSQL is not on this machine')
  const server = await startPostgres(bin)
  await server.create('shulian')
  const link = await openLink(server.port)
  const dataDir = join(folder, 'data')
  const address = new URL(server.url('shulian'))
  address.port = String(link.port)
  const settings = { SHULIAN_DATABASE_URL: String(address), SHULIAN_LOG_LEVEL: 'warn' }
  return {
    server,
    link,
    start: () => startShulianAt({ dataDir, settings }, 'serve', '--empty', '--json'),
    call: (url, path, body) =>
      fetch(`${url}${path}`, {
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
        headers: {
          authorization: `Bearer ${readFileSync(join(dataDir, 'operator.token'), 'utf8').trim()}`,
          ...(body && { 'content-type': 'application/json' }),
        },
        signal: AbortSignal.timeout(20_000),
      }),
    close: async () => {
      await link.close()
      await server.close()
    },
  }
}

export const stopped = async ({ child, finished }: Started): Promise<number | null> => {
  child.kill('SIGTERM')
  return (await finished).code
}
