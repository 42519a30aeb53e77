import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Test } from 'tap'
import { silentLog } from '../../contracts/log.js'
import { type Databases, openDatabases } from '../databases.js'

/** A PostgreSQL server of the tests’ own, from the programs of this machine: on loopback, in a temporary folder. */
export interface PostgresServer {
  port: number
  /** Of the process that started the others. */
  pid(): number
  /** Of one database on it, as its owner. */
  url(database: string): string
  /** @param options after `create database NAME` */
  create(database: string, options?: string): Promise<void>
  ask(database: string, sql: string): Promise<Record<string, unknown>[]>
  /** As `pg_ctl stop -m immediate`: as if it had died. */
  kill(): Promise<void>
  start(): Promise<void>
  close(): Promise<void>
}

const password = 'tests-only'

/** Sorted as people sort, not as bytes: what relies on the order of a server finds out. */
const cluster = ['-E', 'UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=en-US']

/** The folder of the newest server’s programs. */
export const programs = (): string | undefined => {
  const all = '/usr/lib/postgresql'
  const versions = existsSync(all) ? readdirSync(all).sort((a, b) => Number(b) - Number(a)) : []
  return versions.map((one) => join(all, one, 'bin')).find((bin) => existsSync(join(bin, 'initdb')))
}

/** The server refuses to run as root. */
const asWhom = (): { uid: number; gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

/** @param settings as on the server's command line: `shared_buffers=1GB` */
export const startPostgres = async (bin: string, ...settings: string[]): Promise<PostgresServer> => {
  const owner = asWhom()
  const folder = mkdtempSync(join(tmpdir(), 'shulian-postgres-'))
  const secret = join(folder, 'password')
  writeFileSync(secret, password)
  if (owner) for (const path of [folder, secret]) chownSync(path, owner.uid, owner.gid)
  const data = join(folder, 'data')
  const options = ['-D', data, '-U', 'shulian', '-A', 'scram-sha-256', `--pwfile=${secret}`, '--no-sync']
  execFileSync(join(bin, 'initdb'), [...options, ...cluster], { ...owner, cwd: folder, stdio: 'ignore' })
  const port = await freePort()
  const words = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', '-c', 'fsync=off']
  words.push(...settings.flatMap((setting) => ['-c', setting]))
  let child: ChildProcess
  const url = (database: string) => `postgres://shulian:${password}@127.0.0.1:${port}/${database}`
  const start = async () => {
    child = spawn(join(bin, 'postgres'), words, { ...owner, cwd: folder, stdio: 'ignore' })
    await answering(url('postgres'))
  }
  const stop = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
  await start()
  process.once('exit', () => child.kill('SIGQUIT'))
  const ask = (database: string, sql: string) => asking(url(database), sql)
  return {
    port,
    pid: () => child.pid!,
    url,
    ask,
    create: async (database, options = '') =>
      void (await ask('postgres', `create database "${database}" ${options}`)),
    kill: () => stop('SIGQUIT'),
    start,
    close: async () => {
      await stop('SIGQUIT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

const asking = async (url: string, sql: string): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client(url)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[]
  } finally {
    await client.end()
  }
}

const answering = async (url: string): Promise<void> => {
  const deadline = performance.now() + 30_000
  for (;;) {
    try {
      await asking(url, 'select 1')
      return
    } catch (error) {
      if (performance.now() > deadline) throw error
      await sleep(50)
    }
  }
}

/**
 * A server for one test file. Where there is none on the machine the test is skipped by its name; where everything has to be
 * tried it fails.
 */
export const postgresFor = async (t: Test): Promise<PostgresServer | undefined> => {
  const bin = programs()
  if (bin === undefined) {
    const reason = 'PostgreSQL is not on this machine'
    t.test('on PostgreSQL', { skip: process.env['CI'] === 'true' ? false : reason }, async (t) =>
      t.fail(reason),
    )
    return undefined
  }
  const server = await startPostgres(bin)
  t.teardown(() => server.close())
  return server
}

const setting = 'SHULIAN_TEST_POSTGRES_URL'

/** Test files again, each data folder with a database on a PostgreSQL server. */
export const onPostgres = async (t: Test, files: (() => Promise<unknown>)[]): Promise<void> => {
  const server = await postgresFor(t)
  if (!server) return
  process.env[setting] = server.url('postgres')
  for (const file of files) await file()
}

const databaseOf = (dataDir: string): string =>
  `t${createHash('sha256').update(dataDir).digest('hex').slice(0, 20)}`

/** Gives a data folder a database with all that another’s has, which nobody may have open. */
export const copyDatabase = async (from: string, to: string): Promise<void> => {
  const server = process.env[setting]
  if (server !== undefined)
    await asking(server, `create database ${databaseOf(to)} template ${databaseOf(from)}`)
}

/** The database of a data folder, made when it is not there; none unless the tests run on PostgreSQL. */
export const databaseSetting = async (dataDir: string): Promise<string | undefined> => {
  const server = process.env[setting]
  if (server === undefined) return undefined
  const name = databaseOf(dataDir)
  const known = await asking(server, `select 1 from pg_database where datname = '${name}'`)
  if (known.length === 0) await asking(server, `create database ${name}`)
  return server.replace(/postgres$/, name)
}

/** A database without a gateway; `where` another process finds it. */
export const openTestDatabase = async (dataDir: string): Promise<Databases & { where: string }> => {
  const databaseUrl = await databaseSetting(dataDir)
  const databases = await openDatabases(
    { dataDir, ...(databaseUrl !== undefined && { databaseUrl }) },
    silentLog,
  )
  return { ...databases, where: databaseUrl ?? join(dataDir, 'shulian.db') }
}
