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

export interface ConformanceDeps {
  /** The folder’s contract; the kernel itself imports nothing of it. */
  conformance: typeof Conformance
  outside(member: string): Outside
  signer: Conformance.Signer
  jwks: JSONWebKeySet
  /** What the words of TARGET mean. @throws ShulianError when they mean nothing */
  resolveTarget(target: string): Promise<{
    kind: 'file' | 'url' | 'source'
    location: string
    profile?: MarcProfile
    source?: string
    /** Kind of the source’s adapter. */
    adapter?: string
  }>
  record(report: Conformance.ConformanceReport, certificate?: string): Promise<void>
  now(): Date
  /** Address of the standards body that signs; an example address when the consortium has none. */
  issuer?: string
  /** Of the gateway. */
  version?: string
  language?: Conformance.Language
}

export interface Parts {
  io: ConformanceIo
  deps: ConformanceDeps
}
