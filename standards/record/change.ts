import { type Static, Type } from 'typebox'

/** Vocabularies that a crosswalk exists for. The carrier (ISO 2709, XML, text) is told from the bytes. */
export const Format = Type.Enum(['marc21', 'cnmarc', 'dublin-core', 'kbart', 'mods', 'pica', 'mab2', 'csv'])
export type Format = Static<typeof Format>

/**
 * What an adapter yields and what a member may push. `sourceId` is the source's own identifier; left out
 * when only the bytes hold it (a MARC file): the crosswalk then reads it.
 */
export interface PutChange {
  kind: 'bib' | 'authority' | 'holding'
  op: 'put'
  sourceId?: string
  format: Format
  bytes: Uint8Array
  /** The source's own datestamp, ISO 8601 UTC. */
  stamp?: string
  /** Byte offset in the file or page it came from. */
  offset?: number
  /** Sets of the source that hold it (OAI setSpec). */
  sets?: string[]
  /** Encoding of the other records of its file, for one that is too short to tell its own. */
  usualEncoding?: string
  /** What the reader noticed and mended: shown as warnings. */
  warnings?: Finding[]
}

/** An explicit deletion: it applies in the run that reads it. */
export interface DeleteChange {
  kind: 'bib' | 'authority' | 'holding'
  op: 'delete'
  sourceId: string
  stamp?: string
  offset?: number
}

/** A record that could not be read: kept with its bytes, never dropped. */
export interface BrokenChange {
  op: 'broken'
  sourceId?: string
  format?: Format
  bytes: Uint8Array
  offset?: number
  finding: Finding
}

/** Blank lines, filler between records: counted, nothing to keep. */
export interface EmptyChange {
  op: 'empty'
  offset?: number
}

export type Change = PutChange | DeleteChange | BrokenChange | EmptyChange

/** One thing a rule found, said for the person who mends the data. */
export const Finding = Type.Object({
  code: Type.String({ pattern: '^[A-Z][A-Z0-9_]+$', description: 'Stable code of the rule' }),
  detail: Type.String({ description: 'What was expected and what came, in English' }),
  detailZh: Type.Optional(Type.String({ description: 'The same in Chinese' })),
  path: Type.Optional(
    Type.String({ description: 'Field it was found in: 245, 200$a, leader/12-16, titles/0' }),
  ),
  expected: Type.Optional(Type.String()),
  got: Type.Optional(Type.String()),
  offset: Type.Optional(Type.Integer({ description: 'Byte offset inside the record' })),
})
export type Finding = Static<typeof Finding>
