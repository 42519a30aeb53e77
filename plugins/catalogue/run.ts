import {
  codeOf,
  type HarvestPage,
  messageOf,
  type Progress,
  type Resume,
  ShulianError,
  type Waiting,
} from '../../gateway/contracts/index.js'
import type { RunReport } from '../../standards/record/run-report.js'
import { proposeMissing } from './absence.js'
import { settleTold } from './deletions.js'
import { hold, stoppedBy } from './hold.js'
import { markLast } from './inputs.js'
import { openLinks } from './open-links.js'
import { openRun, type Wanted } from './open-run.js'
import { keepingUp, type Paced } from './pace.js'
import { type BegunPage, beginPage, decidePage, type PageInput } from './page.js'
import type { RunParts } from './run-parts.js'
import {
  addCounts,
  ended,
  endRun,
  goesOn,
  type Run,
  type RunEnd,
  reportOf,
  saveProgress,
} from './run-store.js'
import { storePage } from './store-page.js'
import type { CatalogueTransaction } from './tables.js'
import { progressOf, sayReplaced, tally, waitTold } from './tally.js'

export interface RunPlan extends Wanted {
  /** Everything the source has is listed: what is absent is proposed for deletion. */
  isFull: boolean
  pages(resume: Resume | null, call: RunCall): AsyncIterable<HarvestPage & PageInput>
  /** In the transaction of the last page: keeps the bookmark of the next harvest. */
  onFinished?(transaction: CatalogueTransaction, resume: Resume): Promise<void>
  signal: AbortSignal
  onProgress?: (progress: Progress) => void
}

/** What the reading of pages is given: it ends when the caller or an operator stops the run. */
export interface RunCall {
  signal: AbortSignal
  onWait(waiting: Waiting | null): void
}

/**
 * Runs pages into the catalogue. Each page, its counts and its bookmark are one transaction: a process killed
 * at any point goes on at the next page. Ends when what was accepted can be found by search.
 */
export const performRun = async (parts: RunParts, plan: RunPlan): Promise<RunReport> => {
  const run = await openRun(parts, plan)
  const clock = stopwatch(run.seconds)
  const end = async (state: RunEnd['state'], error?: RunEnd['error']): Promise<RunReport> => {
    run.seconds = clock()
    const ended: RunEnd = { state, at: parts.now().toISOString(), ...(error && { error }) }
    await endRun(parts, run, ended, parts.runner.claim(parts.now()))
    return reportOf(run, ended)
  }
  const held = hold(parts, run.id, plan.signal)
  const paced = parts.pace.begin(plan.kind === 'harvest', held.signal)
  const at = { run, clock, signal: held.signal, paced }
  try {
    await readPages(parts, plan, at)
    await settleTold(parts, run)
    if (plan.isFull) await proposeMissing(parts, run)
    await sayWhatIsUnlinked(parts, run, plan.source)
    await parts.jobs.caughtUp('work.changed', undefined, held.signal)
    await sayWhatWasNotIndexed(parts, run)
    const error = withoutSuccess(run)
    return await end(error ? 'failed' : 'finished', error)
  } catch (cause) {
    const [state, error] = whyEnded(parts, at, cause)
    // Of a run that will not go on: what it was told stands, whatever came after.
    if (state === 'failed' && !goesOn(error.code)) await settleTold(parts, run).catch(() => undefined)
    // Where even that cannot be written, the caller is told, and the next call finds the run as it was left.
    return await end(state, error).catch(() => reportOf({ ...run, seconds: clock() }, { state, error }))
  } finally {
    paced.end()
    held.release()
  }
}

const sayWhatIsUnlinked = async ({ database }: RunParts, run: Run, source: string): Promise<void> => {
  const open = await openLinks(database, source)
  if (open) run.notes.push(open)
}

interface Underway {
  run: Run
  clock(): number
  signal: AbortSignal
  paced: Paced
}

const stopwatch = (before: number) => {
  const began = performance.now()
  return (): number => Math.round(before * 1000 + (performance.now() - began)) / 1000
}

const whyEnded = (
  { log }: RunParts,
  { run, signal }: Underway,
  cause: unknown,
): ['failed' | 'cancelled', { code: string; detail: string }] => {
  if (signal.aborted) return ['cancelled', stoppedBy(signal)]
  log.warn(
    { run: run.id, source: run.source, code: codeOf(cause), cause: messageOf(cause), err: cause },
    'run failed',
  )
  const detail =
    cause instanceof ShulianError ? cause.message : 'The run stopped on an error of ours; the log has it.'
  return ['failed', { code: codeOf(cause), detail }]
}

