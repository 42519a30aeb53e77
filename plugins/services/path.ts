import { ShulianError } from '../../gateway/contracts/index.js'

/** Empty, dot and parametered segments, and characters that one server decodes and another does not. */
const doubtful = /\/\/|\/\.\.?(\/|$)|[\\;#]|[^\x21-\x7e]|%(2e|2f|5c|25|3b|7f|[01][0-9a-f])/i

/** A path that two servers could read differently is refused. @throws ShulianError PATH_INVALID */
export const assertCanonical = (url: string): void => {
  const path = url.split('?', 1)[0] ?? ''
  if (!doubtful.test(path)) return
  throw new ShulianError(
    'PATH_INVALID',
    'The path must be in its plain form: no //, ;, \\, dot segments, or encoded ones.',
    {
      status: 400,
    },
  )
}

/** `rest` below the path of the service: `/api` and `/api/` are different addresses, so neither becomes the other. */
export const pathBelow = (base: string, rest: string): string =>
  rest === '/' || rest === '' ? base : `${base.replace(/\/$/, '')}${rest}`
