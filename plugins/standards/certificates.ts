import { codeOf, ShulianError } from '../../gateway/contracts/index.js'
import { fromCursor, toCursor } from './cursor.js'
import { type Level, levels, type RecordedReport, type StandardsParts } from './parts.js'
import type { Runs } from './runs.js'
import type { CertificatesQuery, CertificateView } from './schemas.js'
import type { StandardsDatabase, StandardsTables } from './tables.js'

type Row = StandardsTables['standardsCertificate']

/** A source is tried again at least this often, else what its certificates say is no longer known. */
const RECHECK_MS = 120 * 86_400_000

export const createCertificates = (parts: {
  database: StandardsDatabase
  verify: StandardsParts['verify']
  runs: Runs
  now(): Date
}) => {
  const { database, verify, runs, now } = parts

  /**
   * Keeps a certificate beside the run that earned it.
   * @throws ShulianError CERTIFICATE_MISMATCH (409), and those of verify
   */
  const add = async (jws: string, report: RecordedReport & { target: { source: string } }): Promise<void> => {
    const { sub, jti, iat, exp, conformance } = await verify(jws, { now: now() })
    const { source } = report.target
    if (sub !== source || conformance.run.id !== report.run.id || conformance.suite.id !== report.suite.id)
      throw mismatch(source)
    await database
      .insertInto('standardsCertificate')
      .values({
        id: jti,
        member: source.slice(0, source.indexOf('/')),
        source,
        suite: conformance.suite.id,
        level: conformance.level,
        run: conformance.run.id,
        issuedAt: new Date(iat * 1000).toISOString(),
        expiresAt: new Date(exp * 1000).toISOString(),
        jws: jws.trim(),
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
  }

  /** Read live: what the row says is believed only as far as the signed certificate says it too. */
  const standingOf = async (row: Row): Promise<CertificateView['standing']> => {
    try {
      const { sub, jti, conformance } = await verify(row.jws, { now: now() })
      const isSame =
        sub === row.source &&
        jti === row.id &&
        conformance.level === row.level &&
        conformance.suite.id === row.suite
      if (!isSame) return 'invalid'
    } catch (error) {
      return codeOf(error) === 'CERTIFICATE_EXPIRED' ? 'expired' : 'invalid'
    }
    const passedAt = await runs.lastPassed(row.source, row.suite)
    const isRecent = passedAt !== null && now().getTime() - Date.parse(passedAt) <= RECHECK_MS
    return isRecent ? 'valid' : 'suspended'
  }

  const list = async ({ limit, cursor, member, suite, jti }: CertificatesQuery) => {
    let query = database
      .selectFrom('standardsCertificate')
      .selectAll()
      .orderBy('issuedAt', 'desc')
      .orderBy('id', 'desc')
    if (jti !== undefined) query = query.where('id', '=', jti)
    if (member !== undefined) query = query.where('member', '=', member)
    if (suite !== undefined) query = query.where('suite', '=', suite)
    if (cursor !== undefined) {
      const [at = '', id = ''] = fromCursor(cursor, 2)
      query = query.where((where) =>
        where.or([where('issuedAt', '<', at), where.and([where('issuedAt', '=', at), where('id', '<', id)])]),
      )
    }
    const rows = await query.limit(limit + 1).execute()
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return {
      certificates: await Promise.all(shown.map(view)),
      ...(rows.length > limit && last ? { cursor: toCursor([last.issuedAt, last.id]) } : {}),
    }
  }

  const view = async ({ jws, ...row }: Row): Promise<CertificateView> => ({
    ...row,
    standing: await standingOf({ ...row, jws }),
    certificate: jws,
  })

  /** Valid ones of these sources, the highest level first. */
  const valid = async (member: string, sources: readonly string[], suite?: string): Promise<Row[]> => {
    if (sources.length === 0) return []
    let query = database
      .selectFrom('standardsCertificate')
      .selectAll()
      .where('member', '=', member)
      .where('source', 'in', [...sources])
      .where('expiresAt', '>', now().toISOString())
    if (suite !== undefined) query = query.where('suite', '=', suite)
    const rows = await query.orderBy('level', 'desc').orderBy('expiresAt', 'desc').execute()
    const standings = await Promise.all(rows.map(standingOf))
    return rows.filter((_, at) => standings[at] === 'valid')
  }

  return { add, list, valid }
}
export type Certificates = ReturnType<typeof createCertificates>

export const reaches = (level: Level, wanted: Level): boolean =>
  levels.indexOf(level) >= levels.indexOf(wanted)

const mismatch = (source: string) =>
  new ShulianError(
    'CERTIFICATE_MISMATCH',
    `The certificate is not the one of this run on '${source}'. Record it beside the run that earned it.`,
    { status: 409 },
  )
