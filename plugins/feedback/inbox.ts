import { randomBytes } from 'node:crypto'
import { type Kernel, ShulianError } from '../../gateway/contracts/index.js'
import { fromCursor, toCursor } from './cursor.js'
import type { InboxQuery, Notice } from './schemas.js'
import type { FeedbackDatabase, FeedbackTables } from './tables.js'

type InboxRow = FeedbackTables['feedbackInbox']

/** Puts a word into a reader's inbox, in the transaction of what it tells of. */
export const notify = async (
  transaction: FeedbackDatabase,
  notice: Pick<InboxRow, 'subject' | 'caseId' | 'kind' | 'text' | 'at'>,
): Promise<void> => {
  await transaction
    .insertInto('feedbackInbox')
    .values({ id: newId('n'), readAt: null, ...notice })
    .execute()
}

/** Random, opaque, safe in a URL. */
export const newId = (prefix: 'c' | 'm' | 'n' | 't'): string =>
  `${prefix}_${randomBytes(15).toString('base64url')}`

/** A reader's inbox, newest first. */
export const createInbox = ({ database: anyDatabase, now }: Kernel) => {
  const database = anyDatabase as FeedbackDatabase

  const count = async (subject: string, unread: boolean): Promise<number> => {
    let query = database.selectFrom('feedbackInbox').where('subject', '=', subject)
    if (unread) query = query.where('readAt', 'is', null)
    const { n } = await query.select(({ fn }) => fn.countAll().as('n')).executeTakeFirstOrThrow()
    return Number(n)
  }

  const list = async (subject: string, { limit, cursor, unread = false }: InboxQuery) => {
    let query = database.selectFrom('feedbackInbox').selectAll().where('subject', '=', subject)
    if (unread) query = query.where('readAt', 'is', null)
    if (cursor !== undefined) {
      const { at, id } = fromCursor(cursor)
      query = query.where(({ eb, and, or }) =>
        or([eb('at', '<', at), and([eb('at', '=', at), eb('id', '<', id)])]),
      )
    }
    const rows = await query
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute()
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return {
      total: await count(subject, unread),
      unread: await count(subject, true),
      messages: shown.map(toNotice),
      ...(last && rows.length > limit ? { cursor: toCursor(last) } : {}),
    }
  }

  /** Reading twice keeps the first time. @throws ShulianError MESSAGE_UNKNOWN (404), another reader's message too */
  const markRead = async (subject: string, id: string): Promise<Notice> => {
    const mine = database
      .selectFrom('feedbackInbox')
      .selectAll()
      .where('id', '=', id)
      .where('subject', '=', subject)
    await database
      .updateTable('feedbackInbox')
      .set({ readAt: now().toISOString() })
      .where('id', '=', id)
      .where('subject', '=', subject)
      .where('readAt', 'is', null)
      .execute()
    const row = await mine.executeTakeFirst()
    if (!row)
      throw new ShulianError('MESSAGE_UNKNOWN', 'There is no such message in your inbox.', { status: 404 })
    return toNotice(row)
  }

  return { list, markRead }
}
export type Inbox = ReturnType<typeof createInbox>

export const toNotice = ({ id, caseId, kind, text, at, readAt }: InboxRow): Notice => ({
  id,
  case: caseId,
  kind,
  text,
  at,
  ...(readAt === null ? {} : { readAt }),
})
