import { readDescription } from '../../standards/record/packed.js'
import { reachOf } from './neighbourhood.js'
import { type CatalogueTransaction, inLists } from './tables.js'

/** A work as a decision shows it. */
export interface Outlined {
  id: string
  records: { id: string; source: string; sourceId: string; title: string }[]
}

/** What becomes of the works that a change touches: those that stay as they are, are not listed. */
export interface Effect {
  before: Outlined[]
  after: Outlined[]
}

/** Makes a change and says what became of all that hangs together with these records. */
export const effectOf = async (
  transaction: CatalogueTransaction,
  ids: string[],
  change: () => Promise<void>,
  regroup: (ids: string[]) => Promise<void>,
): Promise<Effect> => {
  const near = await fellows(transaction, (await reachOf(transaction, ids)).ids)
  const before = await outlinesOf(transaction, near)
  await change()
  await regroup(ids)
  const after = await outlinesOf(transaction, near)
  const isIn = (works: Outlined[]) => {
    const texts = new Set(works.map(textOf))
    return (work: Outlined) => texts.has(textOf(work))
  }
  const [stood, stands] = [isIn(before), isIn(after)]
  return { before: before.filter((work) => !stands(work)), after: after.filter((work) => !stood(work)) }
}

const textOf = ({ id, records }: Outlined): string => [id, ...records.map(({ id }) => id)].join(' ')

/** With everything that stands in a work with one of them. */
const fellows = async (transaction: CatalogueTransaction, ids: string[]): Promise<string[]> => {
  const works = await inLists(ids, (list) =>
    transaction.selectFrom('catalogueRecord').select('workId').where('id', 'in', list).execute(),
  )
  const rows = await inLists([...new Set(works.flatMap(({ workId }) => workId ?? []))], (list) =>
    transaction.selectFrom('catalogueRecord').select('id').where('workId', 'in', list).execute(),
  )
  return [...new Set([...ids, ...rows.map(({ id }) => id)])]
}

const outlinesOf = async (transaction: CatalogueTransaction, ids: string[]): Promise<Outlined[]> => {
  const rows = await inLists(ids, (list) =>
    transaction
      .selectFrom('catalogueRecord')
      .innerJoin('catalogueContent', 'recordId', 'id')
      .select(['id', 'source', 'sourceId', 'workId', 'description'])
      .where('id', 'in', list)
      .where('workId', 'is not', null)
      .orderBy('id')
      .execute(),
  )
  const works = new Map<string, Outlined>()
  for (const { workId, description, ...record } of rows) {
    const id = workId as string
    const work = works.get(id) ?? { id, records: [] }
    work.records.push({ ...record, title: titleOf(description) })
    works.set(id, work)
  }
  return [...works.values()].sort((one, other) => (one.id < other.id ? -1 : 1))
}

const titleOf = (description: string): string => readDescription(description).titles[0]?.value ?? ''
