import type { Finding, Format } from '../record/change.js'
import type { Description } from '../record/v1-draft.js'

/** From the bytes of one record to the canonical description. Pure: same bytes, same answer. */
export interface Crosswalk {
  format: Format
  /** Raised whenever its answer may change, so stored records can be made anew from their raw bytes. */
  version: string
  /**
   * `usualEncoding` is that of the file's other records; only a record too short to tell its own heeds it.
   * @throws RecordUnreadable when no record can be made of the bytes.
   */
  describe(bytes: Uint8Array, usualEncoding?: string): Described
}

export interface Described {
  /** The record's own identifier (001, title_id, oai identifier), when it has one. */
  sourceId?: string
  /** Left out: bibliographic. An authority’s heading stands as its title. */
  kind?: 'bib' | 'authority' | 'holding'
  /** The record says of itself that it is deleted (MARC leader/05 = d). */
  deleted: boolean
  /** Absent only when deleted. Its titles may be empty: the rules decide, not the crosswalk. */
  description?: Description
  /** What was mended or is doubtful; shown as warnings. */
  findings: Finding[]
}

/** The bytes hold no record that can be read; `finding` says why, where, and what was expected. */
export class RecordUnreadable extends Error {
  readonly code: string
  constructor(readonly finding: Finding) {
    super(`${finding.code}: ${finding.detail}`)
    this.name = 'RecordUnreadable'
    this.code = finding.code
  }
}
