import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { ShulianError } from './contracts/errors.js'
import { storageErrorOf } from './database/storage-error.js'
import { invalidInput } from './invalid-input.js'
import type { Told } from './told.js'

/** RFC 9457. `code` is stable; `errors` says for input where, what was expected, what came. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    code: Type.String(),
    requestId: Type.String(),
    errors: Type.Optional(
      Type.Array(
        Type.Object(
          { path: Type.String(), expected: Type.String(), got: Type.String() },
          { additionalProperties: false },
        ),
      ),
    ),
  },
  { additionalProperties: false, $id: 'Problem', title: 'Problem', description: 'RFC 9457 problem details' },
)

/** Statuses that any route may give, all as problem+json. */
export const problemStatuses = [400, 401, 403, 404, 409, 413, 414, 415, 422, 429, 500, 502, 503, 504] as const

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'Too slow',
  409: 'Conflict',
  413: 'Too large',
  414: 'Address too long',
  415: 'Media type not supported',
  422: 'Not usable',
  429: 'Too many requests',
  431: 'Headers too large',
  500: 'Internal error',
  502: 'Bad answer from a member',
  503: 'Not available now',
  504: 'A member did not answer in time',
}

/** Any error → what the caller is told. Never an upstream's text, a stack, or a value of ours. */
export const told = (error: unknown): Told => {
  if (error instanceof ShulianError) {
    const { errors, retryAfter } = error.options
    return { status: error.status, code: error.code, detail: error.message, errors, retryAfter }
  }
  if (!(error instanceof Error)) return internal
  const storage = storageErrorOf(error)
  return storage ? told(storage) : fromFramework(error as FastifyError)
}

const internal: Told = {
  status: 500,
  code: 'INTERNAL',
  detail: 'Something went wrong on our side; the request id finds it in the log.',
}

const fromFramework = (error: FastifyError): Told => {
  if (error.validation) return invalidInput(error.validation, error.validationContext)
  if (Object.hasOwn(frameworkErrors, String(error.code))) return frameworkErrors[error.code] as Told
  if (error.statusCode === 400) {
    return {
      status: 400,
      code: 'REQUEST_INVALID',
      detail: 'The request is not one that this call understands.',
    }
  }
  return internal
}

const invalidJson = (detail: string): Told => ({ status: 400, code: 'INVALID_JSON', detail })

const frameworkErrors: Record<string, Told> = {
  FST_ERR_CTP_INVALID_JSON_BODY: invalidJson('The body is not valid JSON, or names a forbidden key.'),
  FST_ERR_CTP_EMPTY_JSON_BODY: invalidJson('The body is empty; JSON was expected.'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: invalidJson('The body is not as long as its Content-Length says.'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: 'MEDIA_TYPE_UNSUPPORTED',
    detail: 'This call does not take a body of that Content-Type; JSON calls take application/json.',
  },
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    code: 'BODY_TOO_LARGE',
    detail: 'The body is larger than this call takes.',
  },
  FST_ERR_BAD_URL: { status: 400, code: 'PATH_INVALID', detail: 'The path is not validly encoded.' },
  FST_ERR_MAX_PARAM_LENGTH: {
    status: 414,
    code: 'PATH_TOO_LONG',
    detail: 'A part of the path is longer than any id.',
  },
}

export const problemOf = (error: Told, requestId: string) => ({
  type: `urn:shulian:problem:${error.code}`,
  title: titles[error.status] ?? 'Error',
  status: error.status,
  detail: error.detail,
  code: error.code,
  requestId,
  ...(error.errors && error.errors.length > 0 ? { errors: error.errors } : {}),
})

/** What was refused once may be allowed a moment later: no cache keeps it. */
export const sendProblem = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const answer = told(error)
  if (answer.retryAfter !== undefined) reply.header('retry-after', answer.retryAfter)
  if (answer.status === 401) reply.header('www-authenticate', challengeOf(answer.code))
  return reply
    .code(answer.status)
    .headers({ 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' })
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(problemOf(answer, request.id))
}

/** RFC 6750 §3: a request without a token is told no error code. */
const challengeOf = (code: string): string =>
  code === 'TOKEN_MISSING' ? 'Bearer' : 'Bearer error="invalid_token"'
