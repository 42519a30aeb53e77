import type { FileCarrier } from '../../standards/formats/record-file.js'
import type { Change, Finding, Format } from '../../standards/record/change.js'
import type { RunReport } from '../../standards/record/run-report.js'
import type { Description, RecordV1 } from '../../standards/record/v1-draft.js'
import type { Work, WorkParts } from '../../standards/work/work.js'
import type { Waiting } from './adapter.js'

export type { Work, WorkHolding, WorkParts, WorkVersion } from '../../standards/work/work.js'

export interface Progress {
  run: string
  read: number
  total?: number
  bytes?: { done: number; of: number }
  accepted: number
  quarantined: number
  /** Read so far. */
  pages: number
  /** What it waits for now, such as the patience that a server asked for. */
  waiting?: Waiting
}

export interface Catalogue {
  /** Reads a source through its adapter, from its bookmark. `full` forgets the bookmark. Resumes a run that was cut. */
  harvest(source: string, options: RunOptions): Promise<RunReport>
  /** Files of the operator, or bytes that were sent, as one run of a source. */
  import(source: string, input: ImportInput, options: RunOptions): Promise<RunReport>
  /** The latest first. */
  runs(filter: RunFilter): Promise<RunReport[]>
  /** @throws ShulianError RUN_UNKNOWN (404) */
  run(id: string): Promise<RunDetails>
  /** Records that a run proposed to delete. @throws ShulianError RUN_UNKNOWN (404) */
  deletions(filter: {
    run: string
    state?: ProposedDeletion['state']
    limit: number
    after?: string
  }): Promise<ProposedDeletion[]>
  /** Carries out the deletions of a run that were held. @throws ShulianError RUN_UNKNOWN (404), NOTHING_HELD (409) */
  accept(run: string, options: { signal: AbortSignal }): Promise<Verdict>
  /** The records stay. @throws ShulianError RUN_UNKNOWN (404), NOTHING_HELD (409) */
  refuse(run: string, options: { signal: AbortSignal }): Promise<Verdict>
  /** What a run deleted comes back. @throws ShulianError RUN_UNKNOWN (404), NOTHING_DELETED, UNDO_EXPIRED (409) */
  undo(run: string, options: { signal: AbortSignal }): Promise<Verdict>
  /** Stops a run in whatever process it is; the same call goes on with it. @throws ShulianError RUN_UNKNOWN (404), RUN_NOT_RUNNING (409) */
  cancel(run: string): Promise<void>
  quarantine(filter: QuarantineFilter & { limit: number; after?: number }): Promise<QuarantineEntry[]>
  /** Entries of one cause in one source together, the largest group first. */
  quarantineGroups(filter: QuarantineFilter & { limit: number; offset?: number }): Promise<QuarantineGroup[]>
  /** What each run of a source set aside anew and what it resolved, oldest first. */
  quarantineHistory(source: string): Promise<QuarantineCounts[]>
  /** Number, identifier, reason and remedy of each, as CSV. */
  quarantineTable(filter: QuarantineFilter): Promise<AsyncIterable<string>>
  /** What the entries came in: each can be put together to one file again. */
  quarantineCarriers(filter: QuarantineFilter): Promise<FileCarrier[]>
  /** The kept bytes as a file of that carrier. */
  quarantineFile(filter: QuarantineFilter, carrier: FileCarrier): Promise<AsyncIterable<Uint8Array>>
  quarantined(number: number): Promise<QuarantineEntry & { bytes: Uint8Array }>
  /** Reads the kept bytes again through today's crosswalk. */
  retry(
    filter: { number?: number; source?: string; code?: string; replacement?: Uint8Array },
    options: RunOptions,
  ): Promise<RunReport[]>
  /** Changes that a member pushes, as one run. */
  push(source: string, changes: Change[], options: RunOptions): Promise<RunReport>
  /** Each step a record went through. */
  provenance(id: string): Promise<Provenance>
  raw(id: string): Promise<{ bytes: Uint8Array; format: Format }>
  record(id: string): Promise<RecordV1>
  /** Records of a source that were stored or deleted since, for what others derive of them; goes on after a cursor. */
  stored(place: { source: string; since: string; after: string }): AsyncIterable<StoredPage>
  /** The source's own names of records, by id. */
  sourceIds(ids: string[]): Promise<Map<string, string>>
  /** Follows redirects. @throws ShulianError WORK_UNKNOWN (404) */
  work(id: string): Promise<Work>
  /** Work of a record, for events whose evidence is the record. */
  workOf(recordId: string): Promise<string | null>
  /** What the index needs of these works; a work that is gone comes back as `{ id, gone: true }`. */
  documents(ids: string[]): Promise<WorkDocument[]>
  /** Every work and version, in id order after `after`: for rebuild and reconcile. */
  works(after: string | null, limit: number): Promise<{ id: string; version: number }[]>
  /** Versions of these works as they are now; those that are gone are not among them. */
  versions(ids: string[]): Promise<Map<string, number>>
  counts(): Promise<{ records: number; works: number; deleted: number; quarantined: number }>
}

