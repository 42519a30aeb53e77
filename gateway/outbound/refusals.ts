import { errors } from 'undici'
import { codeOf, ShulianError } from '../contracts/errors.js'

/** What went wrong, in our words: the other side's text is never repeated. */
const reasons: Record<string, string> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  UND_ERR_ABORTED: 'the connection was cut',
  ENOTFOUND: 'the name is not known',
  EAI_AGAIN: 'the name server does not answer',
  EHOSTUNREACH: 'there is no route to it',
  ENETUNREACH: 'there is no route to it',
  ETIMEDOUT: 'it does not answer',
  UND_ERR_CONNECT_TIMEOUT: 'it does not answer',
  UND_ERR_HEADERS_TIMEOUT: 'it does not answer',
  UND_ERR_BODY_TIMEOUT: 'it stopped sending',
  UND_ERR_HEADERS_OVERFLOW: 'its headers are too long',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the answer is shorter or longer than announced',
  Z_BUF_ERROR: 'the compressed answer is cut short',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  CERT_HAS_EXPIRED: 'its certificate has expired',
}

export const unreachable = (member: string, host: string, cause: unknown): ShulianError =>
  new ShulianError(
    'UPSTREAM_UNREACHABLE',
    `Member '${member}' did not answer properly at ${host}: ${reasonOf(cause)}. Ask the member, or try again later.`,
    { status: 502, cause },
  )

function reasonOf(cause: unknown): string {
  const code = systemCode(cause)
  if (reasons[code]) return reasons[code]
  if (cause instanceof errors.HTTPParserError) return 'the answer is not HTTP'
  if (code.startsWith('Z_') || code.startsWith('ERR_BROTLI') || code.startsWith('ERR__ERROR_FORMAT'))
    return 'the answer cannot be decompressed'
  if (/CERT|SSL|TLS/.test(code)) return `no trusted TLS connection (${code})`
  return code === '' ? 'the exchange failed' : `the exchange failed (${code})`
}

/** Several addresses tried give an AggregateError that has the first one's code. */
const systemCode = (cause: unknown): string => {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return /^[A-Z0-9_]{1,60}$/.test(code) ? code : ''
}

export const undecodable = (member: string, host: string): ShulianError =>
  new ShulianError(
    'UPSTREAM_UNREACHABLE',
    `Member '${member}' sent a content coding at ${host} that was not asked for. Expected gzip, deflate or br, one of them at most.`,
    { status: 502 },
  )

export const tooLarge = (member: string, host: string, maxBytes: number): ShulianError =>
  new ShulianError(
    'UPSTREAM_TOO_LARGE',
    `Member '${member}' sent more than ${maxBytes} bytes at ${host}, counted after decompression. Ask for smaller pages.`,
    { status: 502 },
  )

export const deadlineMissed = (member: string, host: string, deadline: number): ShulianError =>
  new ShulianError(
    'UPSTREAM_DEADLINE',
    `Member '${member}' did not finish its answer at ${host} within ${deadline} ms. Try again later or ask for less.`,
    { status: 504 },
  )

export const badRedirect = (member: string, host: string, why: string): ShulianError =>
  new ShulianError(
    'UPSTREAM_REDIRECT',
    `Member '${member}' redirects at ${host} ${why}. Put the final address into the member's settings.`,
    { status: 502 },
  )

export const isRefusal = (error: unknown): error is ShulianError => codeOf(error) !== 'INTERNAL'

export const notAFile = (member: string, host: string, status: number): ShulianError =>
  status === 404 || status === 410
    ? new ShulianError(
        'FILE_NOT_FOUND',
        `Member '${member}' has no such file at ${host}. Check the address.`,
        {
          status: 502,
        },
      )
    : new ShulianError(
        'FILE_NOT_READABLE',
        `Member '${member}' answers ${status} at ${host} instead of the file. Check the address and its access.`,
        { status: 502 },
      )
