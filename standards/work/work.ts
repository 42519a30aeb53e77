import type { Holding } from '../record/holding.js'
import type { Description } from '../record/v1-draft.js'

export interface Work {
  id: string
  version: number
  updatedAt: string
  /** Merged field by field; `sources` says which record each field is from. */
  description: Omit<Description, 'holdings' | 'controlNumbers' | 'provenance'>
  sources: Record<string, string>
  versions: WorkVersion[]
  holdings: WorkHolding[]
}

export interface WorkVersion {
  id: string
  records: string[]
  edition?: string
  extent?: string
  publication: Description['publication']
  dates: Description['dates']
  identifiers: Description['identifiers']
}

export interface WorkHolding {
  member: string
  memberName: string
  memberNameZh?: string
  /** A trial member's records are searched, and labelled so. */
  memberStage: 'trial' | 'active' | 'suspended' | 'left'
  source: string
  recordId: string
  sourceId: string
  holdings: Holding[]
  links: Description['links']
}

/** Who holds what a source lists. */
export type Holder = Pick<WorkHolding, 'member' | 'memberName' | 'memberNameZh' | 'memberStage'>

/** What a work is made of. */
export interface WorkParts {
  id: string
  version: number
  updatedAt: string
  /** In order of id. */
  records: {
    id: string
    source: string
    sourceId: string
    /** The canonical record as JSON: read where it is needed. */
    description: string
  }[]
  /** By source. */
  holders: Record<string, Holder>
}
