import { type SubjectRow, subjectTexts } from './subject-rows.js'
import { type GraphTransaction, inChunks, inLists } from './tables.js'

const keyOf = ({ subject, record }: { subject: string; record: string }): string => `${subject} ${record}`

/** Makes the graph say of these works what their records say. Subjects are their words: nothing is put together. */
export const takeSubjects = async (
  transaction: GraphTransaction,
  works: readonly string[],
  rows: readonly SubjectRow[],
): Promise<number> => {
  const old = await aboutOf(transaction, works, new Set(rows.map(({ about }) => about.record)))
  const now = new Map(rows.map((row) => [keyOf(row.about), row]))
  const isSame = (row: SubjectRow['about'], other: SubjectRow['about'] | undefined) =>
    row.work === other?.work && row.stated === other.stated && row.source === other.source
  const known = new Map(old.map((row) => [keyOf(row), row]))
  const gone = old.filter((row) => !isSame(row, now.get(keyOf(row))?.about))
  const fresh = [...now.values()].filter(({ about }) => !isSame(about, known.get(keyOf(about))))
  for (const { subject, record } of gone)
    await transaction
      .deleteFrom('graphAbout')
      .where('subject', '=', subject)
      .where('record', '=', record)
      .execute()
  await addRows(transaction, fresh)
  await forget(transaction, new Set(gone.map(({ subject }) => subject)))
  return gone.length + fresh.length
}

const aboutOf = async (transaction: GraphTransaction, works: readonly string[], records: Set<string>) => {
  const ofWorks = await inLists(works, (chunk) =>
    transaction.selectFrom('graphAbout').selectAll().where('work', 'in', chunk).execute(),
  )
  for (const { record } of ofWorks) records.delete(record)
  const moved = await inLists(records, (chunk) =>
    transaction.selectFrom('graphAbout').selectAll().where('record', 'in', chunk).execute(),
  )
  return [...ofWorks, ...moved]
}

const addRows = async (transaction: GraphTransaction, fresh: SubjectRow[]): Promise<void> => {
  const subjects = new Map(fresh.map(({ subject }) => [subject.id, subject]))
  const known = await inLists(subjects.keys(), (chunk) =>
    transaction.selectFrom('graphSubject').select('id').where('id', 'in', chunk).execute(),
  )
  for (const { id } of known) subjects.delete(id)
  await inChunks([...subjects.values()], (chunk) =>
    transaction.insertInto('graphSubject').values(chunk).execute(),
  )
  const texts = [...subjects.values()].flatMap((subject) =>
    subjectTexts(subject).map((text) => ({ text, subject: subject.id })),
  )
  await inChunks(texts, (chunk) => transaction.insertInto('graphSubjectText').values(chunk).execute())
  await inChunks(fresh, (chunk) =>
    transaction
      .insertInto('graphAbout')
      .values(chunk.map(({ about }) => about))
      .execute(),
  )
}

/** Subjects that no record names any more. */
const forget = async (transaction: GraphTransaction, subjects: Set<string>): Promise<void> => {
  const still = await inLists(subjects, (chunk) =>
    transaction.selectFrom('graphAbout').select('subject').distinct().where('subject', 'in', chunk).execute(),
  )
  for (const { subject } of still) subjects.delete(subject)
  await inLists(subjects, (chunk) =>
    transaction.deleteFrom('graphSubject').where('id', 'in', chunk).execute(),
  )
  await inLists(subjects, (chunk) =>
    transaction.deleteFrom('graphSubjectText').where('subject', 'in', chunk).execute(),
  )
}
