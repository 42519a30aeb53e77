import { writeFileSync } from 'node:fs'
import type * as Conformance from '../../conformance/index.js'
import type { ConformanceDeps, ConformanceIo, ConformanceTexts } from './conformance-parts.js'
import { oneOf } from './conformance-words.js'
import { assertWritable, notWritten } from './written-files.js'

/** Options of what makes a report. */
export const reportOptions = {
  format: { type: 'string' },
  out: { type: 'string' },
  certificate: { type: 'string' },
  lang: { type: 'string' },
} as const

type Given = { readonly [option in keyof typeof reportOptions]?: string }

export interface ReportWishes {
  format: 'json' | 'tap' | 'text'
  language: Conformance.Language
  out: string | undefined
}

/** @throws Usage, ShulianError FILE_NOT_WRITABLE */
export const reportWishes = (
  { format, lang, out, certificate }: Given,
  { json }: ConformanceIo,
  { language }: ConformanceTexts,
): ReportWishes => {
  for (const file of [out, certificate]) if (file !== undefined) assertWritable(file)
  return {
    format: oneOf('--format', format ?? (json ? 'json' : 'text'), ['json', 'tap', 'text'] as const),
    language: languageOf(lang, language),
    out,
  }
}

/** @throws ShulianError FILE_NOT_WRITABLE */
export const tellReport = (
  report: Conformance.ConformanceReport,
  { format, language, out }: ReportWishes,
  { conformance: { toJson, toTap, toText } }: ConformanceTexts,
  io: ConformanceIo,
): void => {
  const texts = { json: toJson, tap: toTap, text: (it: typeof report) => toText(it, language) }
  write(texts[format](report), out, io)
}

const write = (text: string, file: string | undefined, { stdout, stderr }: ConformanceIo): void => {
  if (file === undefined) {
    stdout(text.replace(/\n$/, ''))
    return
  }
  try {
    writeFileSync(file, text)
  } catch (cause) {
    throw notWritten(file, cause)
  }
  stderr(`Wrote ${file}.`)
}

/** A certificate when it was earned. Written to a file when there is one. */
export const certify = async (
  report: Conformance.ConformanceReport,
  adapter: string,
  file: string | undefined,
  { io, deps }: { io: ConformanceIo; deps: ConformanceDeps },
): Promise<string | undefined> => {
  if (report.verdict !== 'conformant') {
    if (file !== undefined) io.stderr(`No certificate: the verdict is '${report.verdict}'.`)
    return undefined
  }
  const { version = '0.0.0', issuer = 'https://shulian.example' } = deps
  const { jws } = await deps.conformance.mintCertificate(report, {
    signer: deps.signer,
    now: deps.now(),
    issuer,
    assurance: 'A2',
    runner: { name: 'shulian', version },
    adapter: { name: adapter, version },
  })
  if (file !== undefined) write(`${jws}\n`, file, io)
  return jws
}

export const languageOf = (
  value: string | undefined,
  otherwise: Conformance.Language = 'en',
): Conformance.Language => (value === undefined ? otherwise : oneOf('--lang', value, ['en', 'zh'] as const))
