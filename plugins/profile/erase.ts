import { createHash, randomBytes } from 'node:crypto'
import type { Kernel } from '../../gateway/contracts/index.js'
import { day, withdrawnConsentDays } from './fields.js'
import type { ProfileDatabase } from './tables.js'
import { overwriteTraces } from './traces.js'

/** Erasure on the reader's word, expiry by time, and erasing again after a restore. */
export const createErasure = (kernel: Kernel) => {
  const database = kernel.database as ProfileDatabase
  const now = () => kernel.now().toISOString()

  /** Everything of the reader is gone, here and in feedback, when this returns; repeating it does no harm. */
  const erase = async (subject: string): Promise<{ id: string; at: string }> => {
    await kernel.service('feedback').forget(subject)
    const at = await database.transaction().execute(async (transaction) => {
      await eraseUntil(transaction, subject)
      return bury(transaction, subject, now())
    })
    await overwriteTraces(database, kernel.log)
    return { id: `x_${randomBytes(15).toString('base64url')}`, at }
  }

  /** A restored backup may hold readers who were erased since: what is older than their tombstone goes again. */
  const replayTombstones = async (): Promise<number> => {
    const tombstones = new Map(
      (await database.selectFrom('profileTombstone').selectAll().execute()).map(({ subjectHash, at }) => [
        subjectHash,
        at,
      ]),
    )
    if (tombstones.size === 0) return 0
    const subjects = await database
      .selectFrom('profileEvent')
      .select('subject')
      .union(database.selectFrom('profileConsent').select('subject'))
      .execute()
    let erased = 0
    for (const { subject } of subjects) {
      const at = tombstones.get(hashOf(subject))
      if (at !== undefined)
        erased += await database.transaction().execute((it) => eraseUntil(it, subject, at))
    }
    return erased
  }

  /** Deletes what is past the expiry that fields.ts declares. */
  const expire = async (): Promise<void> => {
    await database.deleteFrom('profileEvent').where('expiresAt', '<=', now()).execute()
    const before = new Date(kernel.now().getTime() - withdrawnConsentDays * day).toISOString()
    await database.deleteFrom('profileConsent').where('withdrawnAt', '<', before).execute()
  }

  return { erase, replayTombstones, expire }
}
export type Erasure = ReturnType<typeof createErasure>

/** The subject is 104 bits of a keyed hash already: its hash cannot be guessed back. */
const hashOf = (subject: string): string => createHash('sha256').update(subject).digest('hex')

const bury = async (transaction: ProfileDatabase, subject: string, at: string): Promise<string> => {
  await transaction
    .insertInto('profileTombstone')
    .values({ subjectHash: hashOf(subject), at })
    .onConflict((conflict) => conflict.column('subjectHash').doUpdateSet({ at }))
    .execute()
  return at
}

/**
 * What came until then, or everything. Consents go first: whoever is adding events holds them, so the deletion of
 * events waits and sees them.
 */
const eraseUntil = async (transaction: ProfileDatabase, subject: string, at?: string): Promise<number> => {
  let erased = 0n
  for (const [table, time] of [
    ['profileConsent', 'at'],
    ['profileEvent', 'receivedAt'],
    ['profileHidden', 'at'],
  ] as ['profileConsent', 'at'][]) {
    let query = transaction.deleteFrom(table).where('subject', '=', subject)
    if (at !== undefined) query = query.where(time, '<=', at)
    const { numDeletedRows } = await query.executeTakeFirstOrThrow()
    erased += numDeletedRows
  }
  return Number(erased)
}
