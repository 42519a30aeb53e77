import type { LinkKind } from '../matching/links.js'
import type { Holding } from '../record/holding.js'
import type { Description } from '../record/v1-draft.js'

export interface Work {
  id: string
  version: number
  updatedAt: string
  /** Merged field by field; `sources` says which record each field is from. */
  description: Omit<Description, 'holdings' | 'controlNumbers' | 'provenance'>
  sources: Record<string, string>
  /** Who steps in for a field when the record it is from is gone or may not be shown; absent where nobody else gives it. */
  successors: Record<string, string>
  versions: WorkVersion[]
  holdings: WorkHolding[]
  /** Works that are not this one and belong to it: its set and volumes, earlier and later titles, original, translations. */
  related?: RelatedWork[]
}

export interface RelatedWork {
  /** What that work is to this one. */
  kind: LinkKind
  work: string
  title: string
  volume?: string
  language?: string
  year?: string
}

/** What a reader would accept in the place of another: one edition in one form. */
export interface WorkVersion {
  id: string
  records: string[]
  languages: Description['languages']
  type: Description['type']
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
  /** The version that it is a copy of. */
  version: string
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
    /** The smallest record of its version; null where that is itself. */
    versionOf: string | null
    /** The canonical record as it is stored (`readDescription`): read where it is needed. */
    description: string
  }[]
  /** By source. */
  holders: Record<string, Holder>
}
