import type { Call, HarvestPage, Resume } from '../../gateway/contracts/adapter.js'
import { codeOf } from '../../gateway/contracts/errors.js'
import type { Format } from '../../standards/record/change.js'
import { atEnd, atNextPage, type Bookmark, bookmarkOf, type Granularity, restarted } from './bookmark.js'
import { changeOf } from './changes.js'
import type { Ask } from './client.js'
import { formatUnknown, oaiError, tokenExpired } from './faults.js'
import { formatOfPrefix, formatOfRecord } from './format.js'
import { createLoopWatch } from './loops.js'
import type { OaiPage } from './page.js'
import { rescued } from './rescue.js'

export interface HarvestPlan {
  metadataPrefix: string
  set?: string
  from?: string
  format?: 'marc21' | 'cnmarc'
  pageCap: number
}

/**
 * One list, page by page (§3.5). A page is given on only when the next one is known, so that a harvest that was killed goes
 * on at its token. A token that the server no longer takes restarts the window, once.
 * @throws ShulianError HARVEST_LOOP, HARVEST_TOKEN_EXPIRED, OAI_ERROR, FORMAT_UNKNOWN, and those of the client
 */
export async function* harvest(
  plan: HarvestPlan,
  ask: Ask,
  resume: Resume | null,
  { signal, log }: Call,
): AsyncGenerator<HarvestPage> {
  const notes = new Set<string>()
  const note = (text: string): void => void notes.add(text)
  let at = bookmarkOf(resume, { ...plan, prefix: plan.metadataPrefix }, note)
  at.granularity ??= await granularityOf(ask, signal)
  let watch = createLoopWatch(at, plan.pageCap)
  let mayRestart = true
  for (;;) {
    const page = await ask(queryOf(at), signal, note)
    if (isDeadToken(page, at)) {
      if (!mayRestart) throw tokenExpired()
      mayRestart = false
      at = restarted(at)
      watch = createLoopWatch(at, plan.pageCap)
      note(
        `The resumption token was no longer accepted: the window ${at.from ? `from ${at.from}` : ''} was restarted.`,
      )
      continue
    }
    refuseErrors(page)
    watch(page, at.page + 1)
    const format = formatOf(page, plan, at)
    const records = await rescued(page, plan.metadataPrefix, ask, signal, note)
    const next = following(format ? { ...at, format } : at, page, note)
    log.debug({ page: at.page + 1, records: records.length }, 'page harvested')
    yield {
      changes: records.map((record) => changeOf(record, format)),
      resume: { ...next },
      ...(next.total !== undefined ? { total: next.total } : totalOf(page)),
      ...taken(notes),
    }
    if (next.token === undefined) return
    at = next
  }
}

/** §3.3.1: every repository takes days; seconds are for those that say so. */
async function granularityOf(ask: Ask, signal: AbortSignal): Promise<Granularity> {
  const stated = await ask({ verb: 'Identify' }, signal).catch((error: unknown) => {
    if (['UPSTREAM_STATUS', 'UPSTREAM_INVALID'].includes(codeOf(error))) return null
    throw error
  })
  return stated?.identify.get('granularity')?.[0] === 'YYYY-MM-DDThh:mm:ssZ' ? 'second' : 'day'
}

/** §3.5: resumptionToken is an exclusive argument. */
function queryOf({ token, prefix, set, from, granularity }: Bookmark): Record<string, string> {
  if (token !== undefined) return { verb: 'ListRecords', resumptionToken: token }
  return {
    verb: 'ListRecords',
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

function refuseErrors(page: OaiPage): void {
  if (page.errors.some(({ code }) => code !== 'noRecordsMatch')) throw oaiError(page)
}

function formatOf(page: OaiPage, plan: HarvestPlan, at: Bookmark): Format | undefined {
  const settled = plan.format ?? formatOfPrefix(plan.metadataPrefix) ?? (at.format as Format | undefined)
  if (settled) return settled
  const live = page.records.flatMap(({ metadata }) => metadata ?? [])
  if (live.length === 0) return undefined
  for (const metadata of live) {
    const format = formatOfRecord(metadata)
    if (format) return format
  }
  if (/marc/i.test(plan.metadataPrefix)) return 'marc21'
  throw formatUnknown(plan.metadataPrefix)
}

function following(at: Bookmark, page: OaiPage, note: (text: string) => void): Bookmark {
  const token = page.token?.value
  if (token) return atNextPage(at, page, token)
  const [came, said] = [at.read + page.records.length, page.token?.completeListSize ?? at.total]
  if (said !== undefined && came < said) note(`The member said ${said} records and sent ${came}.`)
  if (page.responseDate === undefined && at.startedAt === undefined)
    note('The answers bear no valid responseDate: the next harvest reads this window again.')
  return atEnd(at, page)
}

const totalOf = (page: OaiPage): { total?: number } =>
  page.token?.completeListSize === undefined ? {} : { total: page.token.completeListSize }

function taken(notes: Set<string>): { notes?: string[] } {
  const told = [...notes]
  notes.clear()
  return told.length > 0 ? { notes: told } : {}
}
