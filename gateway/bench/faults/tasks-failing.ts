import { silentLog } from '../../contracts/log.js'
import { createMeilisearchIndex } from '../../search-index/meilisearch.js'
import { generatedDocuments } from '../generated-documents.js'
import { randomFrom } from '../generated-records.js'
import type { SearchLink } from './search-link.js'

export interface TasksFailingOutcome {
  /** Requests that were accepted, and whose task then failed. */
  failed: number
  accepted: number
  /** Documents that were said to be indexed and are not found; that are found though they were refused. */
  lost: number
  refusedAndFound: number
  /** What the driver said of the poisonous documents: all of them, and no others. */
  refused: string[]
  poisonous: string[]
}

/** One line that no engine takes: its task fails, and the whole batch with it. */
const badLine = '\n{"id":"not an id"}'

/** One in so many accepted batches fails as a task, and some documents fail theirs each time. */
export const tasksFailing = async (
  link: SearchLink,
  { documents, batch, oneIn, seed }: { documents: number; batch: number; oneIn: number; seed: number },
): Promise<TasksFailingOutcome> => {
  const random = randomFrom(seed)
  const all = [...generatedDocuments(documents)]
  const poisonous = all.filter((_, at) => at % 97 === 13).map(({ id }) => id)
  const counts = { failed: 0, accepted: 0 }
  link.meddle = async ({ method, path, body }) => {
    if (method !== 'POST' || !/\/documents(\?|$)/.test(path)) return undefined
    counts.accepted++
    const isFailing = body.includes('"poison"') || random() < 1 / oneIn
    if (!isFailing) return undefined
    counts.failed++
    return { body: body + badLine }
  }
  const index = createMeilisearchIndex({
    urls: [link.url],
    key: link.key,
    id: async () => `e14x${process.pid}`,
    log: silentLog,
  })
  try {
    const refused: string[] = []
    for (let at = 0; at < all.length; at += batch) {
      const some = all
        .slice(at, at + batch)
        .map((one) =>
          poisonous.includes(one.id) ? { ...one, facets: { ...one.facets, class: ['poison'] } } : one,
        )
      refused.push(...(await index.upsert(some)).map(({ id }) => id))
    }
    const found = new Set<string>()
    for (
      let page = await index.list(null, 1_000);
      page.length > 0;
      page = await index.list(page.at(-1)!.id, 1_000)
    )
      for (const { id } of page) found.add(id)
    const lost = all.filter(({ id }) => !found.has(id) && !refused.includes(id)).length
    return {
      ...counts,
      lost,
      refusedAndFound: refused.filter((id) => found.has(id)).length,
      refused,
      poisonous,
    }
  } finally {
    await index.close()
  }
}
