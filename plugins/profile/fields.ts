import type { ProfileTables } from './tables.js'

export const day = 86_400_000

/** Days after `at` during which an event is kept; older ones are neither used nor accepted. */
export const eventDays = 180

/** Days for which a withdrawn consent proves that what was done before was allowed. */
export const withdrawnConsentDays = 1095

type Declared = {
  [Table in keyof ProfileTables]: {
    [Column in keyof ProfileTables[Table]]: { purpose: string; expiry: string }
  }
}

const event = `${eventDays} days after the event, at once on withdrawal of its purpose or erasure`
const consent = `${withdrawnConsentDays} days after withdrawal, at once on erasure`
const hidden = 'until the reader allows the tag again, withdraws the consent or has everything erased'
const tombstone = 'none: a hash that tells nothing of the reader'

/** Why each stored field is there and until when (个人信息保护法 arts. 6, 17, 19). What is not declared here is not stored. */
export const fields: Declared = {
  profileEvent: {
    id: { purpose: 'counting an event once, however often it is sent', expiry: event },
    subject: { purpose: 'telling readers apart by pseudonym', expiry: event },
    at: { purpose: 'letting evidence fade', expiry: event },
    receivedAt: { purpose: 'erasing again after a restore', expiry: event },
    type: { purpose: 'weighing evidence', expiry: event },
    member: { purpose: 'telling where it happened', expiry: event },
    purpose: { purpose: 'using it for what the reader allowed and nothing else', expiry: event },
    consentVersion: { purpose: 'showing which text the reader agreed to', expiry: event },
    recordId: { purpose: 'the evidence of interest', expiry: event },
    workId: { purpose: 'the evidence of interest when no record is named', expiry: event },
    json: { purpose: 'giving the reader the event as it came', expiry: event },
    expiresAt: { purpose: 'deleting in time', expiry: event },
  },
  profileConsent: {
    id: { purpose: 'naming this consent', expiry: consent },
    subject: { purpose: 'whose consent it is', expiry: consent },
    purpose: { purpose: 'what was allowed', expiry: consent },
    controller: { purpose: 'to whom', expiry: consent },
    textVersion: { purpose: 'on reading which text', expiry: consent },
    separate: { purpose: 'whether it was given apart from all else', expiry: consent },
    guardian: { purpose: 'whether a guardian gave it', expiry: consent },
    at: { purpose: 'since when', expiry: consent },
    withdrawnAt: { purpose: 'until when', expiry: consent },
  },
  profileHidden: {
    subject: { purpose: 'whose tag it was', expiry: hidden },
    kind: { purpose: 'keeping a deleted tag away', expiry: hidden },
    value: { purpose: 'keeping a deleted tag away', expiry: hidden },
    at: { purpose: 'telling the reader when', expiry: hidden },
  },
  profileTombstone: {
    subjectHash: { purpose: 'erasing again after a restore', expiry: tombstone },
    at: { purpose: 'telling what came after the erasure', expiry: tombstone },
  },
}
