import { setTimeout as sleep } from 'node:timers/promises'
import { marc } from '../../../plugins/catalogue/testing.js'
import { listening } from '../../command-testing.js'
import { randomFrom } from '../generated-records.js'
import { type BehindLink, openBehindLink, stopped } from './behind-link.js'

export interface Restarts {
  acknowledged: number
  /** Acknowledged records that are not in the catalogue, or not found. */
  missing: number
  unfound: number
  /** Calls that were told to try again. */
  refused: number
  isAlive: boolean
  /** Whether calls were acknowledged after the last fault as well. */
  wentOn: boolean
}

const perCall = 10

/** Milliseconds until a call is acknowledged when nothing is wrong with the database, at most. */
const patience = 30_000

type Counts = Pick<Restarts, 'acknowledged' | 'refused'>

/** Pushes records while every connection is ended again and again, and the server dies and starts. */
export const databaseRestarts = async (
  folder: string,
  { faults, seed }: { faults: number; seed: number },
): Promise<Restarts> => {
  const behind = await openBehindLink(folder)
  const started = behind.start()
  try {
    const url = await listening(started)
    await behind.call(url, '/v1/members', { id: 'city', name: 'City', type: 'library' })
    const source = { name: 'main', adapter: 'marc-file', options: { path: '/nowhere.mrc' } }
    await behind.call(url, '/v1/members/city/sources', source)
    const pushing = new AbortController()
    const counts = { acknowledged: 0, refused: 0 }
    const pushed = push(behind, url, counts, pushing.signal)
    if (!(await hasAcknowledgedAnother(counts, pushed)))
      throw new Error('nothing was acknowledged before a fault')
    const random = randomFrom(seed)
    for (let fault = 0; fault < faults; fault++) {
      await sleep(random() * 1_000)
      if (fault % 3 === 2) {
        await behind.server.kill()
        await behind.server.start()
      } else await endConnections(behind)
    }
    const wentOn = await hasAcknowledgedAnother(counts, pushed)
    pushing.abort()
    await pushed
    const { acknowledged, refused } = counts
    const isAlive = started.child.exitCode === null
    return { acknowledged, refused, isAlive, wentOn, ...(await lacking(behind, url, acknowledged)) }
  } finally {
    await stopped(started)
    await behind.close()
  }
}

const endConnections = ({ server }: BehindLink) =>
  server.ask(
    'postgres',
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'shulian' and pid <> pg_backend_pid()",
  )

/** Whether two more calls are acknowledged: the first of them may have been decided before now, the second was not. */
const hasAcknowledgedAnother = async (counts: Counts, pushed: Promise<void>): Promise<boolean> => {
  const enough = counts.acknowledged + 2 * perCall
  const until = performance.now() + patience
  while (counts.acknowledged < enough && performance.now() < until) await Promise.race([sleep(10), pushed])
  return counts.acknowledged >= enough
}

/** One call after the other; what was not acknowledged is sent again. */
const push = async (
  { call }: BehindLink,
  url: string,
  counts: Counts,
  signal: AbortSignal,
): Promise<void> => {
  while (!signal.aborted) {
    const changes = Array.from({ length: perCall }, (_, at) => {
      const id = `r${counts.acknowledged + at}`
      const bytes = Buffer.from(marc({ id, title: `Restart${id} among others` })).toString('base64')
      return { op: 'put', format: 'marc21', sourceId: id, bytes }
    })
    const response = await call(url, '/v1/sources/city%2Fmain/changes', { changes })
    const answer = (await response.json()) as { state?: string; code?: string }
    if (response.status === 200 && answer.state === 'finished') counts.acknowledged += perCall
    else if (response.status === 503 || response.status === 409) {
      counts.refused++
      await sleep(50)
    } else throw new Error(`told ${response.status} ${JSON.stringify(answer)}`)
  }
}

const lacking = async (
  { server, call }: BehindLink,
  url: string,
  acknowledged: number,
): Promise<{ missing: number; unfound: number }> => {
  const [{ n } = {}] = await server.ask(
    'shulian',
    `select count(*)::int as n from catalogue_record where state = 'live' and substr(source_id, 2)::int < ${acknowledged}`,
  )
  const open = "select 1 from outbox where topic = 'work.changed' and state <> 'dead'"
  while ((await server.ask('shulian', open)).length > 0) await sleep(50)
  let unfound = 0
  for (let number = 0; number < acknowledged; number++) {
    const found = await call(url, `/v1/search?q=Restartr${number}&limit=1`)
    if (((await found.json()) as { total?: number }).total === 0) unfound++
  }
  return { missing: acknowledged - Number(n), unfound }
}
