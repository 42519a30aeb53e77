import { codeOf, messageOf, ShulianError } from '../../gateway/contracts/index.js'
import { noteOnce } from './deletions.js'
import { stoppedBy } from './hold.js'
import { openLinks } from './open-links.js'
import type { RunParts } from './run-parts.js'
import type { Run } from './run-store.js'

/** What ended a run before its end. */
export const whyEnded = (
  { log }: RunParts,
  { run, signal }: { run: Run; signal: AbortSignal },
  cause: unknown,
): ['failed' | 'cancelled', { code: string; detail: string }] => {
  if (signal.aborted) return ['cancelled', stoppedBy(signal)]
  // Of what a person is told plainly, the way through our code says nothing more.
  const isPlain = cause instanceof ShulianError && cause.cause === undefined
  const told = { code: codeOf(cause), cause: messageOf(cause), ...(!isPlain && { err: cause }) }
  log.warn({ run: run.id, source: run.source, ...told }, 'run failed')
  const detail =
    cause instanceof ShulianError ? cause.message : 'The run stopped on an error of ours; the log has it.'
  return ['failed', { code: codeOf(cause), detail }]
}

/** A run that read something and got nothing of it through is never called a success. */
export const withoutSuccess = ({ counts, source }: Run): { code: string; detail: string } | undefined => {
  const good = counts.accepted + counts.unchanged + counts.deleted + counts.empty
  if (counts.read === 0 || good > 0) return undefined
  return {
    code: 'RUN_WITHOUT_SUCCESS',
    detail:
      counts.read === 1
        ? `The 1 record read could not be accepted; it is in quarantine, with its reason: shulian quarantine groups --source ${source}`
        : `Of ${counts.read} read none could be accepted; all are in quarantine, by cause: shulian quarantine groups --source ${source}`,
  }
}

/** What names a record that is not there. */
export const sayWhatIsUnlinked = async ({ database }: RunParts, run: Run, source: string): Promise<void> => {
  const open = await openLinks(database, source)
  if (open) noteOnce(run, open)
}

/** Works that the search engine did not take: the catalogue has them, a search does not find them yet. */
export const sayWhatWasNotIndexed = async ({ jobs }: RunParts, run: Run): Promise<void> => {
  const dead = (await jobs.dead(100)).filter(
    ({ topic, at }) => topic === 'work.changed' && at >= run.startedAt,
  )
  if (dead.length === 0) return
  const why = dead[0]?.error
  noteOnce(
    run,
    dead.length === 1
      ? `INDEX_BEHIND: the search engine refused 1 batch of works (${why}). Once it is well: shulian reconcile`
      : `INDEX_BEHIND: the search engine refused ${dead.length} batches of works (${why}). Once it is well: shulian reconcile`,
  )
}
