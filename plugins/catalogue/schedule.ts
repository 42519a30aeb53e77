import { setTimeout as sleep } from 'node:timers/promises'
import { type Catalogue, codeOf, type Log, type Members, type Source } from '../../gateway/contracts/index.js'
import type { RunReport } from '../../standards/record/run-report.js'
import { isPolite, placeOf } from './politeness.js'
import { goesOn, runCut } from './run-store.js'

/** Between two looks for sources whose time has come while others are being harvested, in milliseconds. */
const lookEvery = 60_000
/** Seconds until a harvest that failed at the other side is tried again, when its interval is longer. */
const retryAfter = 900

interface ScheduleParts {
  members: Members
  catalogue: Catalogue
  log: Log
  now(): Date
}

/**
 * Harvests every source whose time has come, several at once: one that is slow, or hostile, delays none of the others. Ends
 * when none is left. A source that fails or is being read already is said in the log.
 */
export const harvestDue = async (parts: ScheduleParts, signal: AbortSignal): Promise<void> => {
  const running = new Map<string, { source: Source; done: Promise<void> }>()
  const begun = new Map<string, number>()
  const begin = (source: Source): void => {
    begun.set(source.id, performance.now())
    const done = harvestOne(parts, source, signal).finally(() => running.delete(source.id))
    running.set(source.id, { source, done })
  }
  do {
    const places = () => [...running.values()].map(({ source }) => placeOf(source))
    for (const source of await dueSources(parts)) {
      const isNew = performance.now() - (begun.get(source.id) ?? Number.NEGATIVE_INFINITY) > lookEvery
      if (!signal.aborted && isNew && !running.has(source.id) && isPolite(placeOf(source), places()))
        begin(source)
    }
    await next([...running.values()].map(({ done }) => done))
  } while (running.size > 0)
}

/** Until one has ended, or it is time to look again; at once when there is none. */
const next = async (running: Promise<void>[]): Promise<void> => {
  if (running.length === 0) return
  const wake = new AbortController()
  const look = sleep(lookEvery, undefined, { signal: wake.signal }).catch(() => undefined)
  await Promise.race([...running, look])
  wake.abort()
}

const harvestOne = async (
  { catalogue, log }: ScheduleParts,
  { id }: Source,
  signal: AbortSignal,
): Promise<void> => {
  try {
    await catalogue.harvest(id, { signal })
  } catch (error) {
    log.warn({ source: id, code: codeOf(error) }, 'a scheduled harvest did not begin')
  }
}

const dueSources = async ({ members, catalogue, now }: ScheduleParts): Promise<Source[]> => {
  const due: Source[] = []
  for (const source of await members.sources()) {
    if (source.everySeconds === null) continue
    const [last] = await catalogue.runs({ source: source.id, kind: 'harvest', limit: 1 })
    if (!last || dueAt(last, source.everySeconds) <= now().getTime()) due.push(source)
  }
  return due
}

/** A harvest whose process died goes on at once; one that failed at the other side or was stopped waits from its end. */
const dueAt = (
  { state, error, startedAt, finishedAt = startedAt }: RunReport,
  everySeconds: number,
): number => {
  if (error?.code === runCut.code) return 0
  if (state === 'failed' && goesOn(error?.code ?? ''))
    return Date.parse(finishedAt) + Math.min(everySeconds, retryAfter) * 1000
  const from = error?.code === 'RUN_STOPPED' ? finishedAt : startedAt
  return Date.parse(from) + everySeconds * 1000
}
