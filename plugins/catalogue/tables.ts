import type { Generated, Kysely, Transaction } from 'kysely'
import type { RunReport } from '../../standards/record/run-report.js'
import type { LinkTables } from './link-tables.js'

/** `proposed` until its run has read everything; `lapsed`: the record came again, or was deleted by another run. */
export type DeletionState = 'proposed' | 'held' | 'deleted' | 'undone' | 'refused' | 'lapsed'

interface Key {
  block: number
  copy: number
  recordId: string
}

/** JSON stands in text columns; times are ISO 8601 UTC; booleans are 0 and 1. */
export interface CatalogueTables extends LinkTables {
  /** What is known of a record beside its content: narrow, since harvests and works move it again and again. */
  catalogueRecord: {
    id: string
    source: string
    sourceId: string
    kind: string
    format: string
    /** Of the change that brought it: the same again changes nothing. */
    hash: string
    version: number
    state: 'live' | 'deleted'
    crosswalk: string
    stamp: string | null
    workId: string | null
    /** The smallest record of its version of the work; null where that is itself. */
    versionOf: string | null
    firstRun: string
    /** The run that stored it as it is now, or deleted it. */
    lastRun: string
    /** The run that saw it last, and when: also one that brought nothing new. */
    seenRun: string
    seenAt: string
    /** The full list that lacked it first, until it is seen again. */
    absentIn: string | null
    storedAt: string
    updatedAt: string
  }
  catalogueContent: {
    recordId: string
    bytes: Uint8Array
    offset: number | null
    description: string
    findings: string
    /** What it is compared by, as `packClues` writes it: empty where it describes no work, null before it was stored. */
    clues: string | null
  }
  catalogueRun: {
    id: string
    source: string
    kind: RunReport['kind']
    state: RunReport['state']
    /** Of two runs of one source in one lane, one waits: two harvests, or the same input twice. */
    lane: string
    /** What was read, so that the same call can go on with it. */
    input: string
    counts: string
    resume: string | null
    notes: string
    error: string | null
    /** JSON: what it waits for, and until when. */
    waiting: string | null
    /** 1: somebody asked it to stop; whoever is at it reads that. */
    isStopAsked: number
    /** Who is at it, until when unless renewed. */
    owner: string
    pid: number
    claimedUntil: number
    startedAt: string
    finishedAt: string | null
    seconds: number
  }
  /** Each record that a run proposed to delete, and what became of it: what a person accepts, refuses and undoes. */
  catalogueDeletion: {
    run: string
    recordId: string
    /** Told: the source said so; absent: a full list lacked it. */
    why: 'told' | 'absent'
    state: DeletionState
    /** The run that had stored the record: what an undoing gives back. */
    storedBy: string
    /** Of its state. */
    at: string
  }
  catalogueBookmark: { source: string; resume: string; updatedAt: string }
  catalogueQuarantine: {
    number: Generated<number>
    source: string
    sourceId: string | null
    /** 1: the source gave the identifier beside the bytes; 0: the bytes told it. */
    isGivenId: number
    kind: string
    run: string
    at: string
    offset: number | null
    format: string | null
    bytes: Uint8Array
    hash: string
    finding: string
    /** That of the finding. */
    code: string
    /** What it can be put together with others to: FileCarrier. */
    carrier: string
    state: 'open' | 'resolved'
    firstRun: string
    /** The run that brought the record in whole, or deleted it. */
    resolvedRun: string | null
  }
  /** Where a record meets its candidates: `block` is the hash of a matching key, `copy` of what its copies share, or 0. */
  catalogueKey: Key
  /** Keys that came lately: whoever reads those looks here, too. */
  catalogueRecentKey: Key
  /** Who points to what meets others in a block, in what way: `block` is the hash of both. */
  cataloguePointer: { block: number; recordId: string }
  /** Blocks of more records than are all compared with each other; `isOver`: of so many that it joins nothing. */
  catalogueCrowd: { block: number; kind: string; value: string; isOver: number }
  /** Pairs that were compared and are not simply different, `a` before `b`. */
  catalogueEdge: {
    a: string
    b: string
    outcome: 'version' | 'work' | 'grey'
    score: number
    /** Version of the rules that said so. */
    rules: string
    /** JSON: Evidence[]. */
    evidence: string
    /** Why the link is not followed: a librarian's word, a trait in which the two works differ, the size. */
    cut: string | null
  }
  /** What a librarian decided; `undoneAt`: and took back. */
  catalogueWord: {
    number: Generated<number>
    kind: 'split' | 'merge' | 'match'
    by: string
    at: string
    reason: string | null
    undoneAt: string | null
  }
  /** What that says of each pair, `a` before `b`. */
  catalogueWordPair: { word: number; a: string; b: string; says: 'same' | 'apart' }
  /** The rules that records are matched by, and how far matching by them has come: one row. */
  catalogueMatching: { rules: string; phase: 'keys' | 'edges' | 'done'; after: string }
  /** `run`: the one that changed it last. */
  catalogueWork: { id: string; version: number; updatedAt: string; gone: number; run: string }
  /** From a work that is gone to each that its records went to: one step, never to another redirect. */
  catalogueRedirect: { fromId: string; toId: string }
}

export type CatalogueDatabase = Kysely<CatalogueTables>
export type CatalogueTransaction = Transaction<CatalogueTables>

/** Databases bound the values of one statement (SQLite 32,766, PostgreSQL 65,535); pages of others may be wide. */
const chunkSize = 500

export const inChunks = <T, R>(items: readonly T[], work: (chunk: T[]) => Promise<R[]>): Promise<R[]> =>
  inPortions(items, chunkSize, work)

/** A list is one value to both databases, but of very many rows at once nobody else gets a turn. */
const listSize = 1_000

/** For `where … in (…)` and nothing else. */
export const inLists = <T, R>(items: readonly T[], work: (list: T[]) => Promise<R[]>): Promise<R[]> =>
  inPortions(items, listSize, work)

const inPortions = async <T, R>(
  items: readonly T[],
  size: number,
  work: (portion: T[]) => Promise<R[]>,
): Promise<R[]> => {
  const results: R[] = []
  for (let at = 0; at < items.length; at += size) {
    for (const result of await work(items.slice(at, at + size))) results.push(result)
  }
  return results
}
