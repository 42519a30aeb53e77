import type { HarvestPage, Resume } from '../../gateway/contracts/index.js'
import { type BegunPage, decidePage } from './page.js'
import type { RunParts } from './run-parts.js'
import { addCounts, ended, type Run, saveProgress } from './run-store.js'
import { storePage } from './store-page.js'
import type { CatalogueTransaction } from './tables.js'
import { sayReplaced, tally } from './tally.js'

export interface Kept {
  source: string
  /** In the transaction of the last page: keeps the bookmark of the next harvest. */
  onFinished?(transaction: CatalogueTransaction, resume: Resume): Promise<void>
}

export type RunPage = HarvestPage & { begun: BegunPage }

/** A page, its counts and its bookmark in one transaction. @returns the job that its works are indexed by */
export const keepPage = async (
  parts: RunParts,
  plan: Kept,
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
