import { readFileSync } from 'node:fs'
import type { Parts } from './conformance-parts.js'
import { certify, reportOptions, reportWishes, tellReport } from './conformance-report.js'
import { needed, readWords, Usage } from './conformance-words.js'

/** `conformance replay`: asks nobody. @throws ShulianError of reading the recording, Usage */
export const replay = async (args: string[], { io, texts, open }: Parts): Promise<number> => {
  const { values, positionals } = readWords('replay', args, reportOptions, 1)
  const path = needed(positionals[0], 'RECORDING')
  const wishes = reportWishes(values, io, texts)
  const { conformance, now } = texts
  const recording = conformance.readRecording(bytesOf(path))
  const { suite: was, target, level, seed, maxRecords, start } = recording.head
  const suite = conformance.findSuite(was.id)
  io.stderr(`Replaying what ${target.source ?? target.location} answered on ${start} …`)
  if (was.version !== suite.version)
    io.stderr(`It was recorded by ${was.id} ${was.version}, and is judged by ${suite.version}.`)
  const report = await suite.run(target, {
    outside: conformance.replaying(recording),
    signal: io.signal,
    now,
    seed,
    level,
    recording: recording.digest,
    ...(maxRecords === undefined ? {} : { maxRecords }),
  })
  tellReport(report, wishes, texts, io)
  if (values.certificate !== undefined)
    await certify(report, suite.id, values.certificate, { io, deps: await open() })
  return conformance.exitCodeOf(report)
}

const bytesOf = (path: string): Uint8Array => {
  try {
    return readFileSync(path)
  } catch {
    throw new Usage(`${path}: expected a file that can be read.`)
  }
}
