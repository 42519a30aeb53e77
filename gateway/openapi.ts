import type { FastifySchema, RouteOptions } from 'fastify'
import { problemStatuses } from './problem.js'

export const openApiDocument = (version: string) => ({
  openapi: '3.1.0',
  info: {
    title: 'Shulian 书联',
    version,
    description:
      'One search over what the members of a consortium hold, their live services behind one door, one profile and one feedback loop for their readers.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  components: {
    securitySchemes: {
      bearer: {
        type: 'http' as const,
        scheme: 'bearer',
        description: 'The operator’s token, or a reader’s token of an accepted issuer',
      },
    },
  },
})

/** Each route tells the token it needs, and takes no parameter that it does not tell of. */
export const describeRoute = (route: RouteOptions): void => {
  const schema = (route.schema ?? {}) as FastifySchema & { hide?: boolean }
  if (schema.hide) return
  const response: Record<string, unknown> = route.schema
    ? { ...(schema.response as object | undefined) }
    : { default: passedOn }
  const security = route.config?.access === 'anyone' ? {} : { security: [{ bearer: [] }] }
  route.schema = { ...noParameters(route), ...schema, response, ...security } as FastifySchema
}

/** A misspelt parameter would be ignored in silence. A route without a schema of its own passes the query on. */
const noParameters = ({ schema }: RouteOptions): FastifySchema =>
  schema ? { querystring: { type: 'object', properties: {}, additionalProperties: false } } : {}

const passedOn = {
  description: 'What the member’s service answered',
  content: { '*/*': { schema: {} } },
}

export const problemResponse = {
  description: 'Problem details',
  content: { 'application/problem+json': { schema: { $ref: 'Problem#' } } },
}

const problemComponent = {
  description: 'Problem details',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

interface OpenApi {
  paths?: Record<
    string,
    Record<
      string,
      {
        responses?: Record<string, { content?: Record<string, unknown> }>
        parameters?: { name?: string; in?: string; required?: boolean; schema?: { default?: unknown } }[]
      }
    >
  >
  components?: { responses?: Record<string, unknown> }
}

/**
 * Every call tells every status it may give, as one component: in the document, not in each route's schema, from
 * which a serializer would be made that nobody uses. The rest of a proxied path has a name; what has a default may
 * be left out.
 */
export const tidyDocument = <T extends object>(document: T): T => {
  const { paths = {}, components = {} } = document as OpenApi
  components.responses = { ...components.responses, Problem: problemComponent }
  for (const [path, operations] of Object.entries(paths)) {
    for (const { responses = {}, parameters = [] } of Object.values(operations)) {
      for (const status of problemStatuses) {
        const told = responses[status]
        if (!told || isProblem(told)) responses[status] = { $ref: '#/components/responses/Problem' } as object
      }
      for (const parameter of parameters) {
        if (parameter.name === '*') parameter.name = 'path'
        if (parameter.schema?.default !== undefined) parameter.required = false
      }
    }
    if (!path.includes('{*}')) continue
    paths[path.replace('{*}', '{path}')] = operations
    delete paths[path]
  }
  return document
}

const isProblem = (response: { content?: Record<string, unknown> }): boolean => {
  const types = Object.keys(response.content ?? {})
  return types.length === 1 && types[0] === 'application/problem+json'
}
