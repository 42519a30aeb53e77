import { type Kernel, ShulianError } from '../../gateway/contracts/index.js'
import { caseUnknown } from './cases.js'
import { newId, notify } from './inbox.js'
import type { CaseState } from './schemas.js'
import { assertNext, isClosed, isNeed, stateNamesZh } from './states.js'
import type { CaseRow, FeedbackDatabase } from './tables.js'

/** What is done with a case after it was opened. Each change and the word to its reporter are one transaction. */
export const createHandling = ({ database: anyDatabase, now }: Kernel) => {
  const database = anyDatabase as FeedbackDatabase

  const change = (
    id: string,
    run: (transaction: FeedbackDatabase, row: CaseRow, at: string) => Promise<void>,
  ) =>
    database.transaction().execute(async (transaction) => {
      const at = now().toISOString()
      // The update comes first: it is the lock that keeps two operators from both seeing the state before.
      await transaction.updateTable('feedbackCase').set({ updatedAt: at }).where('id', '=', id).execute()
      const row = await transaction
        .selectFrom('feedbackCase')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      if (!row) throw caseUnknown()
      await run(transaction, row, at)
    })

  /** A question, takedown or privacy case closes with it. @throws ShulianError CASE_UNKNOWN (404), CASE_WITHDRAWN (409) */
  const reply = (id: string, text: string) =>
    change(id, async (transaction, row, at) => {
      if (row.state === 'withdrawn')
        throw new ShulianError(
          'CASE_WITHDRAWN',
          'The reporter withdrew the case; a reply would reach nobody.',
          { status: 409 },
        )
      await transaction
        .insertInto('feedbackMessage')
        .values({ id: newId('m'), caseId: id, author: 'operator', text, at })
        .execute()
      if (row.firstResponseAt === null)
        await transaction
          .updateTable('feedbackCase')
          .set({ firstResponseAt: at })
          .where('id', '=', id)
          .execute()
      if (row.state === 'open') await move(transaction, row, 'answered', 'operator', at)
      await notify(transaction, { subject: row.reporter, caseId: id, kind: 'reply', text, at })
    })

  /** @throws ShulianError CASE_UNKNOWN (404), CASE_STATE_ORDER (409) */
  const advance = (id: string, state: CaseState) =>
    change(id, async (transaction, row, at) => {
      assertNext(row.kind, row.state, state)
      await move(transaction, row, state, 'operator', at)
      const text = `Your ${row.kind} is now '${state}' (${stateNamesZh[state]}). 您的反馈已进入“${stateNamesZh[state]}”阶段。`
      await notify(transaction, { subject: row.reporter, caseId: id, kind: 'state', text, at })
    })

  /** @throws ShulianError CASE_UNKNOWN (404), REASON_MISSING (400), CASE_NOT_PUBLISHABLE (409) */
  const moderate = (id: string, moderation: 'passed' | 'refused', reason?: string) =>
    change(id, async (transaction, row, at) => {
      assertDecision(row, moderation, reason)
      await transaction
        .updateTable('feedbackCase')
        .set({ moderation, moderationReason: reason ?? null })
        .where('id', '=', id)
        .execute()
      const text =
        moderation === 'passed'
          ? 'Your word is now on the public board, without your name. 您的反馈已公开（不显示您的身份）。'
          : `Your word will not be public: ${reason}`
      await notify(transaction, { subject: row.reporter, caseId: id, kind: 'moderation', text, at })
    })

  /** Its reporter takes it back, whatever its state; it leaves the public board. @throws ShulianError CASE_UNKNOWN (404) */
  const withdraw = (id: string, reporter: string) =>
    change(id, async (transaction, row, at) => {
      if (row.reporter !== reporter) throw caseUnknown()
      if (row.state !== 'withdrawn') await move(transaction, row, 'withdrawn', 'reader', at)
    })

  return { reply, advance, moderate, withdraw }
}
export type Handling = ReturnType<typeof createHandling>

const move = async (
  transaction: FeedbackDatabase,
  row: CaseRow,
  to: CaseState,
  author: string,
  at: string,
): Promise<void> => {
  await transaction
    .updateTable('feedbackCase')
    .set({ state: to, closedAt: isClosed(to) ? at : null })
    .where('id', '=', row.id)
    .execute()
  await transaction
    .insertInto('feedbackTransition')
    .values({ id: newId('t'), caseId: row.id, fromState: row.state, toState: to, author, at })
    .execute()
}

const assertDecision = (row: CaseRow, moderation: 'passed' | 'refused', reason?: string): void => {
  if (moderation === 'refused' && reason === undefined) {
    throw new ShulianError('REASON_MISSING', 'A refusal states its reason; the reporter reads it.', {
      status: 400,
      errors: [{ path: 'body.reason', expected: 'why it cannot be public', got: 'nothing' }],
    })
  }
  if (moderation === 'passed' && (row.state === 'withdrawn' || !isBoardKind(row)))
    throw new ShulianError(
      'CASE_NOT_PUBLISHABLE',
      'Only questions and needs that were not withdrawn can be public.',
      { status: 409 },
    )
}

/** What a reader writes on takedown or on personal data stays between the reader and the operator. */
const isBoardKind = ({ kind }: CaseRow): boolean => kind === 'question' || isNeed(kind)
