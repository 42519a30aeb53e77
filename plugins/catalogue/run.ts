import { codeOf, type HarvestPage, type Log, messageOf, type Outbox, type Progress, type Resume, ShulianError } from '../../gateway/contracts/index.js'
import type { JobQueue } from '../../gateway/contracts/index.js'
import type { RunReport } from '../../standards/record/run-report.js'
import { newRunId } from './ids.js'
import { markLast } from './inputs.js'
import { proposeMissing } from './missing.js'
import { addCounts, beginRun, endRun, noCounts, type Run, runningHere, saveProgress, unfinishedRun } from './run-store.js'
import { decidePage, storePage } from './store-page.js'
import type { CatalogueDatabase, CatalogueTransaction } from './tables.js'

export interface RunParts {
  database: CatalogueDatabase
  outbox: Outbox
  jobs: JobQueue
  log: Log
  now(): Date
}

export interface RunPlan {
  source: string
  kind: RunReport['kind']
  /** Same source and input: the same run, which goes on where it was cut. */
  input: string
  notes: string[]
  /** Everything the source has is listed: what is absent is proposed for deletion. */
  isFull: boolean
  /** Where to begin when no run was cut. */
  bookmark: Resume | null
  pages(resume: Resume | null): AsyncIterable<HarvestPage>
  /** In the transaction of the last page: keeps the bookmark of the next harvest. */
  onFinished?(transaction: CatalogueTransaction, resume: Resume): Promise<void>
  signal: AbortSignal
  onProgress?: (progress: Progress) => void
}

/**
 * Runs pages into the catalogue. Each page, its counts and its bookmark are one transaction: a process killed
 * at any point goes on at the next page. Ends when what was accepted can be found by search.
 */
export const performRun = async (parts: RunParts, plan: RunPlan): Promise<RunReport> => {
  const run = await openRun(parts, plan)
  const began = performance.now()
  const seconds = () => Math.round(run.seconds * 1000 + (performance.now() - began)) / 1000
  const end = (state: 'finished' | 'failed' | 'cancelled', error?: { code: string; detail: string }) =>
    endRun(parts.database, run, { state, error, at: parts.now().toISOString(), seconds: seconds() })
  runningHere.add(run.id)
  try {
    await readPages(parts, plan, run)
    if (plan.isFull) await proposeMissing(parts, run)
    await parts.jobs.drain(['work.changed'], plan.signal)
    const error = withoutSuccess(run)
    return await end(error ? 'failed' : 'finished', error)
  } catch (cause) {
    if (plan.signal.aborted) return end('cancelled', { code: 'RUN_CANCELLED', detail: 'The run was cancelled. The same call goes on where it stopped.' })
    parts.log.warn({ run: run.id, source: plan.source, code: codeOf(cause), cause: messageOf(cause) }, 'run failed')
    return end('failed', { code: codeOf(cause), detail: cause instanceof ShulianError ? cause.message : 'The run stopped on an error of ours; the log has it.' })
  } finally {
    runningHere.delete(run.id)
  }
}

const openRun = async ({ database, now }: RunParts, plan: RunPlan): Promise<Run> => {
  const cut = await unfinishedRun(database, plan.source, plan.input)
  if (cut === 'running') {
    throw new ShulianError('RUN_IN_PROGRESS', `A run of ${plan.source} is under way in another process. Wait for it: shulian status`, { status: 409 })
  }
  if (cut) {
    cut.notes.push(`Went on after ${cut.counts.read} records of an earlier attempt.`)
    return cut
  }
  const startedAt = now()
  const run: Run = {
    id: newRunId(startedAt), source: plan.source, kind: plan.kind, input: plan.input, counts: { ...noCounts, indexed: 0 },
    resume: plan.bookmark, notes: [...plan.notes], startedAt: startedAt.toISOString(), seconds: 0,
  }
  await beginRun(database, run)
  return run
}

const readPages = async (parts: RunParts, plan: RunPlan, run: Run): Promise<void> => {
  if (run.resume?.[ended] === true) return
  const report = throttled(plan.onProgress)
  for await (const { page, isLast } of markLast(plan.pages(run.resume))) {
    plan.signal.throwIfAborted()
    await keepPage(parts, plan, run, page, isLast)
    report({
      run: run.id, read: run.counts.read, total: page.total, bytes: page.progress,
      accepted: run.counts.accepted, quarantined: run.counts.quarantined,
    })
    await new Promise(setImmediate)
  }
}

/** In a run's bookmark: every page is stored, only the end is still to be done. */
const ended = '#ended'

const keepPage = async ({ database, outbox, jobs, now }: RunParts, plan: RunPlan, run: Run, page: HarvestPage, isLast: boolean): Promise<void> => {
  const decided = await decidePage(database, plan.source, page.changes)
  const next = { ...run, resume: isLast ? { [ended]: true } : page.resume, notes: [...new Set([...run.notes, ...(page.notes ?? [])])] }
  await database.transaction().execute(async (transaction) => {
    const { counts, works } = await storePage(transaction, decided, { source: plan.source, run: run.id, at: now().toISOString() })
    next.counts = { ...run.counts, ...addCounts(run.counts, counts), indexed: run.counts.indexed + works.length }
    await saveProgress(transaction, next)
    if (isLast) await plan.onFinished?.(transaction, page.resume)
    if (works.length > 0) await outbox.append(transaction, 'work.changed', { works })
  })
  Object.assign(run, next)
  jobs.wake()
}

/** A run that read something and got nothing of it through is never called a success. */
const withoutSuccess = ({ counts }: Run): { code: string; detail: string } | undefined => {
  const good = counts.accepted + counts.unchanged + counts.deleted + counts.empty
  if (counts.read === 0 || good > 0) return undefined
  return {
    code: 'RUN_WITHOUT_SUCCESS',
    detail: `None of the ${counts.read} records could be accepted; all are in quarantine, each with its reason: shulian quarantine list`,
  }
}

/** At most ten times a second, and the last one. */
const throttled = (onProgress: ((progress: Progress) => void) | undefined) => {
  let last = 0
  return (progress: Progress): void => {
    const at = performance.now()
    if (!onProgress || at - last < 100) return
    last = at
    onProgress(progress)
  }
}
