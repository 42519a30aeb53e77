import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { marc } from '../../../plugins/catalogue/testing.js'
import { jsonLines, listening, type Started, startShulianAt } from '../../command-testing.js'
import { randomFrom } from '../generated-records.js'
import { stopped } from './behind-link.js'
import type { KillableEngine } from './killable-engine.js'

export interface EngineKilledOutcome {
  killed: number
  acknowledged: number
  /** Documents that the engine held when it was started the last time. */
  kept: number
  /** Seconds from the last start of the engine until no job was open; undefined when some stayed. */
  drained: number | undefined
  /** What reconciling found otherwise than in the catalogue, and what it found when it was asked again. */
  first: number
  second: number
  /** Acknowledged records that a search does not find after that. */
  unfound: number
  isAlive: boolean
}

export interface EngineKilling {
  /** Records of a call. */
  perCall: number
  kills: number
  seed: number
  /** Milliseconds that a task takes, at most, and that the engine is away. */
  taskTime: number
  /** The last kill takes all that the engine kept with it. */
  isLost: boolean
}

/** As long as a backlog may take when nothing is wrong any more. */
const patience = 120_000

/** Records are pushed while the engine that indexes them is killed inside its tasks, and started again. */
export const engineKilled = async (
  folder: string,
  engine: KillableEngine,
  { perCall, kills, seed, taskTime, isLost }: EngineKilling,
): Promise<EngineKilledOutcome> => {
  const settings = { SHULIAN_MEILI_URL: engine.url, SHULIAN_MEILI_KEY: engine.key }
  const dataDir = join(folder, 'data')
  const start = (...words: string[]): Started => startShulianAt({ dataDir, settings }, ...words)
  const gateway = start('serve', '--empty', '--json')
  const pushing = new AbortController()
  try {
    const url = await listening(gateway)
    const call = calling(url, dataDir)
    const pushed = await pushOn(call, perCall, pushing.signal)
    const random = randomFrom(seed)
    for (let kill = 0; kill < kills; kill++) {
      await engine.inTask()
      await sleep(random() * taskTime)
      await engine.kill()
      if (isLost && kill === kills - 1) engine.lose()
      await sleep(random() * taskTime)
      await engine.start()
    }
    const kept = await engine.documents()
    const began = performance.now()
    pushing.abort()
    const acknowledged = await pushed.end
    const drained = (await isDrained(call)) ? (performance.now() - began) / 1_000 : undefined
    const first = await reconciled(start)
    const second = await reconciled(start)
    const unfound = await unfoundOf(call, acknowledged)
    const isAlive = gateway.child.exitCode === null
    return { killed: kills, acknowledged, kept, drained, first, second, unfound, isAlive }
  } finally {
    pushing.abort()
    await stopped(gateway)
  }
}

type Call = (path: string, body?: object) => Promise<unknown>

const calling = (url: string, dataDir: string): Call => {
  const token = () => readFileSync(join(dataDir, 'operator.token'), 'utf8').trim()
  return async (path, body) => {
    const response = await fetch(`${url}${path}`, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      headers: { authorization: `Bearer ${token()}`, ...(body && { 'content-type': 'application/json' }) },
    })
    const answer = (await response.json()) as unknown
    if (!response.ok) throw new Error(`${path} was answered with ${JSON.stringify(answer)}`)
    return answer
  }
}

/** One call after the other, the first of them done: each is acknowledged when its records can be found. */
const pushOn = async (
  call: Call,
  perCall: number,
  signal: AbortSignal,
): Promise<{ end: Promise<number> }> => {
  await call('/v1/members', { id: 'city', name: 'City', type: 'library' })
  const source = { name: 'main', adapter: 'marc-file', options: { path: '/nowhere.mrc' } }
  await call('/v1/members/city/sources', source)
  let acknowledged = 0
  const push = async () => {
    const changes = Array.from({ length: perCall }, (_, at) => {
      const id = `r${acknowledged + at}`
      const bytes = Buffer.from(marc({ id, title: `Kill${id} among others` })).toString('base64')
      return { op: 'put', format: 'marc21', sourceId: id, bytes }
    })
    await call('/v1/sources/city%2Fmain/changes', { changes })
    acknowledged += perCall
  }
  const pushing = async () => {
    while (!signal.aborted) await push()
    return acknowledged
  }
  await push()
  const end = pushing()
  end.catch(() => undefined)
  return { end }
}

const isDrained = async (call: Call): Promise<boolean> => {
  for (const until = performance.now() + patience; performance.now() < until; await sleep(100)) {
    const { waiting, running } = (await call('/v1/jobs')) as { waiting: number; running: number }
    if (waiting + running === 0) return true
  }
  return false
}

const reconciled = async (start: (...words: string[]) => Started): Promise<number> => {
  const { code, stdout, stderr } = await start('reconcile', '--json').finished
  if (code !== 0) throw new Error(`reconciling ended with ${code}: ${stderr}`)
  const { missing, stale, extra } = jsonLines(stdout).at(-1) as Record<'missing' | 'stale' | 'extra', number>
  return missing + stale + extra
}

const unfoundOf = async (call: Call, acknowledged: number): Promise<number> => {
  let unfound = 0
  for (let number = 0; number < acknowledged; number++) {
    const { total } = (await call(`/v1/search?q=Killr${number}&limit=1`)) as { total: number }
    if (total === 0) unfound++
  }
  return unfound
}
