import { ShulianError } from '../../gateway/contracts/index.js'
import { captionOf, type Scheme } from '../../standards/subjects/classes.js'
import { foldWords } from '../../standards/text/folding.js'
import { tally } from './counting.js'
import type { Place } from './cursor.js'
import { type Mapping, mappingsOf } from './mappings.js'
import type { StatedSubject } from './subject-rows.js'
import { hiddenSources, type ReadingParts } from './summaries.js'
import { type GraphDatabase, type GraphTables, inLists } from './tables.js'
import { type ShownWork, shownWorks } from './works.js'

type Subject = GraphTables['graphSubject']

export interface SubjectSummary {
  id: string
  kind: Subject['kind']
  /** As most records write it; of a class its number. */
  label: string
  /** Of a class. */
  scheme?: string
  caption?: { zh?: string; en?: string }
  /** Every way in which records say it, with the scheme that they name. */
  stated: (StatedSubject & { records: number })[]
  works: number
}

/** Records that are read for the words of one subject. */
const mostRows = 2_000

const summaryOf = async (
  database: GraphDatabase,
  subject: Subject,
  hidden: string[],
): Promise<SubjectSummary | undefined> => {
  const rows = await database
    .selectFrom('graphAbout')
    .select(['source', 'stated'])
    .where('subject', '=', subject.id)
    .orderBy('record')
    .limit(mostRows)
    .execute()
  const shown = rows.filter(({ source }) => !hidden.includes(source))
  if (shown.length === 0) return undefined
  const { id, kind, scheme, key } = subject
  const stated = statedBy(shown.map((row) => row.stated))
  const caption = kind === 'class' ? captionOf(scheme as Scheme, key) : {}
  return {
    id,
    kind,
    label: kind === 'class' ? key : (stated[0]?.value ?? key),
    ...(kind === 'class' && { scheme }),
    ...((caption.zh ?? caption.en) !== undefined && { caption }),
    stated: stated.slice(0, 20),
    works: (await worksOf(database, id, hidden)).length,
  }
}

const statedBy = (texts: string[]): SubjectSummary['stated'] =>
  tally(
    texts
      .flatMap((text) => JSON.parse(text) as StatedSubject[])
      .map(({ value, kind, scheme }) => JSON.stringify({ value, kind, scheme })),
  ).map(([text, records]) => ({ ...(JSON.parse(text) as StatedSubject), records }))

const worksOf = async (database: GraphDatabase, id: string, hidden: string[]): Promise<string[]> => {
  let query = database.selectFrom('graphAbout').select('work').distinct().where('subject', '=', id)
  if (hidden.length > 0) query = query.where('source', 'not in', hidden)
  return (await query.orderBy('work').execute()).map(({ work }) => work)
}

/** Subjects whose words, number or caption begin so, in their order; all of them without a text. */
export const findSubjects = async (
  parts: ReadingParts,
  { q, limit, after }: { q: string; limit: number; after?: Place },
): Promise<{ subjects: SubjectSummary[]; next?: Place }> => {
  const text = foldWords(q).join(/\p{sc=Han}/u.test(q) ? '' : ' ')
  const rows = await textsAfter(parts.database, text, limit, after)
  const hidden = await hiddenSources(parts)
  const found = new Map(
    (
      await inLists(new Set(rows.map(({ id }) => id)), (chunk) =>
        parts.database.selectFrom('graphSubject').selectAll().where('id', 'in', chunk).execute(),
      )
    ).map((subject) => [subject.id, subject]),
  )
  const summaries: SubjectSummary[] = []
  for (const { id } of rows) {
    const summary = await summaryOf(parts.database, found.get(id) as Subject, hidden)
    if (summary) summaries.push(summary)
  }
  const last = rows.at(-1)
  return { subjects: summaries, ...(last && rows.length === limit && { next: last }) }
}

/** A class has its number and its captions: it is listed at the first of them that begins so. */
const textsAfter = (
  database: GraphDatabase,
  text: string,
  limit: number,
  after?: Place,
): Promise<Place[]> => {
  const begun = database
    .selectFrom('graphSubjectText as one')
    .select(['one.text', 'one.subject as id'])
    .where('one.text', '>=', after?.text ?? text)
    .where('one.text', '<', `${text}\u{10ffff}`)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('graphSubjectText as other')
            .select('other.text')
            .whereRef('other.subject', '=', 'one.subject')
            .where('other.text', '>=', text)
            .whereRef('other.text', '<', 'one.text'),
        ),
      ),
    )
  const rest = after
    ? begun.where(({ or, eb }) => or([eb('one.text', '>', after.text), eb('one.subject', '>', after.id)]))
    : begun
  return rest.orderBy('one.text').orderBy('one.subject').limit(limit).execute()
}

export interface SubjectView extends SubjectSummary {
  mappings: Mapping[]
  items: ShownWork[]
  next?: string
}

/** @throws ShulianError SUBJECT_UNKNOWN (404) */
export const readSubject = async (
  parts: ReadingParts,
  id: string,
  { limit, after }: { limit: number; after?: string },
): Promise<SubjectView> => {
  const { database } = parts
  const hidden = await hiddenSources(parts)
  const subject = await database
    .selectFrom('graphSubject')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  const summary = subject && (await summaryOf(database, subject, hidden))
  if (!summary) throw subjectUnknown(id)
  const works = (await worksOf(database, id, hidden)).filter((work) => after === undefined || work > after)
  const page = works.slice(0, limit)
  return {
    ...summary,
    mappings: await mappingsOf(database, subject, hidden),
    items: await shownWorks(parts.catalogue, page),
    ...(works.length > page.length && page.length > 0 && { next: page.at(-1) as string }),
  }
}

const subjectUnknown = (id: string) =>
  new ShulianError('SUBJECT_UNKNOWN', `There is no subject '${id}'. Look it up: GET /v1/subjects?q=…`, {
    status: 404,
  })
