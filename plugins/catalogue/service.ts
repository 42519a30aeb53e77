import { createHash } from 'node:crypto'
import {
  type AdapterKind,
  type Call,
  type Catalogue,
  type Log,
  type Members,
  type Outside,
  type Resume,
  type RunOptions,
  ShulianError,
  type Source,
} from '../../gateway/contracts/index.js'
import type { Change } from '../../standards/record/change.js'
import type { RunReport } from '../../standards/record/run-report.js'
import { documentsOf } from './documents.js'
import { fingerprintOf } from './ids.js'
import { pagesOfChanges, pagesOfFiles, pagesOfSource } from './inputs.js'
import { groupQuarantine, listQuarantine, quarantineEntry } from './quarantine.js'
import { carriersOf, exportFile } from './quarantine-export.js'
import { quarantineHistory } from './quarantine-history.js'
import { pagesOfEntries, retryInput, sourcesToRetry } from './quarantine-retry.js'
import { quarantineTable } from './quarantine-table.js'
import { provenanceOf, rawOf, readRecord } from './record.js'
import { performRun, type RunCall, type RunPlan } from './run.js'
import { cancelRun, listDeletions, runDetails } from './run-details.js'
import { listRuns } from './run-list.js'
import type { RunParts } from './run-parts.js'
import { namesOf, storedSince } from './stored.js'
import type { CatalogueTransaction } from './tables.js'
import { acceptHeld, refuseHeld, undoDeletions } from './verdicts.js'
import { readWork, resolveWorkId } from './work.js'

export interface CatalogueParts extends RunParts {
  adapters: ReadonlyMap<string, AdapterKind>
  members: Members
  outside(member: string): Outside
  count(report: RunReport): void
}