const readPages = async (
  parts: RunParts,
  plan: RunPlan,
  { run, clock, signal, paced }: Underway,
): Promise<void> => {
  if (run.resume?.[ended] === true) return
  const report = throttled(plan.onProgress)
  const onWait = waitTold(parts, run, plan.onProgress)
  const pages = paced.reading(plan.pages(run.resume, { signal, onWait }))
  const inStep = keepingUp(parts.jobs, signal)
  // While a page is stored the next one is read and described already.
  for await (const { page, isLast } of markLast(begun(parts, plan.source, pages))) {
    signal.throwIfAborted()
    run.seconds = clock()
    const job = await paced.working(() => keepPage(parts, plan, run, page, isLast))
    report({ ...progressOf(run), ...(page.progress && { bytes: page.progress }) }, isLast)
    if (plan.kind === 'harvest') await inStep(job)
    await paced.rest()
  }
}

type RunPage = HarvestPage & { begun: BegunPage }

async function* begun(
  parts: RunParts,
  source: string,
  pages: AsyncIterable<HarvestPage & PageInput>,
): AsyncIterable<RunPage> {
  for await (const page of pages) yield { ...page, begun: await beginPage(parts, source, page) }
}

const keepPage = async (
  parts: RunParts,
  plan: RunPlan,
  run: Run,
  page: RunPage,
  isLast: boolean,
): Promise<string | undefined> => {
  const { database, outbox, jobs, now } = parts
  const decided = await decidePage(database, plan.source, page.begun)
  const next: Run = {
    ...run,
    resume: isLast ? { [ended]: true } : page.resume,
  }
  const job = await database.transaction().execute(async (transaction) => {
    const stored = await storePage(transaction, decided, {
      source: plan.source,
      run: run.id,
      at: now().toISOString(),
    })
    const replaced = [...decided.replaced, ...stored.replaced]
    next.counts = {
      ...run.counts,
      ...addCounts(run.counts, decided.counts),
      ...tally(run.counts, page.total, decided.rejects, replaced),
      indexed: run.counts.indexed + stored.indexed,
    }
    next.notes = withNotes(run.notes, [
      ...(page.notes ?? []),
      ...decided.notes,
      ...sayReplaced(run.counts, replaced),
    ])
    await saveProgress(transaction, next, parts)
    if (isLast) await plan.onFinished?.(transaction, page.resume)
    const { works } = stored
    return works.length > 0 ? outbox.append(transaction, 'work.changed', { works }) : undefined
  })
  Object.assign(run, next)
  jobs.wake()
  return job
}

const mostNotes = 100

/** Notes are written with every page: a source with something to say on each of them is heard a hundred times. */
const withNotes = (known: string[], notes: string[]): string[] => {
  const all = [...new Set([...known, ...notes])]
  return all.length <= mostNotes
    ? all
    : [...all.slice(0, mostNotes), 'More was noted than is kept; the log has it.']
}

/** A run that read something and got nothing of it through is never called a success. */
const withoutSuccess = ({ counts }: Run): { code: string; detail: string } | undefined => {
  const good = counts.accepted + counts.unchanged + counts.deleted + counts.empty
  if (counts.read === 0 || good > 0) return undefined
  return {
    code: 'RUN_WITHOUT_SUCCESS',
    detail: `Of ${counts.read} read none could be accepted; all are in quarantine, each with its reason: shulian quarantine list`,
  }
}

/** Works that the search engine did not take: the catalogue has them, a search does not find them yet. */
const sayWhatWasNotIndexed = async ({ jobs }: RunParts, run: Run): Promise<void> => {
  const dead = (await jobs.dead(100)).filter(
    ({ topic, at }) => topic === 'work.changed' && at >= run.startedAt,
  )
  if (dead.length === 0) return
  run.notes.push(
    `INDEX_BEHIND: the search engine refused ${dead.length} batches of works (${dead[0]?.error}). Once it is well: shulian reconcile`,
  )
}

/** At most ten times a second, and the last one. */
const throttled = (onProgress: ((progress: Progress) => void) | undefined) => {
  let last = 0
  return (progress: Progress, isLast: boolean): void => {
    const at = performance.now()
    if (!onProgress || (!isLast && at - last < 100)) return
    last = at
    onProgress(progress)
  }
}
