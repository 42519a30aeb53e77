import {
  type Member,
  type MemberStage,
  type Members,
  type Services,
  ShulianError,
} from '../../gateway/contracts/index.js'
import { type Certificates, reaches } from './certificates.js'
import { fromCursor, toCursor } from './cursor.js'
import type { RecordedReport, StandardsParts } from './parts.js'
import type { Runs } from './runs.js'
import type { Cell, MatrixAnswer, PageQuery } from './schemas.js'

type Contract = Services['standards']

export interface StandardsService extends Contract {
  /**
   * Keeps a report, and the certificate that it earned.
   * @throws ShulianError SOURCE_UNKNOWN (404), CERTIFICATE_MISMATCH (409), and those of verifying a certificate
   */
  record(report: RecordedReport, certificate?: string): Promise<void>
  /** @throws ShulianError CERTIFICATE_REQUIRED (409), MEMBER_UNKNOWN (404) */
  promote(member: string): Promise<Member>
  /** Into `active` only through promote. @throws as promote */
  setStage(member: string, stage: MemberStage): Promise<Member>
  /** Members in the order of their ids, each with every suite. */
  matrix(query: PageQuery): Promise<MatrixAnswer>
}

export const createService = (parts: {
  members: Members
  runs: Runs
  certificates: Certificates
  suites: StandardsParts['suites']
}): StandardsService => {
  const { members, runs, certificates } = parts
  const suites = parts.suites.map(({ id }) => id)

  const sourcesOf = async (member: string) => (await members.sources(member)).map(({ id }) => id)

  const isCertified: Contract['isCertified'] = async (member, level) =>
    (await certificates.valid(member, await sourcesOf(member))).some((one) => reaches(one.level, level))

  const promote = async (id: string): Promise<Member> => {
    const member = await members.get(id)
    if (member.stage === 'active') return member
    if (await isCertified(id, 'L1')) return members.setStage(id, 'active')
    throw certificateRequired(id)
  }

  const cellOf = async (member: string, sources: string[], suite: string): Promise<Cell> => {
    const [best] = await certificates.valid(member, sources, suite)
    const lastRun = await runs.last(member, suite)
    return { suite, level: best?.level ?? null, expiresAt: best?.expiresAt ?? null, lastRun: lastRun ?? null }
  }

  const rowOf = async ({ id, name, stage }: Member) => {
    const sources = await sourcesOf(id)
    return {
      member: id,
      name,
      stage,
      suites: await Promise.all(suites.map((suite) => cellOf(id, sources, suite))),
    }
  }

  return {
    isCertified,
    promote,
    record: async (report, certificate) => {
      const { source } = report.target
      if (source !== undefined) await members.source(source)
      if (certificate === undefined) return runs.add(report)
      if (source === undefined) throw withoutSource()
      await certificates.add(certificate, { ...report, target: { source } })
      await runs.add(report)
    },
    setStage: (id, stage) => (stage === 'active' ? promote(id) : members.setStage(id, stage)),
    matrix: async ({ limit, cursor }) => {
      const after = cursor === undefined ? '' : (fromCursor(cursor, 1)[0] ?? '')
      const rest = (await members.list()).filter(({ id }) => id > after)
      const shown = rest.slice(0, limit)
      const last = shown.at(-1)
      return {
        suites,
        members: await Promise.all(shown.map(rowOf)),
        ...(rest.length > limit && last ? { cursor: toCursor([last.id]) } : {}),
      }
    },
  }
}

const certificateRequired = (member: string) =>
  new ShulianError(
    'CERTIFICATE_REQUIRED',
    `Member '${member}' has no valid certificate of level L1 for any of its sources. Earn one: shulian conformance run SUITE ${member}/NAME`,
    { status: 409 },
  )

const withoutSource = () =>
  new ShulianError(
    'CERTIFICATE_MISMATCH',
    'A certificate is kept for a source of a member; this run was on a file or an address of its own.',
    { status: 409 },
  )
