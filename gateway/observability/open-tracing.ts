import type { Log } from '../contracts/log.js'
import { noTracing, type Tracing } from './tracing.js'

export interface TracingOptions {
  /** A collector that takes OTLP over HTTP: its address, to which `/v1/traces` is added. */
  endpoint: string
  version: string
  log: Log
}

/** What collects and sends is loaded where somebody receives, and only there. */
export const openTracing = async (
  endpoint: string | undefined,
  parts: Omit<TracingOptions, 'endpoint'>,
): Promise<Tracing> => {
  if (endpoint === undefined) return noTracing
  const { createTracing } = await import('./otlp-tracing.js')
  return createTracing({ endpoint, ...parts })
}
