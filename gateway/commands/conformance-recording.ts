import { closeSync, openSync, writeSync } from 'node:fs'
import type * as Conformance from '../../conformance/index.js'
import type { ConformanceTexts } from './conformance-parts.js'
import { notWritten } from './written-files.js'

export type Recorder = Pick<Conformance.RunOptions, 'outside'> & { close(): void }

/** Writes what comes in by a way out into a file, as it comes. @throws ShulianError FILE_NOT_WRITABLE, FILE_EXISTS */
export const startRecording = (
  file: string,
  head: Omit<Conformance.RecordingHead, 'recording' | 'target'> & { target: Conformance.Target },
  outside: Conformance.RunOptions['outside'],
  { conformance }: ConformanceTexts,
): Recorder => {
  const guarded = <T>(work: () => T): T => {
    try {
      return work()
    } catch (cause) {
      throw notWritten(file, cause)
    }
  }
  const to = guarded(() => openSync(file, 'wx', 0o600))
  const write = (line: object) => guarded(() => writeSync(to, `${JSON.stringify(line)}\n`))
  write({ recording: 1, ...head, target: conformance.describeTarget(head.target) })
  return {
    outside: conformance.recorded(outside, head.target, write),
    close: () => closeSync(to),
  }
}
