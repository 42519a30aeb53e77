import { createHash } from 'node:crypto'
import type { Kernel, Services } from '../../gateway/contracts/index.js'
import { toNotice } from './inbox.js'
import type { FeedbackDatabase } from './tables.js'

const day = 86_400_000

/** Every stored kind of data with why it is kept and for how long (days; null: until the reader has it erased). */
export const retention = {
  feedbackCase: { purpose: 'answering the reader and improving the service', days: 1095, after: 'closed_at' },
  feedbackMessage: { purpose: 'answering the reader', days: 1095, after: 'the case' },
  feedbackTransition: { purpose: 'showing that no step was skipped', days: 1095, after: 'the case' },
  feedbackInbox: { purpose: 'telling the reader of answers', days: 365, after: 'at' },
  feedbackTombstone: {
    purpose: 'erasing again after a restore; holds a hash alone',
    days: null,
    after: 'at',
  },
} as const

/** What a reader may ask of everything kept on them. */
export const createErasure = ({ database: anyDatabase, now }: Kernel) => {
  const database = anyDatabase as FeedbackDatabase

  const of: Services['feedback']['of'] = async (subject) => {
    const cases = await database
      .selectFrom('feedbackCase')
      .selectAll()
      .where('reporter', '=', subject)
      .orderBy('createdAt')
      .execute()
    const inbox = await database
      .selectFrom('feedbackInbox')
      .selectAll()
      .where('subject', '=', subject)
      .orderBy('at')
      .execute()
    const ids = cases.map(({ id }) => id)
    const messages =
      ids.length === 0
        ? []
        : await database.selectFrom('feedbackMessage').selectAll().where('caseId', 'in', ids).execute()
    const transitions =
      ids.length === 0
        ? []
        : await database.selectFrom('feedbackTransition').selectAll().where('caseId', 'in', ids).execute()
    return {
      cases: cases.map(({ fingerprint: _, ...kept }) => ({
        ...kept,
        messages: messages.filter(({ caseId }) => caseId === kept.id),
        transitions: transitions.filter(({ caseId }) => caseId === kept.id),
      })),
      inbox: inbox.map(toNotice),
    }
  }

  const forget: Services['feedback']['forget'] = (subject) =>
    database.transaction().execute(async (transaction) => {
      await eraseUntil(transaction, subject)
      const at = now().toISOString()
      await transaction
        .insertInto('feedbackTombstone')
        .values({ subjectHash: hashOf(subject), at })
        .onConflict((conflict) => conflict.column('subjectHash').doUpdateSet({ at }))
        .execute()
    })

  /** A restored backup may hold readers who asked to be forgotten since: what is older than their tombstone goes again. */
  const replayTombstones = async (): Promise<number> => {
    const tombstones = new Map(
      (await database.selectFrom('feedbackTombstone').selectAll().execute()).map(({ subjectHash, at }) => [
        subjectHash,
        at,
      ]),
    )
    if (tombstones.size === 0) return 0
    const reporters = await database.selectFrom('feedbackCase').select('reporter').distinct().execute()
    let erased = 0
    for (const { reporter } of reporters) {
      const at = tombstones.get(hashOf(reporter))
      if (at !== undefined)
        erased += await database.transaction().execute((it) => eraseUntil(it, reporter, at))
    }
    return erased
  }

  /** Deletes what is past its retention. */
  const expire = async (): Promise<void> => {
    const before = (days: number) => new Date(now().getTime() - days * day).toISOString()
    await database
      .deleteFrom('feedbackInbox')
      .where('at', '<', before(retention.feedbackInbox.days))
      .execute()
    const old = await database
      .selectFrom('feedbackCase')
      .select('id')
      .where('closedAt', '<', before(retention.feedbackCase.days))
      .limit(1000)
      .execute()
    await eraseCases(
      database,
      old.map(({ id }) => id),
    )
  }

  return { of, forget, replayTombstones, expire }
}

const hashOf = (subject: string): string => createHash('sha256').update(subject).digest('hex')

/** What came until then, or everything; how many cases that were. */
const eraseUntil = async (transaction: FeedbackDatabase, subject: string, at?: string): Promise<number> => {
  let cases = transaction.selectFrom('feedbackCase').select('id').where('reporter', '=', subject)
  let inbox = transaction.deleteFrom('feedbackInbox').where('subject', '=', subject)
  if (at !== undefined) {
    cases = cases.where('createdAt', '<=', at)
    inbox = inbox.where('at', '<=', at)
  }
  const ids = (await cases.execute()).map(({ id }) => id)
  await eraseCases(transaction, ids)
  await inbox.execute()
  return ids.length
}

/** Cases go first: an operator who is answering one holds it, so the deletion of its parts waits and sees the answer. */
const eraseCases = async (database: FeedbackDatabase, ids: string[]): Promise<void> => {
  if (ids.length === 0) return
  await database.deleteFrom('feedbackCase').where('id', 'in', ids).execute()
  for (const table of ['feedbackMessage', 'feedbackTransition', 'feedbackInbox'] as const)
    await database.deleteFrom(table).where('caseId', 'in', ids).execute()
}
