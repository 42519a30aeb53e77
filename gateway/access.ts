import type { RouteOptions } from 'fastify'
import { ShulianError } from './contracts/errors.js'
import type { AccessRule, Actor } from './contracts/plugin.js'

const askedFor: Record<AccessRule, string> = {
  anyone: 'anyone',
  reader: 'a reader',
  operator: 'the operator',
  'reader-or-operator': 'a reader or the operator',
}

/**
 * Deny by default: a route that does not say who may call it never starts.
 * @throws ShulianError ROUTE_WITHOUT_ACCESS
 */
export const requireAccessRule = ({ method, url, config }: RouteOptions): void => {
  if (config?.access !== undefined && Object.hasOwn(askedFor, config.access)) return
  throw new ShulianError(
    'ROUTE_WITHOUT_ACCESS',
    `Route ${String(method)} ${url} does not state config.access, one of: ${Object.keys(askedFor).join(', ')}.`,
  )
}

/** @throws ShulianError TOKEN_MISSING (401), FORBIDDEN (403) */
export const assertAllowed = (rule: AccessRule, actor: Actor): void => {
  if (rule === 'anyone' || rule.split('-or-').includes(actor.kind)) return
  if (actor.kind === 'anonymous') {
    throw new ShulianError(
      'TOKEN_MISSING',
      `This call needs a token (Authorization: Bearer …) of ${askedFor[rule]}.`,
      { status: 401 },
    )
  }
  throw new ShulianError(
    'FORBIDDEN',
    `This call is for ${askedFor[rule]}; the token given is of another kind.`,
    {
      status: 403,
    },
  )
}
