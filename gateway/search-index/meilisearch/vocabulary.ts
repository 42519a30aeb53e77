import { codeOf } from '../../contracts/errors.js'
import type { CompletedField, TextTerm } from '../../contracts/search-index.js'
import type { Asking } from './ask.js'
import { wordsAttribute } from './documents.js'
import { questionOfTerm } from './query.js'
import type { Server } from './servers.js'
import { tokenOf, wordsIn } from './words.js'

/** More beginnings than this are first asked whether any word begins so: each that does costs a request for every field. */
const mostAtOnce = 8

export const complete = async (
  asking: Asking,
  fields: readonly CompletedField[],
  beginnings: readonly string[],
  limit: number,
): Promise<{ token: string; count: number }[]> => {
  const asked = widest(beginnings).filter((one) => wordsIn(one).length === 1)
  const some = asked.length > mostAtOnce ? await begun(asking, asked) : asked
  const here = await asking.here()
  const found = await Promise.all(
    fields.flatMap((field) =>
      some.map(async (beginning) => {
        const [word] = wordsIn(beginning)
        const words = await ofThoseHere(here, (server) =>
          facetWords(server, asking, wordsAttribute(field), word!),
        )
        return added(words.flat())
      }),
    ),
  )
  return inOrder(found.flat()).slice(0, limit)
}

const begun = async (asking: Asking, beginnings: readonly string[]): Promise<string[]> => {
  const none = await missing(
    asking,
    beginnings.map((one) => ({ tokens: [one], prefix: true })),
  )
  return beginnings.filter((_, at) => !none[at])
}

export const missing = async (
  asking: Asking,
  terms: readonly Omit<TextTerm, 'field'>[],
): Promise<boolean[]> => {
  if (terms.length === 0) return []
  const found = await ofThoseHere(await asking.here(), (server) => findingAny(server, asking, terms))
  return terms.map((_, at) => !found.some((one) => one[at]))
}

/** Whether a server has a document with each of these, in one request. */
const findingAny = async (
  server: Server,
  { uid, keyOf }: Asking,
  terms: readonly Omit<TextTerm, 'field'>[],
): Promise<boolean[]> => {
  const queries = terms.map((term) => ({
    indexUid: uid,
    ...questionOfTerm(term),
    limit: 1,
    attributesToRetrieve: ['id'],
  }))
  const { results } = await server.search(await keyOf(server))((client) =>
    client.httpRequest.post<{ results: { hits: unknown[] }[] }>({ path: 'multi-search', body: { queries } }),
  )
  return results.map(({ hits }) => hits.length > 0)
}

/** A server that is away knows no words; all of them away is an error. */
const ofThoseHere = async <T>(servers: readonly Server[], work: (server: Server) => Promise<T>) => {
  const ends = await Promise.allSettled(servers.map(work))
  const found = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []))
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed && (found.length === 0 || codeOf(failed.reason) !== 'SEARCH_ENGINE_AWAY')) throw failed.reason
  return found
}

const facetWords = async (server: Server, { uid, keyOf }: Asking, attribute: string, beginning: string) => {
  const wanted = { facetName: attribute, facetQuery: beginning }
  const { facetHits } = await server.search(await keyOf(server))((client) =>
    client.index(uid).searchForFacetValues(wanted),
  )
  return facetHits.filter(({ value }) => value.startsWith(beginning))
}

/** Without those that begin as another does: what they would give is among its words. */
const widest = (beginnings: readonly string[]): string[] => [
  ...new Set(beginnings.filter((one) => !beginnings.some((other) => other !== one && one.startsWith(other)))),
]

const added = (found: readonly { value: string; count: number }[]) => {
  const counts = new Map<string, number>()
  for (const { value, count } of found) counts.set(value, (counts.get(value) ?? 0) + count)
  return [...counts].map(([value, count]) => ({ token: tokenOf(value), count }))
}

/** Each once, as in the field that has it most. */
const inOrder = (found: readonly { token: string; count: number }[]) => {
  const most = new Map<string, number>()
  for (const { token, count } of found) most.set(token, Math.max(count, most.get(token) ?? 0))
  return [...most]
    .map(([token, count]) => ({ token, count }))
    .sort((one, other) => other.count - one.count || (one.token < other.token ? -1 : 1))
}
