import type { JSONWebKeySet } from 'jose'
import type * as Conformance from '../../conformance/index.js'
import type { MarcProfile } from '../../standards/rules/iso2709.js'
import type { Outside } from '../contracts/outside.js'

export interface ConformanceIo {
  stdout(line: string): void
  stderr(line: string): void
  json: boolean
  signal: AbortSignal
}

/** What can be told without an installation. */
export interface ConformanceTexts {
  /** The folder’s contract; the kernel itself imports nothing of it. */
  conformance: typeof Conformance
  language?: Conformance.Language
  now(): Date
}

export interface ConformanceDeps extends ConformanceTexts {
  outside(member: string): Outside
  signer: Conformance.Signer
  jwks: JSONWebKeySet
  /** What the words of TARGET mean. @throws ShulianError when they mean nothing */
  resolveTarget(target: string): Promise<{
    kind: 'file' | 'url' | 'source'
    location: string
    more?: string[]
    profile?: MarcProfile
    source?: string
    /** Kind of the source’s adapter. */
    adapter?: string
  }>
  record(report: Conformance.ConformanceReport, certificate?: string): Promise<void>
  /** Address of the standards body that signs; an example address when the consortium has none. */
  issuer?: string
  /** Of the gateway. */
  version?: string
}

export interface Parts {
  io: ConformanceIo
  texts: ConformanceTexts
  /** For what needs an installation: a run, and a certificate that is checked with its keys. */
  open(): Promise<ConformanceDeps>
}
