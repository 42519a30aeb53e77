import type { Progress, Waiting } from '../../gateway/contracts/index.js'
import type { Rejected } from './page.js'
import type { RunParts } from './run-parts.js'
import { type Run, saveWaiting } from './run-store.js'

/**
 * Of one page more: how many there were, what the source says of the whole, why records were set aside, and how many
 * were replaced by a later one of the same identifier.
 */
export const tally = (
  { pages = 0, setAside = {}, replaced: before = 0 }: Run['counts'],
  total: number | undefined,
  rejects: Rejected[],
  replaced: string[],
): Pick<Run['counts'], 'pages' | 'total' | 'setAside' | 'replaced'> => {
  const byCode = { ...setAside }
  for (const { finding } of rejects) byCode[finding.code] = (byCode[finding.code] ?? 0) + 1
  return {
    pages: pages + 1,
    ...(total === undefined ? {} : { total }),
    ...(Object.keys(byCode).length > 0 ? { setAside: byCode } : {}),
    ...(before + replaced.length > 0 ? { replaced: before + replaced.length } : {}),
  }
}

/** Said once in a run, at the first page where it happens; how many there are in all is in the report. */
export const sayReplaced = ({ replaced = 0 }: Run['counts'], ids: string[]): string[] =>
  replaced > 0 || ids.length === 0
    ? []
    : [
        `RECORD_REPLACED: records came under an identifier that another record of this run had already, and are not the same; of each the last one stands. The first: ${ids.slice(0, 5).join(', ')}. If they are different records, give each an identifier (001) of its own.`,
      ]

export const progressOf = ({ id, counts }: Run): Progress => {
  const { read, accepted, quarantined, pages = 0, total } = counts
  return { run: id, read, accepted, quarantined, pages, ...(total === undefined ? {} : { total }) }
}

/** That a run waits is shown to its caller, and kept for whoever asks elsewhere. */
export const waitTold =
  ({ database, log }: RunParts, run: Run, onProgress: ((progress: Progress) => void) | undefined) =>
  (waiting: Waiting | null): void => {
    onProgress?.({ ...progressOf(run), ...(waiting && { waiting }) })
    saveWaiting(database, run.id, waiting).catch((error) =>
      log.warn({ run: run.id, err: error }, 'what a run waits for not kept'),
    )
  }
