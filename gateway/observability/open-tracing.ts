import { noTracing, type Tracing, type TracingOptions } from './tracing.js'

/** What collects and sends is loaded where somebody receives, and only there. */
export const openTracing = async (
  endpoint: string | undefined,
  parts: Omit<TracingOptions, 'endpoint'>,
): Promise<Tracing> => {
  if (endpoint === undefined) return noTracing
  const { createTracing } = await import('./otlp-tracing.js')
  return createTracing({ endpoint, ...parts })
}
