/** The run that a page is stored for, and when. */
export interface PageContext {
  /** `member/name` */
  source: string
  run: string
  /** ISO 8601, UTC. */
  at: string
}
