import type { Member, Members } from '../../gateway/contracts/index.js'

/** Milliseconds that names are taken for current: a member's name is shown, nothing is decided by it. */
const fresh = 5_000

/**
 * Members by id. After the first time nobody waits: what is known is given while it is read again, so that a
 * search does not stand behind a writer of the database.
 */
export const knownMembers = (parts: { members: Members; now(): Date }) => {
  let known: Map<string, Member> | undefined
  let readAt = 0
  let reading: Promise<void> | undefined

  const read = async () => {
    known = new Map((await parts.members.list()).map((member) => [member.id, member]))
    readAt = parts.now().getTime()
  }

  return async (): Promise<ReadonlyMap<string, Member>> => {
    if (parts.now().getTime() - readAt >= fresh) {
      reading ??= read().finally(() => {
        reading = undefined
      })
      if (known) reading.catch(() => undefined)
      else await reading
    }
    return known as ReadonlyMap<string, Member>
  }
}
