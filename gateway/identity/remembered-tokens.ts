import { decodeJwt } from 'jose'
import type { Actor } from '../contracts/plugin.js'

/** Milliseconds: in so short a time no issuer takes a token back, and a page of a reader's asks several times. */
const remembered = 10_000
const most = 1_000

/**
 * Who a token was found to be of, for some seconds and never longer than the token lasts: its signature costs more than
 * all else of most answers. What was refused is not remembered.
 */
export const rememberTokens = (
  verify: (token: string) => Promise<Actor>,
  now: () => Date,
): ((token: string) => Promise<Actor>) => {
  const known = new Map<string, { actor: Actor; until: number }>()
  return async (token) => {
    const at = now().getTime()
    const found = known.get(token)
    if (found && at < found.until) return found.actor
    known.delete(token)
    const actor = await verify(token)
    const until = Math.min(at + remembered, (decodeJwt(token).exp ?? 0) * 1_000)
    if (known.size >= most) known.delete(known.keys().next().value as string)
    known.set(token, { actor, until })
    return actor
  }
}
