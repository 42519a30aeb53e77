import type { Call, HarvestPage, Resume } from '../../gateway/contracts/adapter.js'
import { codeOf } from '../../gateway/contracts/errors.js'
import type { Format } from '../../standards/record/change.js'
import {
  atEnd,
  atNextList,
  atNextPage,
  type Bookmark,
  bookmarkOf,
  byIdentifier,
  restarted,
  setsOfBookmark,
} from './bookmark.js'
import { recordsNamed } from './by-identifier.js'
import { changeOf } from './changes.js'
import type { Ask, Asking } from './client.js'
import { noLaterThan } from './clocks.js'
import { formatUnknown, tokenExpired } from './faults.js'
import { formatOfPrefix, formatOfRecord } from './format.js'
import { identifyOf, noteOfRepository } from './identify.js'
import { createLoopWatch, type ListCaps } from './loops.js'
import { bestOf, formatsOf } from './offers.js'
import type { OaiPage, OaiRecord } from './page.js'
import { refuseEmptySet, refuseErrors } from './refusals.js'
import { rescued } from './rescue.js'

export interface HarvestPlan extends ListCaps {
  /** Left out: the richest that is read here. */
  metadataPrefix?: string
  /** setSpecs: one list after the other. */
  sets: string[]
  from?: string
  format?: 'marc21' | 'cnmarc'
  /** Milliseconds. */
  now(): number
}

/**
 * One list, page by page (§3.5), or one for each set. A page is given on only when the next one is known, so that a harvest
 * that was killed goes on at its token. A token that the server no longer takes restarts the list, once; a page that
 * cannot be read sends it to ListIdentifiers and GetRecord.
 * @throws ShulianError HARVEST_LOOP, HARVEST_TOKEN_EXPIRED, OAI_ERROR, SET_UNKNOWN, FORMAT_UNKNOWN, and those of the client
 */
export async function* harvest(
  plan: HarvestPlan,
  ask: Ask,
  resume: Resume | null,
  { signal, log, onWait }: Call,
): AsyncGenerator<HarvestPage> {
  const notes = new Set<string>()
  const note = (text: string): void => void notes.add(text)
  const asking: Asking = { signal, note, ...(onWait && { onWait }) }
  let at = await begin(plan, ask, resume, asking)
  let watch = createLoopWatch(at, plan, plan.now)
  const again = turnsOf(at, note)
  for (;;) {
    const asked = plan.now()
    const turn = await pageAt(at, ask, asking, again)
    if ('turn' in turn) {
      at = turn.turn
      watch = createLoopWatch(at, plan, plan.now)
      continue
    }
    const { records } = turn
    const page = noLaterThan(asked, turn.page, note)
    await refuseErrors(page, ask, asking)
    await refuseEmptySet(page, at, ask, asking)
    watch(page, at.page + 1)
    const format = formatOf(page, records, plan, at)
    const next = following(format ? { ...at, format } : at, page, note)
    log.debug({ page: at.page + 1, records: records.length }, 'page harvested')
    yield {
      changes: records.map((record) => changeOf(record, format)),
      resume: { ...next.at },
      ...totalOf(at, page),
      ...taken(notes),
    }
    if (next.isEnd) return
    if (next.at.list !== at.list) watch = createLoopWatch(next.at, plan, plan.now)
    at = next.at
  }
}

/** Where to begin, with what the repository says of itself; in the midst of a list that is known. */
async function begin(plan: HarvestPlan, ask: Ask, resume: Resume | null, asking: Asking): Promise<Bookmark> {
  const known = typeof resume?.['prefix'] === 'string' ? resume['prefix'] : undefined
  const prefix = plan.metadataPrefix ?? known ?? bestOf(await formatsOf(ask, asking))
  const asked = { prefix, from: plan.from, set: plan.sets.length > 0 ? plan.sets.join(' ') : undefined }
  const at = bookmarkOf(resume, asked, (text) => asking.note?.(text))
  if (at.granularity !== undefined) return at
  const repository = await identifyOf(ask, asking)
  const remark = noteOfRepository(repository, at.from)
  if (remark) asking.note?.(remark)
  return { ...at, granularity: repository.granularity }
}

type Turn = { page: OaiPage; records: OaiRecord[] } | { turn: Bookmark }

/** The page at a bookmark and its records, or the bookmark to go on at instead. */
async function pageAt(at: Bookmark, ask: Ask, asking: Asking, again: Turns): Promise<Turn> {
  const page = await ask(queryOf(at), asking).catch((error: unknown) => {
    if (asking.signal.aborted || !unreadable.has(codeOf(error))) throw error
    return error as Error
  })
  if (page instanceof Error) return { turn: again.afterFailure(at, page) }
  again.answered()
  if (isDeadToken(page, at)) return { turn: again.afterDeadToken(at) }
  if (isFromTooFine(page, at)) return { turn: { ...at, granularity: 'day' } }
  if (at.skip === undefined) return { page, records: await rescued(page, at.prefix, ask, asking) }
  const records = await recordsNamed(page, at, ask, asking)
  return records === null ? { turn: byIdentifier(at, 0) } : { page, records }
}

