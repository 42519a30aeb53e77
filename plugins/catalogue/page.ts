import type { Threads } from '../../gateway/contracts/index.js'
import type { BrokenChange, Change, Finding, PutChange } from '../../standards/record/change.js'
import { crosswalkNameOf, type Decided, type DescribedRecord, decidePut } from './describe.js'
import { type Ahead, describeAhead } from './describe-ahead.js'
import { fingerprintOf, recordIdOf } from './ids.js'
import { type Counts, noCounts } from './run-store.js'
import { type CatalogueDatabase, inLists } from './tables.js'

export interface StoredRecord
  extends DescribedRecord,
    Pick<PutChange, 'format' | 'bytes' | 'offset' | 'stamp'> {
  hash: string
}

export interface Rejected {
  /** Of the record, when its identifier is known. */
  id?: string
  sourceId?: string
  change: PutChange | BrokenChange
  hash: string
  finding: Finding
  /** Resolved: later in the same page the record came in whole, or was deleted. */
  state: 'open' | 'resolved'
  /** Number of the quarantine entry that was retried. */
  entry?: number
}

/** What a page came to, decided before its transaction begins. Of each record the page's last word stands. */
export interface DecidedPage {
  counts: Counts
  /** Identifiers under which two records of this page came that are not the same; the last one stands. */
  replaced: string[]
  stores: StoredRecord[]
  deletes: string[]
  /** Records that the source still lists, though nothing new of them came in. */
  seen: string[]
  rejects: Rejected[]
  /** Their entries in quarantine are out of date: a whole record or a deletion came. */
  mended: string[]
  /** Quarantine entries whose retry came in. */
  settled: number[]
  notes: string[]
}

export interface PageInput {
  changes: Change[]
  /** Of a retry: the quarantine entry of each change. */
  entries?: number[]
  /** Not the kept bytes of the entry but what a person sent in their place. */
  isReplacement?: boolean
}

type Word = { to: 'store'; record: StoredRecord } | { to: 'delete' } | { to: 'seen' }

/** A page whose records are being described. */
export interface BegunPage {
  input: PageInput
  hashes: string[]
  described: Ahead
}

/** What came before with the same bytes is not read again. */
export const beginPage = async (
  { database, threads }: { database: CatalogueDatabase; threads: Threads },
  source: string,
  input: PageInput,
): Promise<BegunPage> => {
  const { changes } = input
  const hashes = changes.map((change) => ('bytes' in change ? fingerprintOf(change) : ''))
  const known = await sameBefore(database, source, changes, hashes)
  const wanted = changes.flatMap((change, at) =>
    change.op === 'put' && !known.has(hashes[at] as string) ? [{ at, change }] : [],
  )
  return { input, hashes, described: describeAhead(threads, source, wanted) }
}

/** What the page comes to now: pages before it may have been stored since it was begun. */
export const decidePage = async (
  database: CatalogueDatabase,
  source: string,
  { input, hashes, described }: BegunPage,
): Promise<DecidedPage> => {
  const { changes, entries, isReplacement } = input
  const ahead = await described()
  const page = openPage(source, await sameBefore(database, source, changes, hashes), ahead)
  changes.forEach((change, at) => {
    page.take(change, hashes[at] as string, at, entries?.[at])
  })
  const decided = page.close()
  if (isReplacement) decided.notes.push(...decided.rejects.map(refusedReplacement))
  return decided
}

const refusedReplacement = ({ entry, finding }: Rejected): string =>
  `What was sent in place of number ${entry} was refused too, and is not kept: ${finding.code}: ${finding.detail}`

interface Known {
  id: string
  sourceId: string
}

/** The live records that the same changes brought, described as they would be today. */
const sameBefore = async (
  database: CatalogueDatabase,
  source: string,
  changes: Change[],
  hashes: string[],
): Promise<Map<string, Known>> => {
  const wanted = new Map<string, string | undefined>()
  changes.forEach((change, at) => {
    if (change.op === 'put') wanted.set(hashes[at] as string, crosswalkNameOf(change.format))
  })
  const rows = await inLists([...wanted.keys()], (chunk) =>
    database
      .selectFrom('catalogueRecord')
      .select(['id', 'sourceId', 'hash', 'crosswalk'])
      .where('source', '=', source)
      .where('hash', 'in', chunk)
      .where('state', '=', 'live')
      .execute(),
  )
  return new Map(
    rows.filter(({ hash, crosswalk }) => wanted.get(hash) === crosswalk).map((row) => [row.hash, row]),
  )
}

