import type { Finding } from '../../standards/record/change.js'

/** An OAI-PMH answer (§3.2), read with patience. */
export interface OaiPage {
  /** The server's clock. Undefined when it is no UTC date-time. */
  responseDate?: string
  /** §3.6. Text is shortened. */
  errors: { code: string; text: string }[]
  records: OaiRecord[]
  /** Null when there is no such element. */
  token: OaiToken | null
  /** What Identify says: element → its values. */
  identify: ReadonlyMap<string, string[]>
  /** What ListSets and ListMetadataFormats list: element → its text. */
  entries: Readonly<Record<string, string>>[]
  /** The page was no well-formed XML: its records were read one by one. */
  isSalvaged: boolean
}

export interface OaiRecord {
  /** '' when the header has none. */
  identifier: string
  datestamp?: string
  sets: string[]
  isDeleted: boolean
  /** The element inside `metadata`, standing alone. ListIdentifiers gives none. */
  metadata?: string
  /** The whole record element as it came. */
  xml: string
  /** What was mended. */
  findings: Finding[]
  /** Why it cannot be read. */
  fault?: Finding
}

export interface OaiToken {
  value: string
  completeListSize?: number
  cursor?: number
}

export const tokenOf = (value: string, attributes: Record<string, string>): OaiToken => {
  const token: OaiToken = { value: value.trim() }
  const size = countOf(attributes['completeListSize'])
  const cursor = countOf(attributes['cursor'])
  if (size !== undefined) token.completeListSize = size
  if (cursor !== undefined) token.cursor = cursor
  return token
}

const countOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,12}$/.test(text.trim()) ? Number(text) : undefined

/** §3.3.2: a UTC date-time; fractions of a second are forbidden, and dropped where they come. */
export const utcDateOf = (text: string | undefined): string | undefined => {
  const [, whole] =
    /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d+)?(?:Z|\+00:00)$/.exec(text?.trim() ?? '') ?? []
  return whole !== undefined && !Number.isNaN(Date.parse(`${whole}Z`)) ? `${whole}Z` : undefined
}

/** What a stranger wrote, fit for one line of ours. */
export const shortened = (text: string): string =>
  text
    .replace(/[\x00-\x1f\x7f-\x9f\s]+/g, ' ')
    .trim()
    .slice(0, 200)
