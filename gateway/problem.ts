import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { ShulianError } from './contracts/errors.js'

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
      Type.Array(Type.Object({ path: Type.String(), expected: Type.String(), got: Type.String() }, { additionalProperties: false })),
    ),
  },
  { additionalProperties: false, $id: 'Problem', title: 'Problem', description: 'RFC 9457 problem details' },
)

/** Statuses that any route may give, all as problem+json. */
export const problemStatuses = [400, 401, 403, 404, 413, 414, 415, 422, 429, 500, 503] as const

const titles: Record<number, string> = {
  400: 'Bad request', 401: 'Not signed in', 403: 'Not allowed', 404: 'Not found', 405: 'Method not allowed', 409: 'Conflict',
  413: 'Too large', 414: 'Address too long', 415: 'Media type not supported', 422: 'Not usable', 429: 'Too many requests',
  500: 'Internal error', 502: 'Bad answer from a member', 503: 'Not available now', 504: 'A member did not answer in time',
}

interface Told {
  status: number
  code: string
  detail: string
  errors?: { path: string; expected: string; got: string }[]
  retryAfter?: number
}

/** Any error → what the caller is told. Never an upstream's text, a stack, or a value of ours. */
export const told = (error: unknown): Told => {
  if (error instanceof ShulianError) {
    const { errors, retryAfter } = error.options
    return { status: error.status, code: error.code, detail: error.message, errors, retryAfter }
  }
  return fromFramework(error as FastifyError)
}

const fromFramework = (error: FastifyError): Told => {
  if (error.validation) return fromValidation(error)
  const known = frameworkErrors[error.code]
  if (known) return known
  if (error.code === 'SQLITE_FULL') {
    return { status: 503, code: 'STORAGE_FULL', detail: 'The disk is full. Free some space; nothing that was accepted is lost.', retryAfter: 60 }
  }
  if (error.statusCode === 429) return { status: 429, code: 'RATE_LIMITED', detail: 'Too many requests from this address. Wait as long as Retry-After says.' }
  if (error instanceof SyntaxError && error.statusCode === 400) return frameworkErrors['FST_ERR_CTP_INVALID_JSON_BODY']!
  return { status: 500, code: 'INTERNAL', detail: 'Something went wrong on our side; the request id finds it in the log.' }
}

const frameworkErrors: Record<string, Told> = {
  FST_ERR_CTP_INVALID_JSON_BODY: { status: 400, code: 'INVALID_JSON', detail: 'The body is not valid JSON, or names a forbidden key.' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { status: 400, code: 'INVALID_JSON', detail: 'The body is empty; JSON was expected.' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: { status: 400, code: 'INVALID_JSON', detail: 'The body is not as long as its Content-Length says.' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { status: 415, code: 'MEDIA_TYPE_UNSUPPORTED', detail: 'This call does not take a body of that Content-Type; JSON calls take application/json.' },
  FST_ERR_CTP_BODY_TOO_LARGE: { status: 413, code: 'BODY_TOO_LARGE', detail: 'The body is larger than this call takes.' },
  FST_ERR_BAD_URL: { status: 400, code: 'PATH_INVALID', detail: 'The path is not validly encoded.' },
  FST_ERR_MAX_PARAM_LENGTH: { status: 414, code: 'PATH_TOO_LONG', detail: 'A part of the path is longer than any id.' },
}

const fromValidation = (error: FastifyError): Told => {
  const errors = (error.validation ?? []).map((one) => {
    const extra = (one.params as { additionalProperty?: string }).additionalProperty
    const missing = (one.params as { missingProperty?: string }).missingProperty
    const path = [error.validationContext ?? 'body', ...one.instancePath.split('/').filter(Boolean), extra ?? missing]
    return { path: path.filter(Boolean).join('.'), expected: expectedOf(one), got: extra ? 'an unknown field' : missing ? 'nothing' : 'something else' }
  })
  const unknown = (error.validation ?? []).some(({ keyword }) => keyword === 'additionalProperties')
  const first = errors[0]
  return {
    status: 400,
    code: unknown ? 'UNKNOWN_FIELD' : 'INPUT_INVALID',
    detail: first ? `${first.path}: expected ${first.expected}, got ${first.got}.` : 'The input does not fit the schema.',
    errors,
  }
}

const expectedOf = (one: { keyword: string; message?: string; params: Record<string, unknown> }): string => {
  if (one.keyword === 'additionalProperties') return 'only the fields that the documentation lists'
  if (one.keyword === 'required') return 'a value'
  if (one.keyword === 'enum') return `one of ${(one.params['allowedValues'] as unknown[]).join(', ')}`
  return (one.message ?? 'another value').replace(/^must (be )?/, '')
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

export const sendProblem = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const answer = told(error)
  if (answer.retryAfter !== undefined) reply.header('retry-after', answer.retryAfter)
  if (answer.status === 401) reply.header('www-authenticate', 'Bearer')
  return reply
    .code(answer.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(problemOf(answer, request.id))
}