/** The changes of a page, one after the other, as each would have come alone. */
const openPage = (source: string, before: Map<string, Known>, ahead: ReadonlyMap<number, Decided>) => {
  const counts = { ...noCounts }
  const words = new Map<string, Word>()
  /** What stands now: hash → record, and back. */
  const standing = new Map(before)
  const hashOf = new Map([...before].map(([hash, { id }]) => [id, hash]))
  const replaced: string[] = []
  const rejects: Rejected[] = []
  const openRejects = new Map<string, Rejected[]>()
  const mended = new Set<string>()
  const listed = new Set<string>()
  const settled: number[] = []

  const accept = (id: string, sourceId: string, word: Word, hash?: string): void => {
    const old = hashOf.get(id)
    if (old !== undefined) standing.delete(old)
    hashOf.delete(id)
    if (hash !== undefined) {
      standing.set(hash, { id, sourceId })
      hashOf.set(id, hash)
    }
    words.set(id, word)
    mended.add(sourceId)
    for (const reject of openRejects.get(id) ?? []) reject.state = 'resolved'
    openRejects.delete(id)
  }

  const reject = (
    change: PutChange | BrokenChange,
    hash: string,
    finding: Finding,
    sourceId: string | undefined,
    entry: number | undefined,
  ): void => {
    counts.quarantined++
    const id = sourceId === undefined ? undefined : recordIdOf(source, sourceId)
    const rejected: Rejected = { change, hash, finding, state: 'open' }
    if (entry !== undefined) rejected.entry = entry
    if (id !== undefined && sourceId !== undefined) {
      Object.assign(rejected, { id, sourceId })
      listed.add(id)
      openRejects.set(id, [...(openRejects.get(id) ?? []), rejected])
    }
    rejects.push(rejected)
  }

  const put = (change: PutChange, hash: string, at: number, entry: number | undefined): void => {
    const same = standing.get(hash)
    if (same) {
      counts.unchanged++
      accept(same.id, same.sourceId, words.get(same.id) ?? { to: 'seen' }, hash)
      return
    }
    const decided = ahead.get(at) ?? decidePut(source, change)
    if (decided.to === 'set-aside') reject(change, hash, decided.finding, decided.sourceId, entry)
    else if (decided.to === 'delete') remove(decided.sourceId)
    else store(decided.record, change, hash)
  }

  const store = (record: DescribedRecord, change: PutChange, hash: string): void => {
    counts.accepted++
    if (record.isWarned) counts.warned++
    if (words.get(record.id)?.to === 'store') replaced.push(record.sourceId)
    const { format, bytes, offset, stamp } = change
    accept(
      record.id,
      record.sourceId,
      { to: 'store', record: { ...record, format, bytes, offset, stamp, hash } },
      hash,
    )
  }

  const remove = (sourceId: string): void => {
    counts.deleted++
    accept(recordIdOf(source, sourceId), sourceId, { to: 'delete' })
  }

  const take = (change: Change, hash: string, at: number, entry?: number): void => {
    counts.read++
    const refused = counts.quarantined
    if (change.op === 'empty') counts.empty++
    else if (change.op === 'delete') remove(change.sourceId)
    else if (change.op === 'broken') reject(change, hash, change.finding, change.sourceId, entry)
    else put(change, hash, at, entry)
    if (entry !== undefined && counts.quarantined === refused) settled.push(entry)
  }

  const idsOf = (to: Word['to']) => [...words].filter(([, word]) => word.to === to).map(([id]) => id)
  const close = (): DecidedPage => ({
    counts,
    replaced,
    stores: [...words.values()].flatMap((word) => (word.to === 'store' ? [word.record] : [])),
    deletes: idsOf('delete'),
    seen: [...new Set([...idsOf('seen'), ...[...listed].filter((id) => !words.has(id))])],
    rejects,
    mended: [...mended],
    settled,
    notes: [],
  })
  return { take, close }
}
