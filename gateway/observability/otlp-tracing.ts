import { AsyncLocalStorage } from 'node:async_hooks'
import {
  ROOT_CONTEXT,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  trace,
} from '@opentelemetry/api'
import { ExportResultCode, parseTraceParent } from '@opentelemetry/core'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, type SpanExporter, TracerProvider } from '@opentelemetry/sdk-trace'
import { codeOf, messageOf } from '../contracts/errors.js'
import type { Log } from '../contracts/log.js'
import type { Span, Tracing, TracingOptions } from './tracing.js'

/** Milliseconds of a message to the collector, its repetitions too, and so of the wait for it at the end. */
const patience = 3000
/** Spans that wait at most; more are let go. */
const waiting = 8192

const kinds = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
} as const

/**
 * OpenTelemetry, without its globals. What began here is sampled; what came from elsewhere as it was there. The exporter
 * itself reads OTEL_EXPORTER_OTLP_HEADERS and its like; OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES name the process.
 */
export const createTracing = ({ endpoint, version, log }: TracingOptions): Tracing => {
  const named = resourceFromAttributes({ 'service.name': 'shulian', 'service.version': version })
  const provider = new TracerProvider({
    resource: named.merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: tolerant(exporterTo(endpoint), log),
        exportTimeoutMillis: patience,
        maxQueueSize: waiting,
      }),
    ],
  })
  const tracer = provider.getTracer('shulian', version)
  const underWay = new AsyncLocalStorage<Span>()
  const current = () => underWay.getStore()?.traceparent
  return {
    isOn: true,
    begin(name, kind, attributes, parent) {
      const above = parseTraceParent((parent === undefined ? current() : parent) ?? '')
      const context = above ? trace.setSpanContext(ROOT_CONTEXT, { ...above, isRemote: true }) : ROOT_CONTEXT
      const span = tracer.startSpan(name, { kind: kinds[kind], attributes }, context)
      return {
        traceparent: traceparentOf(span.spanContext()),
        end({ attributes: more = {}, error } = {}) {
          span.setAttributes(more)
          if (error !== undefined) {
            span.setAttribute('error.type', codeOf(error))
            span.setStatus({ code: SpanStatusCode.ERROR })
          }
          span.end()
        },
      }
    },
    within: (span, work) => underWay.run(span, work),
    current,
    close: () => provider.shutdown().catch((error: unknown) => warn(log, messageOf(error))),
  }
}

const exporterTo = (endpoint: string): SpanExporter =>
  new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces`, timeoutMillis: patience })

/** A collector that is away costs spans, and one line of the log each time that it goes. */
const tolerant = (exporter: SpanExporter, log: Log): SpanExporter => {
  let isAway = false
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        const isLost = result.code !== ExportResultCode.SUCCESS
        if (isLost && !isAway) warn(log, result.error?.message ?? 'it answers otherwise')
        isAway = isLost
        done(result)
      }),
    shutdown: () => exporter.shutdown(),
  }
}

const warn = (log: Log, reason: string): void => log.warn({ reason }, 'the collector takes no traces')

const traceparentOf = ({ traceId, spanId, traceFlags }: SpanContext): string =>
  `00-${traceId}-${spanId}-${traceFlags & TraceFlags.SAMPLED ? '01' : '00'}`
