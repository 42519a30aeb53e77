export const memberTypes = ['library', 'publisher', 'research', 'teaching', 'government', 'other'] as const
export type MemberType = (typeof memberTypes)[number]
export const memberStages = ['trial', 'active', 'suspended', 'left'] as const
export type MemberStage = (typeof memberStages)[number]

export interface Member {
  /** Lower-case letters, digits, hyphens; 1 to 63. */
  id: string
  type: MemberType
  name: string
  nameZh?: string
  stage: MemberStage
  contacts?: { name?: string; email?: string }[]
  branches?: { code: string; name: string; isil?: string; locations?: { code: string; name: string }[] }[]
}

/** How far a source's descriptions may travel; the access to the content is another matter. */
export type Share = 'none' | 'members' | 'public'

export interface Source {
  /** member/name */
  id: string
  member: string
  name: string
  adapter: string
  options: Record<string, unknown>
  /** full: a harvest lists everything; delta: only what changed. */
  mode: 'full' | 'delta'
  share: Share
  /** Seconds between scheduled harvests; null: only when asked. */
  everySeconds: number | null
}

export interface NewSource extends Omit<Source, 'id' | 'mode' | 'share' | 'everySeconds'> {
  mode?: 'full' | 'delta'
  share?: Share
  everySeconds?: number | null
}

export interface Members {
  list(): Promise<Member[]>
  /** @throws ShulianError MEMBER_UNKNOWN (404) */
  get(id: string): Promise<Member>
  /** @throws ShulianError MEMBER_EXISTS (409), INPUT_INVALID (400) */
  add(member: Omit<Member, 'stage'>): Promise<Member>
  /** Adds or changes; the stage is left as it is. What the consortium file says. */
  save(member: Omit<Member, 'stage'>): Promise<Member>
  saveSource(source: NewSource): Promise<Source>
  setStage(id: string, stage: MemberStage): Promise<Member>
  sources(member?: string): Promise<Source[]>
  /** `member` alone means `member/main`. @throws ShulianError SOURCE_UNKNOWN (404) */
  source(id: string): Promise<Source>
  /** @throws ShulianError MEMBER_UNKNOWN, SOURCE_EXISTS, ADAPTER_UNKNOWN, OPTIONS_INVALID, EGRESS_BLOCKED (422) */
  addSource(source: NewSource): Promise<Source>
}
