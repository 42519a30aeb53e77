import { createHash } from 'node:crypto'
import { messageOf, type Outside, ShulianError } from '../gateway/contracts/index.js'
import { canonicalJson, digestOf } from './jcs.js'
import { type ConformanceReport, publicLocations, type ShownTarget } from './report.js'
import { requirementsOf } from './requirements/registry.js'
import type { Level } from './requirements/requirement.js'
import { resultOf } from './results.js'
import {
  locationsOf,
  type Observation,
  type Opened,
  Stop,
  type Suite,
  type Target,
  type Test,
  type Tools,
  untested,
} from './suite.js'
import { coverageOf, levelOf, verdictOf } from './verdict.js'

export interface RunOptions {
  outside: Outside
  signal: AbortSignal
  now(): Date
  /** Chooses among records and tokens, so that a run can be repeated. Default 1. */
  seed?: number
  /** The level that the verdict speaks of. Default L2. */
  level?: Level
  /** Default: the suite's own. */
  maxRecords?: number
  /** Digest of the recording that answers in the target's place. */
  recording?: string
  onProgress?(progress: { done: number; total: number; test: string }): void
}

/**
 * Runs every test of a suite on a target. What a test cannot do for want of a network or because of a mistake of
 * ours is `cantTell`; an aborted signal ends the run.
 * @throws the reason of the signal
 */
export const runSuite = async <C>(
  suite: Suite<C>,
  target: Target,
  options: RunOptions,
): Promise<ConformanceReport> => {
  const start = options.now().toISOString()
  const { seed = 1, level: asked = 'L2' } = options
  const requirements = requirementsOf(suite.id)
  const { observations, records } = await observe(suite, target, options, seed)
  const results = requirements.map((requirement) =>
    resultOf(
      requirement,
      observations.filter((seen) => seen.requirement === requirement.id),
    ),
  )
  const { id, version } = suite.standard
  const about = describeTarget(target)
  return {
    standard: { id, version, registry: digestOf(requirements) },
    suite: { id: suite.id, version: suite.version, digest: suiteDigest(suite) },
    target: about,
    ...(options.recording === undefined ? {} : { recording: options.recording }),
    results,
    coverage: coverageOf(results),
    verdict: verdictOf(results, asked),
    level: { asked, reached: levelOf(results) },
    sample: { records, seed },
    run: { id: runId([about, id, start, seed]), start, end: options.now().toISOString() },
  }
}

const observe = async <C>(suite: Suite<C>, target: Target, options: RunOptions, seed: number) => {
  const tools: Tools = {
    outside: options.outside,
    signal: options.signal,
    seed,
    maxRecords: options.maxRecords ?? suite.maxRecords,
    onProgress: (test) => options.onProgress?.({ done: 0, total: suite.tests.length, test }),
  }
  const opened = await suite.open(target, tools).catch((error: unknown) => {
    options.signal.throwIfAborted()
    return faultOf(error)
  })
  const observations: Observation[] = []
  for (const [done, test] of suite.tests.entries()) {
    options.signal.throwIfAborted()
    options.onProgress?.({ done, total: suite.tests.length, test: test.name })
    if (opened instanceof Stop) observations.push(...forAll(test.verifies, opened))
    else observations.push(...(await tryTest(test, target, opened, options.signal)))
  }
  return { observations, records: opened instanceof Stop ? 0 : opened.records() }
}

const tryTest = async <C>(
  test: Test<C>,
  target: Target,
  opened: Opened<C>,
  signal: AbortSignal,
): Promise<Observation[]> => {
  if (test.capability && target.lacks?.includes(test.capability))
    return forAll(test.verifies, lacking(test.capability))
  if (opened.records() < test.leastSample && opened.fault) return forAll(test.verifies, opened.fault)
  if (opened.records() < test.leastSample)
    return test.verifies.map((id) => untested(id, tooSmall(opened.records(), test.leastSample)))
  try {
    return await test.run(opened.context)
  } catch (error) {
    signal.throwIfAborted()
    return forAll(test.verifies, faultOf(error))
  }
}

const forAll = (ids: readonly string[], { outcome, party, came, request }: Stop): Observation[] =>
  ids.map((requirement) => ({
    requirement,
    outcome,
    ...(outcome === 'inapplicable' ? {} : { party }),
    came,
    ...(request === undefined ? {} : { request }),
  }))

/** An error of the way out is the network's; any other is a mistake of the suite. Neither blames the adapter. */
const faultOf = (error: unknown): Stop => {
  if (error instanceof Stop) return error
  const words = messageOf(error)
  if (error instanceof ShulianError) {
    return new Stop('cantTell', 'infrastructure', {
      en: `${error.code}: ${words}`,
      zh: `无法完成测试(${error.code}):${words}`,
    })
  }
  return new Stop('cantTell', 'suite', {
    en: `The suite itself failed: ${words}`,
    zh: `测试套件自身出错:${words}`,
  })
}

const lacking = (capability: string): Stop =>
  new Stop('inapplicable', 'adapter', {
    en: `The adapter declares that it has no '${capability}'.`,
    zh: `适配器声明不具备“${capability}”能力。`,
  })

const tooSmall = (records: number, least: number) => ({
  en: `The sample has ${records === 1 ? '1 record' : `${records} records`}; this needs at least ${least}.`,
  zh: `样本有 ${records} 条记录,此项至少需要 ${least} 条。`,
})

/** Of a file its name, not the folder; of an address no credentials. */
export const describeTarget = ({ kind, source, profile, lacks, ...target }: Target): ShownTarget => {
  const [location = '', ...more] = publicLocations(locationsOf(target))
  return {
    kind,
    location,
    ...(more.length > 0 && { more }),
    ...(source === undefined ? {} : { source }),
    ...(profile === undefined ? {} : { profile }),
    lacks: [...(lacks ?? [])].sort(),
  }
}

/** What was promised to be tested: the tests, what each verifies and needs. */
export const suiteDigest = <C>({ id, version, tests }: Suite<C>): string =>
  digestOf({
    id,
    version,
    tests: tests.map(({ name, verifies, capability, leastSample }) => ({
      name,
      verifies,
      capability,
      leastSample,
    })),
  })

const runId = (parts: unknown): string =>
  `c_${createHash('sha256').update(canonicalJson(parts)).digest('hex').slice(0, 20)}`
