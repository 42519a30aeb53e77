import type { FastifyInstance } from 'fastify'
import type { QualityReport } from '../../standards/record/quality-report.js'
import type { Availability } from '../../standards/service/availability.js'
import type { Work } from '../../standards/work/work.js'
import type { Catalogue } from './catalogue.js'
import type { Member, Members } from './members.js'

/** What plugins offer each other. */
export interface Services {
  members: Members
  catalogue: Catalogue
  search: Search
  services: LiveServices
  feedback: Feedback
  profile: Profile
  standards: Standards
  quality: Quality
  pages: Pages
}

export interface Search {
  search(request: SearchRequest): Promise<SearchAnswer>
  /**
   * Writes every work to an index beside the one that is searched, judges it, and puts it in its place. It goes on with
   * one that was cut off. @throws ShulianError SEARCH_BUILD_REFUSED (503), SEARCH_BUILD_UNDERWAY (409)
   */
  rebuild(options: {
    signal: AbortSignal
    onProgress?: (done: number, of: number) => void
  }): Promise<{ indexed: number }>
  /** Compares every work and its version with the index, and repairs what differs. */
  reconcile(options: { signal: AbortSignal }): Promise<ReconcileReport>
}

/** What an index had otherwise than the catalogue. */
export interface ReconcileReport {
  written: number
  removed: number
  /** Works that it did not hold. */
  missing: number
  /** Works of which it held another version. */
  stale: number
  /** Works that the catalogue does not have. */
  extra: number
  /** Works that the engine will not have, with its reason; at most 100 of them. */
  refused: { id: string; code: string; reason: string }[]
}

export interface SearchRequest {
  q: string
  limit: number
  offset?: number
  cursor?: string
  sort?: 'relevance' | 'newest' | 'oldest' | 'title' | 'title-stroke'
  facets?: string[]
  filter?: unknown
  /** The plan, and why each hit was found. */
  explain?: boolean
}

export interface SearchHit {
  id: string
  title: string
  agents: string[]
  year: number | null
  type: string
  languages: string[]
  /** Original text with the found words between <mark> and </mark>; everything else HTML-escaped. */
  highlights: Record<string, string>
  holdings: { member: string; source: string; recordId: string; sourceId: string }[]
  score: number
  /**
   * Asked for by `explain`: in which manner it was found, in which of the texts that are shown (none: deeper in the record),
   * and what its place rests on, each between 0 and 1.
   */
  why?: { manner: string; synonymOf?: string[]; fields: string[]; features: Record<string, number> }
}

/** What was asked of the engine, one stage after the other until one found something. */
export interface SearchExplanation {
  stages: {
    stage: string
    total: number
    ways: { manner: string; terms: string[]; synonymOf?: string[] }[]
  }[]
}

/** Why nothing was found and what to try: what is proposed finds `total` works. */
export interface SearchHelp {
  /**
   * filter: without what is chosen in `field`; filters: without any filter; spelling: with `q`; word: nobody has `word`,
   * without it (`q`); together: nobody has all words, without `word` (`q`); prefix: not in the
   * field `word`, elsewhere (`q`); part: not all of it, a part (`q`); script: nothing like it in this script (ISO 15924); member: what
   * `member` holds cannot be found now.
   */
  reason: 'filter' | 'filters' | 'spelling' | 'word' | 'together' | 'prefix' | 'part' | 'script' | 'member'
  field?: string
  word?: string
  q?: string
  script?: string
  member?: string
  total?: number
  /** The filters have to go too. */
  withoutFilters?: true
}

