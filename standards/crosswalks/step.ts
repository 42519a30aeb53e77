import type { DataField, MarcRecord } from '../formats/marc.js'
import type { Agent } from '../record/v1-draft.js'
import type { Draft } from './draft.js'

/** A step of a MARC crosswalk: what one field adds to the draft. */
export type Step = (field: DataField, draft: Draft, context: Context) => void

export interface Context {
  record: MarcRecord
  leader: string
  /** The field in its original script that `$6` links to this one (MARC 21 880). */
  linked?: DataField | undefined
  /** Language of the text: Japanese written in Han alone looks like Chinese. */
  language?: string | undefined
  /** Agents by `$6` (UNIMARC): the field of the same number in another script names the same one. */
  twins?: Map<string, Agent>
}
