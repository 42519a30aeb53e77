import { errors } from 'jose'
import { ShulianError } from '../contracts/errors.js'

/** One code for every defect: whoever tries tokens out learns nothing but that a good one has expired. */
export const tokenInvalid = (message: string, cause?: unknown): ShulianError =>
  new ShulianError('TOKEN_INVALID', message, { status: 401, cause })

/** What a failed verification is told as; errors of ours pass through. */
export const asTokenInvalid = (cause: unknown): ShulianError => {
  if (cause instanceof ShulianError && cause.code === 'TOKEN_INVALID') return cause
  if (cause instanceof errors.JWTExpired) return tokenInvalid('The token has expired. Sign in again.', cause)
  return tokenInvalid(
    'The token is not one that this gateway accepts. Sign in again with an accepted issuer.',
    cause,
  )
}
