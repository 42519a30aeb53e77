import type { Log } from '../contracts/log.js'

export type Attributes = Record<string, string | number>
/** As OpenTelemetry names them: a request taken, a call made, a job appended, a job run. */
export type SpanKind = 'server' | 'client' | 'producer' | 'consumer'

export interface Span {
  /** W3C Trace Context, level 1, §3.2: what a later part names as its parent. */
  traceparent: string
  /** @param outcome of an error its code alone is kept: messages may tell of persons */
  end(outcome?: { attributes?: Attributes; error?: unknown }): void
}

/** Spans of what this process does, and which of them is under way. */
export interface Tracing {
  isOn: boolean
  /** @param parent a traceparent from elsewhere, null for none; left out, what is under way here */
  begin(name: string, kind: SpanKind, attributes: Attributes, parent?: string | null): Span
  /** What `work` does, now or later, happens in this span. */
  within<T>(span: Span, work: () => T): T
  /** The traceparent of what is under way. */
  current(): string | undefined
  /** Sends what is left, within seconds. */
  close(): Promise<void>
}

export interface TracingOptions {
  /** A collector that takes OTLP over HTTP: its address, to which `/v1/traces` is added. */
  endpoint: string
  version: string
  log: Log
}

const noSpan: Span = { traceparent: '', end: () => {} }

/** Where nobody collects traces nothing is kept, and nothing passed on. */
export const noTracing: Tracing = {
  isOn: false,
  begin: () => noSpan,
  within: (_span, work) => work(),
  current: () => undefined,
  close: async () => {},
}

/** In a span of its own, which ends as the work does. */
export const inSpan = async <T>(
  tracing: Tracing,
  [name, kind, attributes, parent]: Parameters<Tracing['begin']>,
  work: () => Promise<T>,
): Promise<T> => {
  const span = tracing.begin(name, kind, attributes, parent)
  try {
    const result = await tracing.within(span, work)
    span.end()
    return result
  } catch (error) {
    span.end({ error })
    throw error
  }
}
