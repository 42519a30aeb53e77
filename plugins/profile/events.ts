import { Compile } from 'typebox/compile'
import type { Kernel } from '../../gateway/contracts/index.js'
import { Event } from '../../standards/event/v1-draft.js'
import { heldConsents } from './consent.js'
import { day, eventDays } from './fields.js'
import type { BatchAnswer, Refusal } from './schemas.js'
import type { EventRow, ProfileDatabase } from './tables.js'

const eventCheck = Compile(Event)
/** Clocks of telephones differ; more than this is a mistake, and would outweigh everything for ever. */
const clockDifference = 5 * 60_000

type Consented = ReadonlyMap<string, string>
type Judged = { index: number } & ({ event: Event } | { code: Refusal })

/**
 * A reader's events, in any order, each once. What does not fit is refused alone. Events of purpose `service`
 * are accepted and not kept: they answered what was asked and belong to no profile.
 */
export const createEvents = ({ database: anyDatabase, now }: Kernel) => {
  const database = anyDatabase as ProfileDatabase

  const accept = (subject: string, batch: unknown[]): Promise<BatchAnswer> =>
    database.transaction().execute(async (transaction) => {
      const at = now()
      const consented = await heldConsents(transaction, subject)
      const judged = batch.map((event, index) => ({ index, ...judge(event, consented, at) }))
      const fitting = judged.flatMap((one) => ('event' in one ? [one.event] : []))
      const kept = fitting.filter(({ purpose }) => purpose !== 'service')
      const inserted = await insert(
        transaction,
        kept.map((event) => toRow(event, subject, consented, at)),
      )
      return {
        accepted: fitting.length - kept.length + inserted,
        duplicates: kept.length - inserted,
        refused: judged.flatMap((one: Judged) =>
          'code' in one ? [{ index: one.index, code: one.code }] : [],
        ),
      }
    })

  const of = (subject: string): Promise<EventRow[]> =>
    database
      .selectFrom('profileEvent')
      .selectAll()
      .where('subject', '=', subject)
      .orderBy('at')
      .orderBy('id')
      .execute()

  return { accept, of }
}
export type Events = ReturnType<typeof createEvents>

const judge = (event: unknown, consented: Consented, at: Date): { event: Event } | { code: Refusal } => {
  if (!eventCheck.Check(event)) return { code: 'EVENT_INVALID' }
  const happened = Date.parse(event.at)
  if (Number.isNaN(happened)) return { code: 'EVENT_INVALID' }
  if (happened > at.getTime() + clockDifference) return { code: 'EVENT_IN_FUTURE' }
  if (happened < at.getTime() - eventDays * day) return { code: 'EVENT_TOO_OLD' }
  if (event.purpose !== 'service' && !consented.has(event.purpose)) return { code: 'CONSENT_MISSING' }
  return { event }
}

const toRow = (event: Event, subject: string, consented: Consented, received: Date): EventRow => {
  const at = new Date(event.at)
  return {
    id: event.id,
    subject,
    at: at.toISOString(),
    receivedAt: received.toISOString(),
    type: event.type,
    member: event.member ?? null,
    purpose: event.purpose,
    consentVersion: event.consentVersion ?? consented.get(event.purpose) ?? '',
    recordId: event.object?.record ?? null,
    workId: event.object?.work ?? null,
    json: JSON.stringify(event),
    expiresAt: new Date(at.getTime() + eventDays * day).toISOString(),
  }
}

/** How many were new. */
const insert = async (transaction: ProfileDatabase, rows: EventRow[]): Promise<number> => {
  if (rows.length === 0) return 0
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('profileEvent')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows ?? 0)
}
