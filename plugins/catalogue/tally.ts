import type { Progress, Waiting } from '../../gateway/contracts/index.js'
import type { Rejected } from './page.js'
import type { RunParts } from './run.js'
import { type Run, saveWaiting } from './run-store.js'

/** Of one page more: how many there were, what the source says of the whole, and why records were set aside. */
export const tally = (
  { pages = 0, setAside = {} }: Run['counts'],
  total: number | undefined,
  rejects: Rejected[],
): Pick<Run['counts'], 'pages' | 'total' | 'setAside'> => {
  const byCode = { ...setAside }
  for (const { finding } of rejects) byCode[finding.code] = (byCode[finding.code] ?? 0) + 1
  return {
    pages: pages + 1,
    ...(total === undefined ? {} : { total }),
    ...(Object.keys(byCode).length > 0 ? { setAside: byCode } : {}),
  }
}

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
