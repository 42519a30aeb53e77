import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import type { FastifySchemaCompiler } from 'fastify'

/**
 * What a query string or a path says is text and is read as the schema's type; what JSON says is taken as it is.
 * Unknown fields are errors, never dropped.
 */
export const createValidatorCompiler = (): FastifySchemaCompiler<object> => {
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
  return ({ schema, httpPart }) => (httpPart === 'body' ? json : text).compile(schema)
}
