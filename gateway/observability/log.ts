import { type Logger, pino } from 'pino'
import type { Log } from '../contracts/log.js'
import { printableJson } from '../printable.js'
import { isOfOutage } from './outage.js'
import { redact, redactText } from './redact.js'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

export interface LogOptions {
  level: LogLevel
  /** Takes one line with its end. Default: standard error. */
  write?: (line: string) => void
}

/**
 * One JSON object a line: `level`, `time` (ISO 8601), `msg`, and the data. Control characters are escaped, so nothing that came from
 * outside can begin a line or steer a terminal; secrets, bodies and queries are taken out.
 */
export function createLog({ level, write = toStandardError }: LogOptions): Log {
  const lines = { write: (line: string) => write(printableJson(line)) }
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      // pino's own would take what `redact` made of an error for an error again.
      serializers: { err: (described) => described },
      formatters: { level: (label) => ({ level: label }) },
    },
    lines,
  )
  return toLog(logger)
}

const toLog = (logger: Logger): Log => ({
  debug: (data, message) => note(logger, 'debug', data, message),
  info: (data, message) => note(logger, 'info', data, message),
  warn: (data, message) => note(logger, 'warn', data, message),
  error: (data, message) => note(logger, 'error', data, message),
  child: (bindings) => toLog(logger.child(redact(bindings) as Record<string, unknown>)),
})

function note(logger: Logger, given: 'debug' | 'info' | 'warn' | 'error', data: object, message: string) {
  const record: { err?: unknown; error?: unknown } = data instanceof Error ? { err: data } : data
  // What is tried again says nothing that the outage itself does not say.
  const level = given !== 'error' && isOfOutage(record.err ?? record.error) ? 'debug' : given
  if (!logger.isLevelEnabled(level)) return
  logger[level](redact(record) as object, redactText(message))
}

function toStandardError(line: string): void {
  process.stderr.write(line)
}