export const createCatalogue = (parts: CatalogueParts): Catalogue => {
  const { database, members, adapters, log } = parts

  const run = async (
    source: Source,
    plan: Omit<RunPlan, 'source' | 'signal' | 'onProgress'>,
    { signal, onProgress }: RunOptions,
  ) => {
    const report = await performRun(parts, { ...plan, source: source.id, signal, onProgress })
    parts.count(report)
    return report
  }

  return {
    harvest: async (id, options) => {
      const source = await members.source(id)
      const isFull = options.full === true || source.mode === 'full'
      const bookmark = isFull ? null : await bookmarkOf(parts, source.id)
      const pages: RunPlan['pages'] = (resume, call) =>
        pagesOfSource(adapters, source, parts.outside(source.member), resume, callOf(log, source, call))
      // A cut run of other settings, or of a list that was not to be full, is not gone on with.
      const input = `harvest ${isFull ? 'full ' : ''}${digest(JSON.stringify([source.adapter, source.options]))}`
      const onFinished = keepBookmark(parts, source.id)
      return run(
        source,
        {
          kind: 'harvest',
          lane: 'harvest',
          input,
          notes: [],
          isFull,
          bookmark,
          pages,
          onFinished,
          waitsForDatabase: true,
        },
        options,
      )
    },

    import: async (id, { files, notes = [] }, options) => {
      const source = await members.source(id)
      const identity = JSON.stringify(
        files.map(({ location, fingerprint, adapter, format }) => [location, fingerprint, adapter, format]),
      )
      const pages: RunPlan['pages'] = (resume, call) =>
        pagesOfFiles(adapters, files, parts.outside(source.member), resume, callOf(log, source, call))
      const input = `import ${digest(identity)}`
      return run(
        source,
        {
          kind: 'import',
          lane: input,
          input,
          notes,
          isFull: options.full === true,
          bookmark: null,
          pages,
          // Who sent the bytes waits for an answer: it is told at once, and sends them again.
          waitsForDatabase: !files.some(({ bytes }) => bytes),
        },
        options,
      )
    },

    push: async (id, changes, options) => {
      const source = await members.source(id)
      const input = `push ${digest(JSON.stringify(changes.map(identityOf)))}`
      const pages = (resume: Resume | null) => pagesOfChanges(changes, resume)
      return run(
        source,
        { kind: 'push', lane: input, input, notes: [], isFull: false, bookmark: null, pages },
        options,
      )
    },

    retry: async (wanted, options) => {
      const retried = await named(wanted)
      const reports = []
      for (const id of await sourcesToRetry(database, retried)) {
        const source = await members.source(id)
        const input = retryInput(retried)
        const pages = (resume: Resume | null) => pagesOfEntries(database, id, retried, resume)
        reports.push(
          await run(
            source,
            { kind: 'retry', lane: 'retry', input, notes: [], isFull: false, bookmark: null, pages },
            options,
          ),
        )
      }
      return reports
    },

    runs: async (filter) => listRuns(parts, await named(filter)),
    run: (id) => runDetails(parts, id),
    deletions: (filter) => listDeletions(parts, filter),
    accept: (id, { signal }) => acceptHeld(parts, id, signal),
    refuse: (id) => refuseHeld(parts, id),
    undo: (id, { signal }) => undoDeletions(parts, id, signal),
    cancel: (id) => cancelRun(parts, id),
    quarantine: async (filter) => listQuarantine(database, await named(filter)),
    quarantined: (number) => quarantineEntry(database, number),
    quarantineGroups: async (filter) => groupQuarantine(database, await named(filter)),
    quarantineHistory: async (id) => quarantineHistory(database, (await members.source(id)).id),
    quarantineCarriers: async (filter) => carriersOf(database, await named(filter)),
    quarantineTable: async (filter) => quarantineTable(database, await named(filter)),
    quarantineFile: async (filter, carrier) => exportFile(database, await named(filter), carrier),
    record: async (id) => shown(await readRecord(database, id)),
    provenance: async (id) => shown(await provenanceOf(database, id)),
    stored: (place) => storedSince(database, place),
    sourceIds: (ids) => namesOf(database, ids),
    raw: async (id) => shown(await rawOf(database, id)),
    work: (id) => readWork(parts, id),
    workOf: async (recordId) => {
      const row = await database
        .selectFrom('catalogueRecord')
        .select('workId')
        .where('id', '=', recordId)
        .executeTakeFirst()
      return row?.workId ? resolveWorkId(database, row.workId) : null
    },
    documents: (ids) => documentsOf(parts, ids),
    works: async (after, limit) => {
      const query = database
        .selectFrom('catalogueWork')
        .select(['id', 'version'])
        .where('gone', '=', 0)
        .orderBy('id')
        .limit(limit)
      return (after === null ? query : query.where('id', '>', after)).execute()
    },
    versions: async (ids) => {
      const query = database.selectFrom('catalogueWork').select(['id', 'version']).where('gone', '=', 0)
      const rows = ids.length === 0 ? [] : await query.where('id', 'in', ids).execute()
      return new Map(rows.map(({ id, version }) => [id, version]))
    },
    counts: () => countsOf(parts),
  }

  /** With the whole name of its source. One that is mistyped has nothing, and that is no reason to say that there is nothing. */
  async function named<F extends { source?: string | undefined }>(filter: F): Promise<F> {
    if (filter.source === undefined) return filter
    return { ...filter, source: (await members.source(filter.source)).id }
  }

  /** What a source shares with nobody is as if it were not there. */
  async function shown<T extends { source: string }>(found: T): Promise<T> {
    const { share } = await members.source(found.source)
    if (share === 'none')
      throw new ShulianError('RECORD_UNKNOWN', 'There is no such record.', { status: 404 })
    return found
  }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url')

const identityOf = (change: Change): unknown[] => [
  change.op,
  'bytes' in change ? fingerprintOf(change) : 'sourceId' in change ? change.sourceId : null,
  'stamp' in change ? change.stamp : null,
]

const callOf = (log: Log, source: Source, call: RunCall): Call => {
  const trace = `t_${digest(`${source.id} ${performance.now()}`).slice(0, 16)}`
  return { ...call, trace, log: log.child({ source: source.id, trace }) }
}

const bookmarkOf = async ({ database }: RunParts, source: string): Promise<Resume | null> => {
  const row = await database
    .selectFrom('catalogueBookmark')
    .select('resume')
    .where('source', '=', source)
    .executeTakeFirst()
  return row ? JSON.parse(row.resume) : null
}

const keepBookmark =
  ({ now }: RunParts, source: string) =>
  async (transaction: CatalogueTransaction, resume: Resume): Promise<void> => {
    const row = { resume: JSON.stringify(resume), updatedAt: now().toISOString() }
    await transaction
      .insertInto('catalogueBookmark')
      .values({ source, ...row })
      .onConflict((conflict) => conflict.column('source').doUpdateSet(row))
      .execute()
  }

const countsOf = async ({ database }: RunParts) => {
  const count = async (query: { executeTakeFirstOrThrow(): Promise<{ n: number | string | bigint }> }) =>
    Number((await query.executeTakeFirstOrThrow()).n)
  const records = database.selectFrom('catalogueRecord').select(({ fn }) => fn.countAll().as('n'))
  return {
    records: await count(records.where('state', '=', 'live')),
    deleted: await count(records.where('state', '=', 'deleted')),
    works: await count(
      database
        .selectFrom('catalogueWork')
        .select(({ fn }) => fn.countAll().as('n'))
        .where('gone', '=', 0),
    ),
    quarantined: await count(
      database
        .selectFrom('catalogueQuarantine')
        .select(({ fn }) => fn.countAll().as('n'))
        .where('state', '=', 'open'),
    ),
  }
}