export interface SearchAnswer {
  total: number
  totalIsExact: boolean
  hits: SearchHit[]
  cursor?: string
  /** Each counted without what is chosen in it. */
  facets: Record<string, { value: string; count: number; label?: string; labelEn?: string }[]>
  /** Years in bars, rising; when `year` is among the facets. */
  histogram?: { from: number; to: number; count: number }[]
  /** What a librarian recommends to whoever asks this; no part of total, facets or pages, and not repeated in `hits`. */
  bestBet?: { number: number; note: string; until?: string; hits: SearchHit[] }
  didYouMean?: string
  /** When nothing was found. */
  help?: SearchHelp[]
  /** Asked for by `explain`. */
  explanation?: SearchExplanation
  /** Members that are not in the answer; or parts of the index, `2 of 3`, that did not answer. */
  partial: { member?: string; index?: string; reason: string }[]
  tookMs: number
}

export interface LiveServices {
  /**
   * Adds or changes a member’s live service.
   * @throws ShulianError MEMBER_UNKNOWN, ADAPTER_UNKNOWN, CAPABILITY_MISSING, URL_INVALID, EGRESS_BLOCKED (422)
   */
  save(service: { member: string; name: string; url: string; adapter?: string | null }): Promise<void>
  /** Of every holding of a work whose member has a live service; those that are away stand in `partial`. */
  availability(
    work: Work,
    signal: AbortSignal,
  ): Promise<{
    availability: ({ member: string } & Availability)[]
    partial: { member: string; reason: string }[]
  }>
}

export interface Feedback {
  /** Everything of a reader, for export. */
  of(subject: string): Promise<unknown>
  forget(subject: string): Promise<void>
}

export interface Profile {
  of(subject: string): Promise<unknown>
}

/** What is kept of a conformance report beside the whole of it. */
export interface ConformanceSummary {
  standard: { id: string; version: string }
  suite: { id: string; version: string }
  target: { source?: string }
  verdict: 'conformant' | 'not-conformant' | 'incomplete' | 'infrastructure'
  level: { asked: 'L1' | 'L2' | 'L3'; reached: 'L1' | 'L2' | 'L3' | null }
  run: { id: string; start: string; end: string }
}

export interface Standards {
  /** Whether a valid certificate of this level covers a source of the member. */
  isCertified(member: string, level: 'L1' | 'L2'): Promise<boolean>
  /**
   * Keeps a conformance report, and the certificate that it earned.
   * @throws ShulianError SOURCE_UNKNOWN (404), CERTIFICATE_MISMATCH (409)
   */
  record(report: ConformanceSummary, certificate?: string): Promise<void>
  /** From trial to active. @throws ShulianError CERTIFICATE_REQUIRED (409) */
  promote(member: string): Promise<Member>
}

export interface QualityAnswer {
  /** none: no run has read anything yet. computing: a run ended that no report covers. */
  state: 'none' | 'computing' | 'ready'
  /** While computing: records looked at so far. */
  done?: number
  /** The latest there is, also while a newer one is being computed. */
  report?: QualityReport
}

export interface Quality {
  /** @throws ShulianError SOURCE_UNKNOWN, QUALITY_UNKNOWN (404): no report covers that run */
  of(source: string, run?: string): Promise<QualityAnswer>
  /** The latest first. */
  history(source: string, limit: number): Promise<QualityReport[]>
  /** Brings the report up to the latest run that ended. @throws ShulianError QUALITY_TAKEN (409): another process is at it */
  compute(source: string, signal: AbortSignal): Promise<void>
  /** Every measure of a report, as CSV. */
  table(report: QualityReport): Iterable<string>
  /** Every record that breaks one rule, as CSV. @throws ShulianError QUALITY_RULE_UNKNOWN (404) */
  records(source: string, rule: string): Promise<AsyncIterable<string>>
}

/** A page of ours: static files alone; all data comes from the calls. */
export interface Page {
  /** Its scripts, styles, words, and index.html: a template with {{names}}. */
  folder: string
  /** Address under which its files are: `/assets`. */
  files: string
  /** Address of each document → what it shows first (`{{view}}`). */
  views: Record<string, string>
  /** For other names of the template. */
  values?: Record<string, string>
}

export interface Pages {
  routes(page: Page): (app: FastifyInstance) => void
}
