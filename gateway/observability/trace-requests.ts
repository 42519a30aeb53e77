import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Span, Tracing } from './tracing.js'

/** What asks whether the process lives is no request of anybody. */
const probes = new Set(['/healthz', '/readyz', '/metrics'])

/** A span for each request, in which all that it causes happens; by route, never by what was asked for. */
export const traceRequests = (app: FastifyInstance, tracing: Tracing): void => {
  if (!tracing.isOn) return
  const spans = new WeakMap<FastifyRequest, Span>()
  app.addHook('onRequest', (request, _reply, done) => {
    const route = request.routeOptions.url ?? 'none'
    if (probes.has(route)) return done()
    const attributes = { 'http.request.method': request.method, 'http.route': route }
    const span = tracing.begin(`${request.method} ${route}`, 'server', attributes, parentOf(request))
    spans.set(request, span)
    tracing.within(span, done)
  })
  app.addHook('onResponse', async (request, { statusCode }) => {
    const failed = statusCode >= 500 && { 'error.type': String(statusCode) }
    spans.get(request)?.end({ attributes: { 'http.response.status_code': statusCode, ...failed } })
  })
  app.addHook('onRequestAbort', async (request) =>
    spans.get(request)?.end({ attributes: { 'error.type': 'aborted' } }),
  )
}

const parentOf = ({ headers }: FastifyRequest): string | null => {
  const { traceparent } = headers
  return typeof traceparent === 'string' ? traceparent : null
}
