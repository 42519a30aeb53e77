import type { Outside } from '../gateway/contracts/index.js'
import type { MarcProfile } from '../standards/rules/iso2709.js'
import type { RegisteredStandard } from './requirements/registry.js'
import type { Words } from './requirements/requirement.js'

/** EARL 1.0 outcome values. */
export const outcomes = ['passed', 'failed', 'cantTell', 'inapplicable', 'untested'] as const
export type Outcome = (typeof outcomes)[number]

/** At fault when an outcome is not `passed`: whom the reader of the report turns to. */
export const parties = ['adapter', 'suite', 'text', 'infrastructure'] as const
export type Party = (typeof parties)[number]

/** What is tried: a file of records, or a repository at an address. */
export interface Target {
  kind: 'file' | 'url' | 'source'
  location: string
  /** Further files of the same source, in their order. */
  more?: readonly string[]
  /** member/name, when the target is a source of the gateway. */
  source?: string
  profile?: MarcProfile
  /** Capabilities that the adapter itself declares to lack; what needs one of them is inapplicable. */
  lacks?: readonly string[]
}

/** Everything that is to be read, in its order. */
export const locationsOf = ({ location, more = [] }: Pick<Target, 'location' | 'more'>): string[] => [
  location,
  ...more,
]

/** What one test saw of one requirement. */
export interface Observation {
  requirement: string
  outcome: Outcome
  party?: Party
  /** What came; what was expected is the requirement itself. */
  came?: Words
  /** The smallest request, or place in the file, that shows it. */
  request?: string
}

/** Some tests share a context: the exchanges of a repository, the rules' findings on a file. */
export interface Test<C> {
  name: string
  /** Ids of requirements; one that gets no observation is untested. */
  verifies: readonly string[]
  /** Of the adapter; when it declares to lack it, the test is not run and its requirements are inapplicable. */
  capability?: string
  /** Records that must have been seen, else untested. */
  leastSample: number
  run(context: C): Promise<Observation[]> | Observation[]
}

/** What a suite may use while it runs. */
export interface Tools {
  outside: Outside
  signal: AbortSignal
  seed: number
  maxRecords: number
  onProgress(done: string): void
}

export interface Opened<C> {
  context: C
  /** How many records were seen so far. */
  records(): number
  /** Why the sample is smaller than it could be. */
  fault?: Stop
}

export interface Suite<C = never> {
  id: RegisteredStandard
  /** SemVer of the tests; a new major needs a new run. */
  version: string
  standard: { id: string; version: string; title: Words; url: string }
  /** Most records that a run looks at when nothing else is asked. */
  maxRecords: number
  open(target: Target, tools: Tools): Promise<Opened<C>>
  tests: readonly Test<C>[]
}

/** Ends a test early with an outcome for all that it verifies. */
export class Stop extends Error {
  constructor(
    readonly outcome: Outcome,
    readonly party: Party,
    readonly came: Words,
    readonly request?: string,
  ) {
    super(came.en)
  }
}

export const passed = (requirement: string): Observation => ({ requirement, outcome: 'passed' })

export const failed = (requirement: string, came: Words, request?: string): Observation => ({
  requirement,
  outcome: 'failed',
  party: 'adapter',
  came,
  ...(request === undefined ? {} : { request }),
})

export const inapplicable = (requirement: string, came: Words): Observation => ({
  requirement,
  outcome: 'inapplicable',
  came,
})

/** The sample holds nothing that the requirement speaks of. Nobody failed, and nothing is proved. */
export const untested = (requirement: string, came: Words): Observation => ({
  requirement,
  outcome: 'untested',
  party: 'adapter',
  came,
})

/** Passed when `breach` is null. */
export const judge = (requirement: string, breach: Words | null, request?: string): Observation =>
  breach === null ? passed(requirement) : failed(requirement, breach, request)
