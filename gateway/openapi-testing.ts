import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { FastifyInstance, InjectOptions } from 'fastify'

type Content = Record<string, { schema: object }>
interface Document {
  paths: Record<string, Record<string, { responses: Record<string, { $ref?: string; content?: Content }> }>>
  components: { responses: { Problem: { content: Content } } }
}

type Who = 'anyone' | 'reader' | 'operator'
export type Call = [who: Who, method: string, path: string]
export interface Sent {
  /** For the `{…}` of the path. */
  values?: Record<string, string>
  query?: string
  payload?: object
}
type Answer = Awaited<ReturnType<FastifyInstance['inject']>>

interface Asking {
  /** Asks, and holds the answer against what the OpenAPI document says of the call. */
  ask(status: number, call: Call, sent?: Sent): Promise<Answer>
  /** Every call of the document but those that a member’s service answers. */
  calls: [method: string, path: string][]
  asked: Set<string>
}

export const createAsking = async (
  t: { same(found: unknown, wanted: unknown, message: string): void },
  { app, tokens }: { app: FastifyInstance; tokens: Partial<Record<Who, string>> },
): Promise<Asking> => {
  const document = (await app.inject('/openapi.json')).json<Document>()
  const asked = new Set<string>()
  return {
    asked,
    calls: Object.entries(document.paths)
      .filter(([path]) => !path.startsWith('/v1/services/{member}'))
      .flatMap(([path, operations]) =>
        Object.keys(operations).map((method): [string, string] => [method.toUpperCase(), path]),
      ),
    ask: async (status, [who, method, path], { values = {}, query = '', payload } = {}) => {
      const url = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name] ?? '')) + query
      const answer = await app.inject({
        method: method as InjectOptions['method'],
        url,
        ...(payload && { payload }),
        headers: {
          ...(Buffer.isBuffer(payload) && { 'content-type': 'application/octet-stream' }),
          ...(tokens[who] && { authorization: `Bearer ${tokens[who]}` }),
        },
      })
      asked.add(`${method} ${path}`)
      const { statusCode, body } = answer
      const came = statusCode === status ? status : `${statusCode} ${body.slice(0, 300)}`
      const found = { status: came, faults: faultsOf(document, [method, path], answer) }
      t.same(found, { status, faults: [] }, `${method} ${url} as ${who}`)
      return answer
    },
  }
}

/** How an answer differs from what is told of it. */
const faultsOf = (document: Document, [method, path]: [string, string], answer: Answer): string[] => {
  const responses = document.paths[path]?.[method.toLowerCase()]?.responses ?? {}
  const told = responses[answer.statusCode] ?? responses['default']
  if (!told) return [`the status ${answer.statusCode} is not told of`]
  // RFC 9110 §15.3.5: such an answer has no content, so nothing says of what type it is.
  if (answer.statusCode === 204) return answer.body === '' ? [] : ['a 204 has content']
  const { content } = told.$ref ? document.components.responses.Problem : told
  const type = String(answer.headers['content-type']).replace(/;.*/, '')
  const media = content?.[type]
  if (!media) return [`${type} is not told of`]
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  ;(addFormats as unknown as (ajv: Ajv2020) => void)(ajv)
  const fits = ajv.compile({ ...media.schema, components: document.components })
  fits(/[/+]json$/.test(type) ? answer.json() : answer.body)
  return (fits.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
