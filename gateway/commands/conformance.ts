import type * as Conformance from '../../conformance/index.js'
import { messageOf, ShulianError } from '../contracts/errors.js'
import type { ConformanceIo, ConformanceTexts, Parts } from './conformance-parts.js'
import { startRecording } from './conformance-recording.js'
import { replay } from './conformance-replay.js'
import { certify, languageOf, reportOptions, reportWishes, tellReport } from './conformance-report.js'
import { helpText, WRONG_USAGE } from './conformance-usage.js'
import { verify } from './conformance-verify.js'
import { needed, numberOf, oneOf, readWords, Usage } from './conformance-words.js'

/**
 * `shulian conformance …`.
 * @returns 0 to 3 as the verdict says, 64 wrong usage, 130 cancelled
 */
export async function conformanceCommand(args: string[], parts: Parts): Promise<number> {
  const { io } = parts
  const [verb = '', ...rest] = args.filter((word) => word !== '--json')
  try {
    if (args.includes('--help')) {
      io.stdout(helpText(verb))
      return 0
    }
    const run = verbs[verb]
    if (run) return await run(rest, parts)
    throw new Usage(`${`conformance ${verb}`.trim()}: expected ${Object.keys(verbs).join(', ')}.`)
  } catch (error) {
    if (error instanceof Usage) {
      io.stderr(`${error.message}\n${helpText(verb)}`)
      return WRONG_USAGE
    }
    if (io.signal.aborted) return 130
    return tell(error, io, verb)
  }
}

/** An error is never taken for a verdict: what stops a run is 3, not 1. */
const tell = (error: unknown, { stdout, stderr, json }: ConformanceIo, verb = ''): number => {
  const [code, detail] =
    error instanceof ShulianError ? [error.code, error.message] : ['INTERNAL', messageOf(error)]
  if (json) stdout(JSON.stringify({ event: 'error', code, detail }))
  stderr(`${code}: ${detail}`)
  if (error instanceof ShulianError && error.code.endsWith('_UNKNOWN')) return WRONG_USAGE
  return verb === 'run' || verb === 'replay' ? 3 : 1
}

const verbs: Record<string, (args: string[], parts: Parts) => Promise<number>> = {
  list: async (args, parts) => list(args, parts),
  explain: async (args, parts) => explain(args, parts),
  run: (args, parts) => runSuite(args, parts),
  replay: (args, parts) => replay(args, parts),
  verify: (args, parts) => verify(args, parts),
}

const list = (args: string[], { io, texts: { conformance, language = 'en' } }: Parts): number => {
  const [id] = readWords('list', args, {}, 1).positionals
  const suites = id === undefined ? conformance.suites : [conformance.findSuite(id)]
  for (const { id, version, standard, requirements } of suites) {
    if (io.json) io.stdout(JSON.stringify({ event: 'suite', id, version, standard, requirements }))
    else
      io.stdout(
        `${id} ${version}: ${standard.title[language]} (${requirements.must} MUST, ${requirements.should} SHOULD)`,
      )
    for (const requirement of conformance.requirementsOf(id)) {
      const { id, keyword, level, title } = requirement
      if (io.json) io.stdout(JSON.stringify({ event: 'requirement', ...requirement }))
      else io.stdout(`  ${id}  ${level}  ${keyword.padEnd(6)}  ${title[language]}`)
    }
  }
  return 0
}

const explain = (args: string[], { io, texts: { conformance, language } }: Parts): number => {
  const { values, positionals } = readWords('explain', args, { lang: { type: 'string' } }, 1)
  const id = needed(positionals[0], 'REQUIREMENT')
  const text = conformance.explain(id, languageOf(values.lang, language))
  io.stdout(io.json ? JSON.stringify(conformance.findRequirement(id)) : text)
  return 0
}

const runOptions = {
  ...reportOptions,
  level: { type: 'string' },
  profile: { type: 'string' },
  limit: { type: 'string' },
  seed: { type: 'string' },
  recording: { type: 'string' },
} as const

/** Which files a source is judged by: those of its settings, not all that was ever imported into it. */
const filesOf = (target: Conformance.Target, { conformance }: ConformanceTexts): string => {
  if (target.kind !== 'source' || /^https?:/i.test(target.location)) return ''
  const { location, more = [] } = conformance.describeTarget(target)
  const rest = more.length > named ? ` and ${more.length - named} more files` : ''
  return `: ${[location, ...more.slice(0, named)].join(', ')}${rest}`
}
const named = 2

const runSuite = async (args: string[], { io, texts, open }: Parts): Promise<number> => {
  const { values, positionals } = readWords('run', args, runOptions, 2)
  const suite = texts.conformance.findSuite(needed(positionals[0], 'SUITE'))
  const wanted = needed(positionals[1], 'TARGET')
  const wishes = reportWishes(values, io, texts)
  const level = oneOf('--level', values.level ?? 'L2', ['L1', 'L2', 'L3'] as const)
  const profile = values.profile && oneOf('--profile', values.profile, ['marc21', 'cnmarc'] as const)
  const maxRecords = numberOf('--limit', values.limit)
  const seed = numberOf('--seed', values.seed) ?? 1
  const deps = await open()
  const { adapter = suite.id, ...found } = await deps.resolveTarget(wanted)
  const target = profile ? { ...found, profile } : found
  io.stderr(`Running ${suite.id} ${suite.version} on ${wanted}${filesOf(target, texts)} …`)
  const outside = deps.outside(target.source?.split('/')[0] ?? 'conformance')
  const asked = { level, seed, ...(maxRecords === undefined ? {} : { maxRecords }) }
  const head = { suite: { id: suite.id, version: suite.version }, target, ...asked }
  const recorder =
    values.recording === undefined
      ? undefined
      : startRecording(values.recording, { ...head, start: deps.now().toISOString() }, outside, texts)
  const report = await suite
    .run(target, { outside: recorder?.outside ?? outside, signal: io.signal, now: deps.now, ...asked })
    .finally(() => recorder?.close())
  if (recorder) io.stderr(`Recorded in ${values.recording}.`)
  tellReport(report, wishes, texts, io)
  const isCertified = values.certificate !== undefined || target.kind === 'source'
  const certificate = isCertified
    ? await certify(report, adapter, values.certificate, { io, deps })
    : undefined
  if (target.kind === 'source') await deps.record(report, certificate)
  return deps.conformance.exitCodeOf(report)
}
