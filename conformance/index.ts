import { ShulianError } from '../gateway/contracts/index.js'
import type { Language } from './outputs/text.js'
import type { ConformanceReport } from './report.js'
import { findRequirement, type RegisteredStandard, requirementsOf } from './requirements/registry.js'
import type { Requirement } from './requirements/requirement.js'
import { type RunOptions, runSuite as runAny } from './runner.js'
import type { Suite, Target } from './suite.js'
import { iso2709 } from './suites/iso2709.js'
import { oaiPmh } from './suites/oai-pmh.js'

/** What a list of suites tells of one. */
export interface SuiteEntry {
  id: RegisteredStandard
  version: string
  standard: Suite['standard']
  requirements: { must: number; should: number; may: number }
  run(target: Target, options: RunOptions): Promise<ConformanceReport>
}

/** Closes over the type of the context, which is the suite's own affair. */
const entryOf = <C>(suite: Suite<C>): SuiteEntry => ({
  id: suite.id,
  version: suite.version,
  standard: suite.standard,
  get requirements() {
    const count = (keyword: Requirement['keyword']) =>
      requirementsOf(suite.id).filter((requirement) => requirement.keyword === keyword).length
    return { must: count('MUST'), should: count('SHOULD'), may: count('MAY') }
  },
  run: (target, options) => runAny(suite, target, options),
})

/** Every suite, in the order in which they are shown. */
export const suites: readonly SuiteEntry[] = [entryOf(iso2709), entryOf(oaiPmh)]

/** @throws ShulianError SUITE_UNKNOWN (404) */
export const findSuite = (id: string): SuiteEntry => {
  const found = suites.find((suite) => suite.id === id)
  if (found) return found
  const names = suites.map(({ id }) => id).join(', ')
  throw new ShulianError('SUITE_UNKNOWN', `There is no suite '${id}'. There are: ${names}.`, { status: 404 })
}

/** @throws ShulianError SUITE_UNKNOWN, and the reason of an aborted signal */
export const runSuite = (suite: string, target: Target, options: RunOptions): Promise<ConformanceReport> =>
  findSuite(suite).run(target, options)

/**
 * A requirement for a person: what it asks, where it stands, how it is tried, how to mend a breach.
 * @throws ShulianError REQUIREMENT_UNKNOWN (404)
 */
export const explain = (id: string, language: Language): string => {
  const requirement = findRequirement(id)
  const { keyword, level, role, appliesWhen, section, url, testability, title, mend } = requirement
  const say = headings[language]
  const lines = [
    requirement.id,
    `${title[language]}`,
    '',
    `${say.keyword}: ${keyword} · ${say.level}: ${level} · ${say.role}: ${role}`,
    `${say.applies}: ${appliesWhen}`,
    `${say.text}: ${section}  ${url}`,
    `${say.tried}: ${testability.kind}${testability.reason ? ` (${testability.reason})` : ''}`,
    `${say.mend}: ${mend[language]}`,
  ]
  return lines.join('\n')
}

const headings = {
  en: {
    keyword: 'Keyword',
    level: 'Level',
    role: 'Of',
    applies: 'Applies when',
    text: 'Text',
    tried: 'Tested',
    mend: 'To mend it',
  },
  zh: {
    keyword: '约束词',
    level: '级别',
    role: '对象',
    applies: '适用条件',
    text: '条文',
    tried: '测试方式',
    mend: '修正办法',
  },
} as const

export {
  type Certificate,
  type MintOptions,
  mintCertificate,
  type Signer,
  verifyCertificate,
} from './certificate.js'
export { CertificateClaims } from './certificate-claims.js'
export { canonicalJson, digestOf } from './jcs.js'
export { toJson } from './outputs/json.js'
export { toTap } from './outputs/tap.js'
export { type Language, toText } from './outputs/text.js'
export { type Recording, type RecordingHead, readRecording, recorded, replaying } from './recording.js'
export { ConformanceReport, exitCodeOf, type Result, type Verdict } from './report.js'
export { findRequirement, registeredStandards, requirementsOf } from './requirements/registry.js'
export { type Keyword, type Level, Requirement } from './requirements/requirement.js'
export { describeTarget, type RunOptions } from './runner.js'
export type { Outcome, Party, Target } from './suite.js'
