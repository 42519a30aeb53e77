import { once } from 'node:events'
import { type Listening, listen } from '../sample/listen.js'

export interface ReceivedSpan {
  traceId: string
  spanId: string
  parentSpanId?: string
  name: string
  /** opentelemetry/proto/trace/v1 SpanKind: 2 server, 3 client, 4 producer, 5 consumer. */
  kind: number
  attributes: Record<string, unknown>
  isError: boolean
  service: unknown
}

export interface Collector extends Listening {
  spans: ReceivedSpan[]
  /** Every message as it came. */
  texts: string[]
}

interface Attribute {
  key: string
  value: Record<string, unknown>
}

interface Message {
  resourceSpans: {
    resource: { attributes: Attribute[] }
    scopeSpans: {
      spans: (Omit<ReceivedSpan, 'attributes'> & { attributes: Attribute[]; status?: { code?: number } })[]
    }[]
  }[]
}

/** A collector that takes OTLP/HTTP in JSON and keeps what it is given. */
export const startCollector = async (): Promise<Collector> => {
  const spans: ReceivedSpan[] = []
  const texts: string[] = []
  const server = await listen(async (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    await once(request, 'end')
    const text = Buffer.concat(chunks).toString()
    texts.push(text)
    spans.push(...spansOf(JSON.parse(text) as Message))
    response.setHeader('content-type', 'application/json').end('{}')
  })
  return { ...server, spans, texts }
}

const spansOf = ({ resourceSpans }: Message): ReceivedSpan[] =>
  resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.map(({ attributes, status, ...span }) => ({
        ...span,
        attributes: valuesOf(attributes),
        isError: status?.code === 2,
        service: valuesOf(resource.attributes)['service.name'],
      })),
    ),
  )

const valuesOf = (attributes: Attribute[]): Record<string, unknown> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]))
