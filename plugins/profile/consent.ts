import { randomBytes } from 'node:crypto'
import type { Kernel } from '../../gateway/contracts/index.js'
import { type Consent, type ConsentChange, consentPurposes } from './schemas.js'
import type { ConsentRow, ProfileDatabase } from './tables.js'

/** What each reader allows. Everything is off until granted; search never asks. */
export const createConsents = ({ database: anyDatabase, consortium, now }: Kernel) => {
  const database = anyDatabase as ProfileDatabase

  const history = async (subject: string): Promise<Consent[]> => {
    const rows = await database
      .selectFrom('profileConsent')
      .selectAll()
      .where('subject', '=', subject)
      .orderBy('at')
      .orderBy('id')
      .execute()
    return rows.map(toConsent)
  }

  const present = async (subject: string): Promise<Consent[]> => {
    const all = await history(subject)
    return consentPurposes.map(
      (purpose) =>
        all.findLast((consent) => consent.purpose === purpose) ?? {
          purpose,
          granted: false,
          controller: consortium.name,
        },
    )
  }

  const isGranted = async (subject: string, purpose: string): Promise<boolean> =>
    (await present(subject)).some((consent) => consent.purpose === purpose && consent.granted)

  const change = (subject: string, wish: ConsentChange): Promise<void> =>
    database.transaction().execute(async (transaction) => {
      const at = now().toISOString()
      if (wish.granted) await grant(transaction, subject, wish, consortium.name, at)
      else await withdraw(transaction, subject, wish.purpose, at)
    })

  return { history, present, isGranted, change }
}
export type Consents = ReturnType<typeof createConsents>

/**
 * Text versions of the purposes that a reader allows, held until the transaction ends: a withdrawal or an erasure
 * in another process waits for it, or comes first and is seen. An update that changes nothing is the one lock
 * that SQLite and PostgreSQL share.
 */
export const heldConsents = async (
  transaction: ProfileDatabase,
  subject: string,
): Promise<Map<string, string>> => {
  await transaction
    .updateTable('profileConsent')
    .set(({ ref }) => ({ subject: ref('subject') }))
    .where('subject', '=', subject)
    .where('withdrawnAt', 'is', null)
    .execute()
  const rows = await transaction
    .selectFrom('profileConsent')
    .select(['purpose', 'textVersion'])
    .where('subject', '=', subject)
    .where('withdrawnAt', 'is', null)
    .execute()
  return new Map(rows.map(({ purpose, textVersion }) => [purpose, textVersion]))
}

/** The same text granted again changes nothing; another text ends the consent before and begins a new one. */
const grant = async (
  transaction: ProfileDatabase,
  subject: string,
  wish: ConsentChange,
  controller: string,
  at: string,
): Promise<void> => {
  const { purpose, textVersion } = wish
  const terms = { textVersion, separate: wish.separate ? 1 : 0, guardian: wish.guardian ? 1 : 0, controller }
  const live = await transaction
    .selectFrom('profileConsent')
    .selectAll()
    .where('subject', '=', subject)
    .where('purpose', '=', purpose)
    .where('withdrawnAt', 'is', null)
    .execute()
  const isSame = (row: ConsentRow) =>
    row.textVersion === textVersion &&
    row.separate === terms.separate &&
    row.guardian === terms.guardian &&
    row.controller === controller
  if (live.some(isSame)) return
  await endConsents(transaction, subject, purpose, at)
  const id = `s_${randomBytes(15).toString('base64url')}`
  await transaction
    .insertInto('profileConsent')
    .values({ id, subject, purpose, at, withdrawnAt: null, ...terms })
    .execute()
}

/** Acts at once: what was collected for the purpose is gone with the consent. */
const withdraw = async (
  transaction: ProfileDatabase,
  subject: string,
  purpose: string,
  at: string,
): Promise<void> => {
  await endConsents(transaction, subject, purpose, at)
  await transaction
    .deleteFrom('profileEvent')
    .where('subject', '=', subject)
    .where('purpose', '=', purpose)
    .execute()
  if (purpose === 'personalisation')
    await transaction.deleteFrom('profileHidden').where('subject', '=', subject).execute()
}

const endConsents = async (
  transaction: ProfileDatabase,
  subject: string,
  purpose: string,
  at: string,
): Promise<void> => {
  await transaction
    .updateTable('profileConsent')
    .set({ withdrawnAt: at })
    .where('subject', '=', subject)
    .where('purpose', '=', purpose)
    .where('withdrawnAt', 'is', null)
    .execute()
}

const toConsent = (row: ConsentRow): Consent => ({
  purpose: row.purpose as Consent['purpose'],
  granted: row.withdrawnAt === null,
  controller: row.controller,
  textVersion: row.textVersion,
  separate: row.separate === 1,
  guardian: row.guardian === 1,
  at: row.at,
  ...(row.withdrawnAt === null ? {} : { withdrawnAt: row.withdrawnAt }),
})
