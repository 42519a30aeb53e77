import type { IncomingHttpHeaders } from 'node:http'
import type { Engine } from './engine.js'
import { type Fields, type Predicate, parseFilter } from './filter-language.js'
import { Refusal } from './refusals.js'
import type { StoredIndex } from './stored-index.js'

/** The documents of a request, as JSON or NDJSON. @throws Refusal */
export const documentsFrom = ({
  headers,
  body,
}: {
  headers: IncomingHttpHeaders
  body: string
}): Fields[] => {
  const type = headers['content-type'] ?? 'application/x-www-form-urlencoded'
  if (!['application/json', 'application/x-ndjson', 'text/csv'].includes(type))
    throw new Refusal(
      415,
      'invalid_content_type',
      `The Content-Type \`${type}\` is invalid. Accepted values for the Content-Type header are: \`application/json\`, \`application/x-ndjson\`, \`text/csv\``,
    )
  if (body === '') throw new Refusal(400, 'missing_payload', 'A json payload is missing.')
  try {
    const parsed =
      type === 'application/json'
        ? (JSON.parse(body) as Fields | Fields[])
        : body
            .split('\n')
            .filter(Boolean)
            .map((line) => JSON.parse(line) as Fields)
    return [parsed].flat()
  } catch (cause) {
    throw new Refusal(
      400,
      'malformed_payload',
      `The \`json\` payload provided is malformed. \`${String(cause)}\`.`,
    )
  }
}

interface Wanted {
  ids?: string[]
  filter?: string
  fields?: string[]
  offset?: number
  limit?: number
}

export const fetchDocuments = (
  index: StoredIndex,
  { ids, filter, fields, offset = 0, limit = 20 }: Wanted,
) => {
  const predicate = documentFilter(index, filter)
  const known = (id: string): Fields[] => [index.get(id)].filter((one) => one !== undefined)
  const listed = ids ? ids.flatMap(known) : [...index.documents.values()]
  const all = listed.filter(predicate)
  const only = (document: Fields) =>
    fields
      ? Object.fromEntries(fields.filter((name) => name in document).map((name) => [name, document[name]]))
      : document
  return { results: all.slice(offset, offset + limit).map(only), offset, limit, total: all.length }
}

export const deleteDocuments = (
  engine: Engine,
  uid: string,
  { ids, filter }: { ids?: string[]; filter?: string },
) =>
  engine.queue.add(
    'documentDeletion',
    uid,
    {
      providedIds: ids?.length ?? 0,
      deletedDocuments: 0,
      originalFilter: filter === undefined ? null : JSON.stringify(filter),
    },
    () => {
      const stored = engine.index(uid)
      if (ids) return { deletedDocuments: ids.filter((id) => stored.erase(id)).length }
      const predicate = documentFilter(stored, filter)
      const key = stored.primaryKey ?? 'id'
      const gone = [...stored.documents.values()].filter(predicate).map((one) => String(one[key]))
      for (const id of gone) stored.erase(id)
      return { deletedDocuments: gone.length }
    },
  )

/** A mistake in it has a code of its own. */
const documentFilter = ({ filterable, uid }: StoredIndex, filter: unknown): Predicate => {
  try {
    return parseFilter(filter, filterable, uid)
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(400, 'invalid_document_filter', error.message) : error
  }
}