export interface StoredPage {
  /** Where to go on after this page. */
  cursor: string
  records: {
    id: string
    sourceId: string
    kind: 'bib' | 'authority' | 'holding'
    format: Format
    version: number
    state: 'live' | 'deleted'
    bytes: Uint8Array
    description: Description
    findings: Finding[]
  }[]
}

export interface RunFilter {
  /** MEMBER/NAME; a member alone means its source main. @throws ShulianError SOURCE_UNKNOWN, MEMBER_UNKNOWN (404) */
  source?: string
  kind?: RunReport['kind']
  limit: number
  /** A run: those before it. */
  before?: string
  /** Those with deletions that wait for a person. */
  isHeld?: boolean
}

/** A run as a person looks at it. */
export interface RunDetails extends RunReport {
  /** What became of the deletions it proposed: state → how many records. */
  deletions: Partial<Record<ProposedDeletion['state'], number>>
  /** Until then what it deleted can be taken back. */
  undoUntil?: string
  /** The last run of the same kind that finished before it, for comparison. */
  previous?: RunReport
}

export interface ProposedDeletion {
  recordId: string
  sourceId: string
  title: string
  /** Told by the source, or absent from its full list. */
  why: 'told' | 'absent'
  /** Lapsed: the record came again, or another run deleted it. */
  state: 'proposed' | 'held' | 'deleted' | 'undone' | 'refused' | 'lapsed'
  at: string
}

/** What came of accepting, refusing or undoing. */
export interface Verdict {
  run: string
  /** Records deleted, kept, or given back. */
  done: number
  /** Left as they are, since something was heard of them later. */
  left: number
  /** Some of those, with the run that changed or deleted them. */
  leftRecords: { recordId: string; sourceId: string; why: 'came-again' | 'deleted-since'; run: string }[]
}

export interface Provenance {
  record: string
  source: string
  sourceId: string
  steps: {
    step: 'harvested' | 'kept' | 'described' | 'checked' | 'stored' | 'joined'
    at: string
    run?: string
    by: string
    details?: Record<string, unknown>
  }[]
  /** Field of the description → fields of the source. */
  fields: Record<string, string[]>
  warnings: Finding[]
}

export interface RunOptions {
  signal: AbortSignal
  full?: boolean
  onProgress?: (progress: Progress) => void
}

/** Files in order, each with the adapter that reads it; together one run with one report. */
export interface ImportInput {
  files: ImportFile[]
  /** What a person should know beforehand, for the report: the format that was guessed. */
  notes?: string[]
}

export interface ImportFile {
  /** A path, a web address, or a name when the bytes were sent. */
  location: string
  bytes?: Uint8Array
  /** Changes when the file does: size and time, or a hash. Names the run, so that the same call goes on with it. */
  fingerprint: string
  /** Octets, when known beforehand: for progress. */
  size?: number
  adapter: string
  format?: Format
}

export interface QuarantineFilter {
  /** As of runs. */
  source?: string
  /** Of the finding that set it aside. */
  code?: string
  state?: 'open' | 'resolved'
}

export interface QuarantineGroup {
  code: string
  source: string
  count: number
  /** The oldest of them. */
  example: QuarantineEntry
}

export interface QuarantineCounts {
  run: string
  /** When the run began. */
  at: string
  new: number
  resolved: number
  /** After it. */
  open: number
}

export interface QuarantineEntry {
  number: number
  source: string
  sourceId?: string
  run: string
  at: string
  offset?: number
  format?: Format
  /** What it came in, and can be exported as. */
  carrier: FileCarrier
  size: number
  finding: Finding
  state: 'open' | 'resolved'
}

/** Plain data that can go to another thread: `assembleWork` (standards/work) makes the work of it. */
export type WorkDocument = { id: string; gone: true } | { id: string; gone: false; parts: WorkParts }
