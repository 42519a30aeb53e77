import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { marc } from '../../../plugins/catalogue/testing.js'
import { listening, type Started, startShulianAt } from '../../command-testing.js'
import { stopped } from './behind-link.js'
import type { Passing, SearchLink } from './search-link.js'

export interface RebuiltOutcome {
  searches: number
  /** Searches that failed, that a part did not answer, or that found fewer works than there are. */
  searchErrors: string[]
  writes: number
  /** Steps of a rebuild at which its process was killed. */
  killed: string[]
  /** What the index had otherwise than the catalogue when all was over. */
  differences: number
  /** Indexes that are left beside the live one. */
  left: string[]
}

/** What a rebuild asks of the engine, in order: it is killed as it asks. */
const steps: Record<string, (passing: Passing) => boolean> = {
  create: ({ method, path, body }) => method === 'POST' && path === '/indexes' && body.includes('_next'),
  settings: ({ method, path }) => method === 'PATCH' && path.includes('_next/settings'),
  fill: ({ method, path }) => method === 'POST' && /_next\/documents(\?|$)/.test(path),
  swap: ({ method, path }) => method === 'POST' && path === '/swap-indexes',
  delete: ({ method, path }) => method === 'DELETE' && path.includes('_next'),
}

/** Rebuilds while readers search and members write; the process that rebuilds is killed at each step, and at last not. */
export const rebuiltUnderLoad = async (
  folder: string,
  link: SearchLink,
  load: { works: number; searches: number; writes: number; kills: readonly (keyof typeof steps)[] },
): Promise<RebuiltOutcome> => {
  const settings = { SHULIAN_MEILI_URL: link.url, SHULIAN_MEILI_KEY: link.key }
  const start = (...words: string[]): Started => startShulianAt({ dataDir: folder, settings }, ...words)
  const done = async ({ finished }: Started): Promise<string> => {
    const { code, stdout, stderr } = await finished
    if (code !== 0) throw new Error(`the command ended with ${code}: ${stderr}`)
    return stdout
  }
  const imported = (title: string, count: number): Promise<string> => {
    const path = join(folder, 'some.mrc')
    const records = Array.from({ length: count }, (_, at) =>
      marc({ id: `x${at}`, title: `Work ${at} ${title}` }),
    )
    writeFileSync(path, Buffer.concat(records))
    return done(start('import', path, '--member', 'city', '--format', 'marc21', '--json'))
  }
  await done(start('members', 'add', 'city', '--name', 'City', '--type', 'library'))
  await imported('first', load.works)
  const gateway = start('serve', '--empty', '--json')
  const url = await listening(gateway)
  const readers = searching(url, load.works, load.searches)
  const writer = writing(imported, load.writes)
  try {
    const killed: string[] = []
    for (const step of load.kills) {
      await killedAt(link, steps[step]!, () => start('rebuild'))
      killed.push(step)
    }
    await done(start('rebuild'))
    const writes = await writer.stop()
    const { searches, errors } = await readers.stop()
    const lines = (await done(start('reconcile', '--json'))).trim().split('\n')
    const { missing, stale, extra } = JSON.parse(lines.at(-1)!) as Record<
      'missing' | 'stale' | 'extra',
      number
    >
    const left = (await link.indexes()).filter((uid) => uid.endsWith('_next'))
    return { searches, searchErrors: errors, writes, killed, differences: missing + stale + extra, left }
  } finally {
    await readers.stop()
    await writer.stop().catch(() => undefined)
    await stopped(gateway)
  }
}

/** The request at which it is killed is done or not, as it happens: it passes when the process is gone. */
const killedAt = async (link: SearchLink, isStep: (passing: Passing) => boolean, begin: () => Started) => {
  const rebuilding = begin()
  let isKilled = false
  link.meddle = async (passing) => {
    if (!isKilled && isStep(passing)) {
      isKilled = true
      rebuilding.child.kill('SIGKILL')
      await rebuilding.finished
    }
    return undefined
  }
  const { code, stderr } = await rebuilding.finished
  if (!isKilled) throw new Error(`the rebuild ended with ${code} before that step: ${stderr}`)
}

/** So many searches a second. */
const searching = (url: string, works: number, rate: number) => {
  const errors: string[] = []
  const underway = new Set<Promise<void>>()
  let searches = 0
  const ask = async () => {
    searches++
    const response = await fetch(`${url}/v1/search?q=&limit=1`)
    const answer = (await response.json()) as { total?: number; partial?: unknown[]; code?: string }
    if (response.status !== 200) errors.push(`${response.status} ${answer.code}`)
    else if (answer.partial!.length > 0 || answer.total! < works)
      errors.push(`${answer.total} of ${works} works, partial ${JSON.stringify(answer.partial)}`)
  }
  const timer = setInterval(() => {
    const one = ask()
      .catch((error: unknown) => void errors.push(String(error)))
      .finally(() => underway.delete(one))
    underway.add(one)
  }, 1_000 / rate)
  return {
    stop: async () => {
      clearInterval(timer)
      await Promise.all(underway)
      return { searches, errors }
    },
  }
}

/** So many works change a second, one import after the other. */
const writing = (imported: (title: string, count: number) => Promise<string>, rate: number) => {
  let [writes, isStopped] = [0, false]
  const all = (async () => {
    for (let round = 1, last = performance.now(); !isStopped; round++) {
      const due = Math.max(1, Math.round(((performance.now() - last) / 1_000) * rate))
      last = performance.now()
      await imported(`round ${round}`, due)
      writes += due
      await sleep(Math.max(0, 1_000 - (performance.now() - last)))
    }
  })()
  return {
    stop: async () => {
      isStopped = true
      await all
      return writes
    },
  }
}