/** Answers that are no page, however often they are asked for. A line that breaks is another matter: it may hold tomorrow. */
const unreadable: ReadonlySet<string> = new Set(['UPSTREAM_STATUS', 'UPSTREAM_INVALID', 'UPSTREAM_TOO_LARGE'])

type Turns = ReturnType<typeof turnsOf>

/** Each way out is taken once: a provider that fails in all of them is not asked for ever. */
function turnsOf(first: Bookmark, note: (text: string) => void) {
  let mayRestart = true
  let isStored = first.token !== undefined
  let cause: Error | null = null
  const restart = (at: Bookmark): Bookmark => {
    mayRestart = false
    isStored = false
    const window = at.from ? `from ${at.from} ` : ''
    note(`The resumption token was no longer accepted: the window ${window}was restarted.`)
    return restarted(at)
  }
  return {
    answered: (): void => {
      isStored = false
      cause = null
    },
    afterDeadToken(at: Bookmark): Bookmark {
      if (!mayRestart) throw tokenExpired()
      return restart(at)
    },
    /** Many servers fail over a token of yesterday instead of refusing it (§3.6). */
    afterFailure(at: Bookmark, error: Error): Bookmark {
      if (cause) throw cause
      if (isStored && mayRestart) return restart(at)
      if (at.skip !== undefined) throw error
      cause = error
      note('A page could not be read: records are listed by their identifiers and asked for one by one.')
      return byIdentifier(at, at.read)
    },
  }
}

/** §3.5: resumptionToken is an exclusive argument. */
function queryOf(at: Bookmark): Record<string, string> {
  const { token, prefix, from, granularity } = at
  const verb = at.skip === undefined ? 'ListRecords' : 'ListIdentifiers'
  if (token !== undefined) return { verb, resumptionToken: token }
  const set = setsOfBookmark(at)[at.list ?? 0]
  return {
    verb,
    metadataPrefix: prefix,
    ...(set === undefined ? {} : { set }),
    ...(from === undefined ? {} : { from: granularity === 'day' ? from.slice(0, 10) : from }),
  }
}

/** noRecordsMatch to a token is no answer of §3.6; unless all that was promised has come it means the same. */
function isDeadToken({ errors }: OaiPage, { token, total, read }: Bookmark): boolean {
  if (token === undefined) return false
  const isComplete = total === undefined || read >= total
  return errors.some(
    ({ code }) => code === 'badResumptionToken' || (code === 'noRecordsMatch' && !isComplete),
  )
}

/** §3.3.1: a repository that promised seconds, and refuses them. */
const isFromTooFine = ({ errors }: OaiPage, { token, from, granularity }: Bookmark): boolean =>
  token === undefined &&
  granularity === 'second' &&
  from?.includes('T') === true &&
  errors.some(({ code }) => code === 'badArgument')

function formatOf(page: OaiPage, records: OaiRecord[], plan: HarvestPlan, at: Bookmark): Format | undefined {
  const settled = plan.format ?? formatOfPrefix(at.prefix) ?? (at.format as Format | undefined)
  if (settled) return settled
  const live = [...records, ...page.records].flatMap(({ metadata }) => metadata ?? [])
  if (live.length === 0) return undefined
  for (const metadata of live) {
    const format = formatOfRecord(metadata)
    if (format) return format
  }
  if (/marc/i.test(at.prefix)) return 'marc21'
  throw formatUnknown(at.prefix)
}

/** What the page leads to: the next page, the next set, or the next harvest. */
function following(
  at: Bookmark,
  page: OaiPage,
  note: (text: string) => void,
): { at: Bookmark; isEnd: boolean } {
  const token = page.token?.value
  if (token) return { at: atNextPage(at, page, token), isEnd: false }
  const [came, said] = [at.read + page.records.length, page.token?.completeListSize ?? at.total]
  if (said !== undefined && came !== said)
    note(
      said === 1
        ? `The member said 1 record and sent ${came}.`
        : `The member said ${said} records and sent ${came}.`,
    )
  if (page.responseDate === undefined && at.startedAt === undefined)
    note('The answers bear no valid responseDate: the next harvest reads this window again.')
  const list = atNextList(at, page)
  return list ? { at: list, isEnd: false } : { at: atEnd(at, page), isEnd: true }
}

const totalOf = ({ total }: Bookmark, page: OaiPage): { total?: number } => {
  const said = page.token?.completeListSize ?? total
  return said === undefined ? {} : { total: said }
}

function taken(notes: Set<string>): { notes?: string[] } {
  const told = [...notes]
  notes.clear()
  return told.length > 0 ? { notes: told } : {}
}
