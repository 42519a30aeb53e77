import type { Catalogue, Log, StoredPage } from '../../gateway/contracts/index.js'
import type { QualityReport } from '../../standards/record/quality-report.js'
import type { RunReport } from '../../standards/record/run-report.js'
import { completeness } from '../../standards/rules/completeness.js'
import { iso2709Rules } from '../../standards/rules/iso2709.js'
import { kbartRules } from '../../standards/rules/kbart.js'
import { type Changes, noChanges, takePage } from './facts-store.js'
import { reportOf } from './report.js'
import { sharedBy } from './shared.js'
import { addReport, latestReport, type Progress, readProgress, saveProgress } from './store.js'
import type { QualityDatabase } from './tables.js'
import { emptyTally } from './tally.js'

export interface ComputeParts {
  database: QualityDatabase
  catalogue: Catalogue
  log: Log
  now(): Date
}

/** Raised whenever what is kept of a record is worked out otherwise. */
const revision = 1
const basis = [revision, completeness.length, iso2709Rules.length, kbartRules.length].join('/')

/**
 * Brings the figures of a source up to what is stored, and writes the report of its latest run. Only records that
 * changed are looked at; each page is one transaction with how far it is, so that a process killed goes on there.
 */
export const compute = async (parts: ComputeParts, source: string, signal: AbortSignal): Promise<void> => {
  const { database, catalogue, now } = parts
  const began = performance.now()
  const runs = await catalogue.runs({ source, limit: 100 })
  const latest = latestEnded(runs)
  const known = await readProgress(database, source)
  if (!latest || isCovered(known, latest)) return
  const progress = await begin(database, source, known)
  const running = runs.filter(({ state }) => state === 'running').map(({ startedAt }) => startedAt)
  // What a run that is not over stores is stamped after its start: it is looked at again when that run ends.
  const through = [...running, now().toISOString()].sort()[0] as string
  for await (const page of catalogue.stored({
    source,
    since: progress.since ?? '',
    after: progress.cursor,
  })) {
    signal.throwIfAborted()
    await takeIn(database, source, page, progress)
  }
  const report = await measure(parts, source, latest.run, progress, signal, began)
  await database.transaction().execute(async (transaction) => {
    await addReport(transaction, report)
    await saveProgress(transaction, source, {
      ...progress,
      through,
      since: null,
      cursor: '',
      changes: noChanges,
      covered: endOf(latest),
    })
  })
  const { bib, authority, holding } = report.records
  parts.log.info(
    { source, run: latest.run, seconds: report.seconds, records: bib + authority + holding },
    'quality computed',
  )
}

/** Of a source’s runs that are over and read something, the one that ended last. */
export const latestEnded = (runs: readonly RunReport[]): RunReport | undefined =>
  runs
    .filter(({ state, read, finishedAt }) => state !== 'running' && read > 0 && finishedAt !== undefined)
    .sort((one, other) => (endOf(one) < endOf(other) ? 1 : -1))[0]

const endOf = ({ run, finishedAt }: RunReport): string => `${finishedAt} ${run}`

export const isCovered = (progress: Progress | null, run: RunReport): boolean =>
  progress !== null && progress.since === null && progress.covered === endOf(run) && progress.basis === basis

/** Where an earlier attempt stopped; else from what the last one reached; else everything. */
const begin = async (
  database: QualityDatabase,
  source: string,
  known: Progress | null,
): Promise<Progress> => {
  if (known && known.basis === basis) return { ...known, since: known.since ?? known.through }
  if (known) await forget(database, source)
  return {
    basis,
    tally: emptyTally(),
    through: '',
    since: '',
    cursor: '',
    changes: noChanges,
    covered: null,
    version: 0,
  }
}

const forget = (database: QualityDatabase, source: string): Promise<void> =>
  database.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('qualityFacts').where('source', '=', source).execute()
    await transaction.deleteFrom('qualitySource').where('source', '=', source).execute()
  })

const takeIn = (
  database: QualityDatabase,
  source: string,
  page: StoredPage,
  progress: Progress,
): Promise<void> =>
  database.transaction().execute(async (transaction) => {
    const changes: Changes = { ...progress.changes }
    const tally = structuredClone(progress.tally)
    await takePage(transaction, source, page, { tally, changes })
    const next = { ...progress, tally, changes, cursor: page.cursor }
    await saveProgress(transaction, source, next)
    Object.assign(progress, next, { version: progress.version + 1 })
  })

const measure = async (
  { database, catalogue, now }: ComputeParts,
  source: string,
  run: string,
  { tally, changes }: Progress,
  signal: AbortSignal,
  began: number,
): Promise<QualityReport> => {
  const shared = await sharedBy(database, source, 'number', signal)
  const duplicates = await sharedBy(database, source, 'likeness', signal)
  const names = await catalogue.sourceIds(
    [...shared.examples, ...duplicates.examples].flat().map(({ recordId }) => recordId),
  )
  for (const example of [...shared.examples, ...duplicates.examples].flat())
    example.sourceId = names.get(example.recordId) ?? ''
  return reportOf({
    source,
    run,
    at: now().toISOString(),
    seconds: Math.round(performance.now() - began) / 1000,
    tally,
    changes,
    shared,
    duplicates,
    setAside: await catalogue.quarantineGroups({ source, state: 'open', limit: 100 }),
    history: await catalogue.quarantineHistory(source),
    before: await latestReport(database, source),
  })
}
