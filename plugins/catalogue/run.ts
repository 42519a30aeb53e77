import type { HarvestPage, Progress, Resume, Waiting } from '../../gateway/contracts/index.js'
import type { RunReport } from '../../standards/record/run-report.js'
import { proposeMissing } from './absence.js'
import { settleTold } from './deletions.js'
import { hold } from './hold.js'
import { markLast } from './inputs.js'
import { type Kept, keepPage, type RunPage } from './keep-page.js'
import { openRun, type Wanted } from './open-run.js'
import { keepingUp, type Paced } from './pace.js'
import { beginPage, type PageInput } from './page.js'
import { sayWhatIsUnlinked, sayWhatWasNotIndexed, whyEnded, withoutSuccess } from './run-end.js'
import type { RunParts } from './run-parts.js'
import { ended, endRun, goesOn, type Run, type RunEnd, readRunAgain, reportOf } from './run-store.js'
import { progressOf, waitTold } from './tally.js'
import { waitForDatabase } from './wait-for-database.js'
import { withDeletions } from './with-deletions.js'

export interface RunPlan extends Wanted, Kept {
  /** Everything the source has is listed: what is absent is proposed for deletion. */
  isFull: boolean
  pages(resume: Resume | null, call: RunCall): AsyncIterable<HarvestPage & PageInput>
  /** Nobody waits for its answer: where the database goes in its midst, the run waits until it is back. */
  waitsForDatabase?: boolean
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
    const [report] = await withDeletions(parts.database, [reportOf(run, ended)])
    await endRun(parts, run, ended, parts.runner.claim(parts.now()))
    return report as RunReport
  }
  const held = hold(parts, run.id, plan.signal)
  const paced = parts.pace.begin(plan.kind === 'harvest', held.signal)
  const at = { run, clock, signal: held.signal, paced }
  const work = async () => {
    await readPages(parts, plan, at)
    await settleTold(parts, run)
    if (plan.isFull) await proposeMissing(parts, run)
    await sayWhatIsUnlinked(parts, run, plan.source)
    await parts.jobs.caughtUp('work.changed', undefined, held.signal)
    await sayWhatWasNotIndexed(parts, run)
    const error = withoutSuccess(run)
    return await end(error ? 'failed' : 'finished', error)
  }
  try {
    if (!plan.waitsForDatabase) return await work()
    const readAgain = () => readRunAgain(parts, run)
    return await waitForDatabase(work, { ...at, onProgress: plan.onProgress, readAgain })
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

async function* begun(
  parts: RunParts,
  source: string,
  pages: AsyncIterable<HarvestPage & PageInput>,
): AsyncIterable<RunPage> {
  for await (const page of pages) yield { ...page, begun: await beginPage(parts, source, page) }
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
