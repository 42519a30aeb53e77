import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import fastJson from 'fast-json-stringify'
import type { FastifyInstance, FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify'

/**
 * Makes a route's validators and serializers when it is first asked: some milliseconds there, where all of them
 * together would be a third of the time from the command to listening.
 */
export const useSchemaCompilers = (app: FastifyInstance): void => {
  app.setValidatorCompiler(createValidatorCompiler())
  app.setSerializerCompiler(createSerializerCompiler(() => app.getSchemas()))
}

/**
 * What a query string or a path says is text and is read as the schema's type; what JSON says is taken as it is.
 * Unknown fields are errors, never dropped.
 */
const createValidatorCompiler = (): FastifySchemaCompiler<object> => {
  const options = {
    strict: false,
    removeAdditional: false,
    useDefaults: true,
    allErrors: false,
    verbose: true,
  } as const
  const json = new Ajv(options)
  const text = new Ajv({ ...options, coerceTypes: 'array' })
  for (const ajv of [json, text]) (addFormats as unknown as (ajv: Ajv) => void)(ajv)
  return ({ schema, httpPart }) => {
    const validator = once(() => (httpPart === 'body' ? json : text).compile(schema))
    return (value: unknown) => validator()(value) || { error: validator().errors ?? [] }
  }
}

/** What an answer may hold is listed in its schema; anything else stays inside. */
const createSerializerCompiler = (
  shared: () => Record<string, unknown>,
): FastifySerializerCompiler<object> => {
  const known = new WeakMap<object, () => (value: unknown) => string>()
  return ({ schema }) => {
    // A route for GET has one for HEAD beside it, with the same schemas.
    const serializer = known.get(schema) ?? once(() => fastJson(schema, { schema: shared() as never }))
    known.set(schema, serializer)
    return (value) => serializer()(value)
  }
}

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
