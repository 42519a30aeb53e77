import { setTimeout as sleep } from 'node:timers/promises'
import { inFolder } from '../faults/in-folder.js'
import { processorBetween, type Usage, watchUsage } from '../usage.js'
import type { Engines } from './engines.js'
import { lastLineOf, openChain } from './processes.js'

/** One way of asking the database, over all processes. */
export interface Statement {
  calls: number
  rows: number
  /** Inside the server. */
  milliseconds: number
  text: string
}

export interface Ingest {
  /** From the first octet read to the last work found. */
  seconds: number
  /** Seconds of processors meanwhile, by process. */
  processor: Record<string, number>
  /** By process, while it went on. */
  looks: Record<string, Usage[]>
  records: number
  works: number
  statements: Statement[]
  engine: string
}

interface Files {
  /** Read in first: processes that work have been at work for long, and have nothing left to do. */
  before: string
  measured: string
}

/** A file into a gateway with so many processes that work: the command reads it, they index it. */
export const ingest = (files: Files, workers: number, settings?: Record<string, string>): Promise<Ingest> =>
  inFolder(async (folder) => {
    const chain = await openChain(folder, workers, settings)
    try {
      await chain.command('members', 'add', 'bench', '--name', 'Bench', '--type', 'library')
      await chain.command('import', files.before, '--member', 'bench/before', '--format', 'marc21')
      await nothingLeft(chain.call)
      const before = await foundWorks(chain.call)
      await chain.engines.ask('select pg_stat_statements_reset()')
      const started = chain.start(
        'import',
        files.measured,
        '--member',
        'bench',
        '--format',
        'marc21',
        '--json',
      )
      const watch = watchUsage({ import: started.child.pid!, ...chain.processes })
      const run = await lastLineOf(started, 'import')
      const ended = performance.now()
      const looks = watch.stop()
      const seconds = Number(run['seconds'])
      const began = ended - seconds * 1000
      return {
        seconds,
        processor: Object.fromEntries(
          [...looks].map(([name, usages]) => [name, processorBetween(usages, began, ended)]),
        ),
        looks: Object.fromEntries(
          [...looks].map(([name, usages]) => [
            name,
            usages.filter(({ at, megabytes }) => at >= began && megabytes > 0),
          ]),
        ),
        records: Number(run['accepted']),
        works: (await foundWorks(chain.call)) - before,
        statements: await statementsOf(chain.engines),
        engine: chain.engines.search.label,
      }
    } finally {
      await chain.close()
    }
  })

/** What else follows an import (what its records are like, who made them) is no part of the next one. */
const nothingLeft = async (call: (path: string) => Promise<Response>): Promise<void> => {
  for (;;) {
    const { waiting, running } = (await (await call('/v1/jobs')).json()) as {
      waiting: number
      running: number
    }
    if (waiting + running === 0) return
    await sleep(100)
  }
}

const foundWorks = async (call: (path: string) => Promise<Response>): Promise<number> =>
  ((await (await call('/v1/search?q=&limit=0')).json()) as { total: number }).total

const statementsOf = async ({ ask }: Engines): Promise<Statement[]> =>
  (await ask(
    'select calls::int, rows::int, total_exec_time as milliseconds, query as text from pg_stat_statements order by total_exec_time desc',
  )) as unknown as Statement[]
