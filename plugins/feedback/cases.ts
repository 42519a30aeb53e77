import { createHash } from 'node:crypto'
import { type Actor, type Kernel, ShulianError } from '../../gateway/contracts/index.js'
import { fromCursor, toCursor } from './cursor.js'
import { newId } from './inbox.js'
import type { Case, CasesQuery, NewCase } from './schemas.js'
import { dueAfter, firstState, responseWorkingDays, stateNamesZh } from './states.js'
import type { CaseRow, FeedbackDatabase } from './tables.js'

/** Cases as they are opened and read; who may see which is decided here alone. */
export const createCases = (kernel: Kernel) => {
  const database = kernel.database as FeedbackDatabase

  /**
   * The same idempotency key of the same reader gives the same case again.
   * @throws ShulianError MEMBER_UNKNOWN, WORK_UNKNOWN, RECORD_UNKNOWN (404), IDEMPOTENCY_KEY_REUSED (422)
   */
  const open = async (reporter: string, input: NewCase, idempotencyKey?: string): Promise<string> => {
    await assertKnown(kernel, input)
    const row = toRow(reporter, input, kernel.now(), idempotencyKey)
    await database
      .insertInto('feedbackCase')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    if (idempotencyKey === undefined) return row.id
    const kept = await database
      .selectFrom('feedbackCase')
      .select(['id', 'fingerprint'])
      .where('reporter', '=', reporter)
      .where('idempotencyKey', '=', idempotencyKey)
      .executeTakeFirstOrThrow()
    if (kept.fingerprint === row.fingerprint) return kept.id
    throw new ShulianError(
      'IDEMPOTENCY_KEY_REUSED',
      'This Idempotency-Key came before with another text. Send a new key.',
      { status: 422 },
    )
  }

  const find = (id: string) =>
    database.selectFrom('feedbackCase').selectAll().where('id', '=', id).executeTakeFirst()

  /** @throws ShulianError CASE_UNKNOWN (404), also for a case that this actor may not see */
  const get = async (id: string, actor: Actor): Promise<Case> => {
    const row = await find(id)
    if (!row || !isVisible(row, actor)) throw caseUnknown()
    const [shown] = await complete(database, [row], actor)
    return shown as Case
  }

  const list = async (actor: Actor, filter: CasesQuery) => {
    const { n } = await select(database, actor, filter)
      .select(({ fn }) => fn.countAll().as('n'))
      .executeTakeFirstOrThrow()
    let query = select(database, actor, filter).selectAll()
    if (filter.cursor !== undefined) {
      const { at, id } = fromCursor(filter.cursor)
      query = query.where(({ eb, and, or }) =>
        or([eb('createdAt', '<', at), and([eb('createdAt', '=', at), eb('id', '<', id)])]),
      )
    }
    const rows = await query
      .orderBy('createdAt', 'desc')
      .orderBy('id', 'desc')
      .limit(filter.limit + 1)
      .execute()
    const shown = rows.slice(0, filter.limit)
    const last = shown.at(-1)
    return {
      total: Number(n),
      cases: await complete(database, shown, actor),
      ...(last && rows.length > filter.limit
        ? { cursor: toCursor({ at: last.createdAt, id: last.id }) }
        : {}),
    }
  }

  return { open, get, list, find }
}
export type Cases = ReturnType<typeof createCases>

export const caseUnknown = () =>
  new ShulianError('CASE_UNKNOWN', 'There is no such case, or it is not yours and not public.', {
    status: 404,
  })

/** A case must speak of things that exist: a fault of nowhere reaches nobody. */
const assertKnown = async (kernel: Kernel, { member, work, record }: NewCase): Promise<void> => {
  if (member !== undefined) await kernel.service('members').get(member)
  if (work !== undefined) await kernel.service('catalogue').work(work)
  if (record !== undefined) await kernel.service('catalogue').record(record)
}

const toRow = (reporter: string, input: NewCase, at: Date, idempotencyKey?: string): CaseRow => {
  const { kind, text, member = null, work = null, record = null, language = null } = input
  return {
    id: newId('c'),
    kind,
    text,
    reporter,
    member,
    work,
    recordId: record,
    language,
    state: firstState(kind),
    moderation: 'pending',
    moderationReason: null,
    createdAt: at.toISOString(),
    updatedAt: at.toISOString(),
    dueAt: dueAfter(at, responseWorkingDays).toISOString(),
    firstResponseAt: null,
    closedAt: null,
    idempotencyKey: idempotencyKey ?? null,
    fingerprint: createHash('sha256')
      .update(JSON.stringify([kind, text, member, work, record, language]))
      .digest('hex'),
  }
}

const isPublic = (row: CaseRow): boolean => row.moderation === 'passed' && row.state !== 'withdrawn'

const isVisible = (row: CaseRow, actor: Actor): boolean =>
  actor.kind === 'operator' || isPublic(row) || (actor.kind === 'reader' && actor.subject === row.reporter)

const select = (database: FeedbackDatabase, actor: Actor, filter: CasesQuery) => {
  let query = database.selectFrom('feedbackCase')
  if (actor.kind === 'reader' && !filter.board) query = query.where('reporter', '=', actor.subject)
  else if (actor.kind !== 'operator' || filter.board)
    query = query.where('moderation', '=', 'passed').where('state', '!=', 'withdrawn')
  for (const name of ['state', 'kind', 'member', 'moderation'] as const) {
    const value = filter[name]
    if (value !== undefined) query = query.where(name, '=', value as never)
  }
  return query
}

/** Rows with their replies and transitions, as this actor may see them. */
const complete = async (database: FeedbackDatabase, rows: CaseRow[], actor: Actor): Promise<Case[]> => {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const replies = await database
    .selectFrom('feedbackMessage')
    .selectAll()
    .where('caseId', 'in', ids)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const transitions = await database
    .selectFrom('feedbackTransition')
    .selectAll()
    .where('caseId', 'in', ids)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...toCase(row, actor),
    replies: replies.filter(({ caseId }) => caseId === row.id).map(({ caseId: _, ...reply }) => reply),
    transitions: transitions
      .filter(({ caseId }) => caseId === row.id)
      .map(
        ({ fromState, toState, author, at }) =>
          ({ from: fromState, to: toState, author, at }) as Case['transitions'][number],
      ),
  }))
}

const toCase = (row: CaseRow, actor: Actor): Omit<Case, 'replies' | 'transitions'> => {
  const isInsider = actor.kind === 'operator' || (actor.kind === 'reader' && actor.subject === row.reporter)
  const given = {
    moderationReason: isInsider ? row.moderationReason : null,
    reporter: actor.kind === 'operator' ? row.reporter : null,
    member: row.member,
    work: row.work,
    record: row.recordId,
    language: row.language,
    closedAt: row.closedAt,
  }
  const { id, kind, text, state, moderation, createdAt, updatedAt, dueAt, firstResponseAt } = row
  return {
    id,
    kind,
    text,
    state,
    stateZh: stateNamesZh[state],
    moderation,
    createdAt,
    updatedAt,
    response: {
      workingDays: responseWorkingDays,
      dueAt,
      ...(firstResponseAt === null ? {} : { firstAt: firstResponseAt }),
    },
    ...withoutNull(given),
  }
}

const withoutNull = <T extends Record<string, string | null>>(values: T): { [K in keyof T]?: string } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as {
    [K in keyof T]?: string
  }
