import type { Refused, SearchDocument } from '../../contracts/search-index.js'
import { type EngineDocument, engineDocument } from './documents.js'
import { EngineRefused } from './exchange.js'
import type { Server } from './servers.js'
import { type Ended, taskEnd, taskFailed, taskSucceeded } from './tasks.js'
import { createUnderway } from './underway.js'
import { documentIdOf, idOf } from './words.js'

/** One request's body, at most; a server may be told to take less, and says so with 413. */
const mostBytes = 10 * 1024 ** 2
/** Documents whose versions are asked for at once. */
const mostIds = 1_000
/** A task may fail for a reason of the engine's: a full disk, a shutdown. The same is tried again so often. */
const tries = 3

/** Index of one server that is written to. */
export interface Target {
  server: Server
  uid: string
  closing: AbortSignal
}

/** A document as it is sent: its line of NDJSON. */
interface Line {
  id: string
  text: string
}

/**
 * Writes what is not older than what is there. Every document that is not among the refused is indexed when this
 * resolves: its task succeeded.
 */
export const createWriter = (target: Target) => {
  const { server, uid, closing } = target
  const underway = createUnderway()
  let turn: Promise<unknown> = Promise.resolve()
  let added = 0

  /** In the order in which they were asked for, up to the moment the engine has taken them. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work)
    turn = mine.catch(() => undefined)
    return mine
  }

  const accept = async (documents: readonly SearchDocument[]) => {
    const held = await versionsOf(target, documents)
    const wanted = newestOf(documents).filter(
      ({ id, version }) => version >= underway.versionOf(id, held.get(id) ?? 0),
    )
    added = Math.max(added + 1, Date.now() * 1_000)
    const lines = wanted.map((document): Line => {
      const one = engineDocument(document, added++)
      return { id: document.id, text: lineOf(one) }
    })
    const ended = underway.begin(wanted)
    try {
      return { ended, tasks: await sent(target, lines) }
    } catch (error) {
      ended()
      throw error
    }
  }

  return {
    upsert: async (documents: readonly SearchDocument[]): Promise<Refused[]> => {
      const { ended, tasks } = await inTurn(() => accept(documents))
      try {
        const refused: Refused[] = []
        for (const task of tasks) refused.push(...(await settled(target, task)))
        return refused
      } finally {
        ended()
      }
    },
    remove: async (ids: readonly string[]): Promise<void> => {
      const { ended, task } = await inTurn(async () => {
        const { taskUid } = await server.write((client) =>
          client.index(uid).deleteDocuments(ids.map(documentIdOf)),
        )
        return { ended: underway.begin(ids.map((id) => ({ id, version: 0 }))), task: taskUid }
      })
      try {
        await taskSucceeded(server, task, closing)
      } finally {
        ended()
      }
    },
  }
}

const lineOf = (document: EngineDocument): string => JSON.stringify(document)

const newestOf = (documents: readonly SearchDocument[]): SearchDocument[] => {
  const newest = new Map<string, SearchDocument>()
  for (const document of documents)
    if (document.version >= (newest.get(document.id)?.version ?? document.version))
      newest.set(document.id, document)
  return [...newest.values()]
}

const versionsOf = async (
  { server, uid }: Target,
  documents: readonly SearchDocument[],
): Promise<Map<string, number>> => {
  const ids = [...new Set(documents.map(({ id }) => documentIdOf(id)))]
  const versions = new Map<string, number>()
  for (let at = 0; at < ids.length; at += mostIds) {
    const body = { ids: ids.slice(at, at + mostIds), fields: ['id', 'version'], limit: mostIds }
    const { results } = await server.read((client) =>
      client.httpRequest.post<{ results: { id: string; version: number }[] }>({
        path: `indexes/${uid}/documents/fetch`,
        body,
      }),
    )
    for (const { id, version } of results) versions.set(idOf(id), version)
  }
  return versions
}

/** Lines that the engine took, or would not take. */
type Sent = { lines: Line[]; task: number } | { lines: Line[]; refusal: Ended }

/** Batches as large as they may be; one that is too large for the server is halved. */
const sent = async (target: Target, lines: readonly Line[]): Promise<Sent[]> => {
  const batches: Sent[] = []
  for (const batch of batchesOf(lines)) batches.push(...(await sendHalving(target, batch)))
  return batches
}

function* batchesOf(lines: readonly Line[]): Generator<Line[]> {
  let [batch, size]: [Line[], number] = [[], 0]
  for (const line of lines) {
    const bytes = Buffer.byteLength(line.text) + 1
    if (batch.length > 0 && size + bytes > mostBytes) {
      yield batch
      ;[batch, size] = [[], 0]
    }
    batch.push(line)
    size += bytes
  }
  if (batch.length > 0) yield batch
}

const sendHalving = async (target: Target, lines: Line[]): Promise<Sent[]> => {
  try {
    return [{ lines, task: await send(target, lines) }]
  } catch (error) {
    if (!(error instanceof EngineRefused) || ![400, 413].includes(error.statusCode)) throw error
    if (lines.length === 1)
      return [{ lines, refusal: { succeeded: false, code: error.engineCode, message: error.message } }]
    const middle = lines.length >> 1
    return [
      ...(await sendHalving(target, lines.slice(0, middle))),
      ...(await sendHalving(target, lines.slice(middle))),
    ]
  }
}

const send = async ({ server, uid }: Target, lines: readonly Line[]): Promise<number> => {
  const body = lines.map(({ text }) => text).join('\n')
  const { taskUid } = await server.write((client) =>
    client.index(uid).addDocumentsFromString(body, 'application/x-ndjson', { primaryKey: 'id' }),
  )
  return taskUid
}

/**
 * What of this batch cannot be indexed. One document that the engine will not have fails its whole batch, so such a
 * batch is halved until that document stands alone. @throws ShulianError SEARCH_TASK_FAILED: for no fault of a document
 */
const settled = async (target: Target, one: Sent): Promise<Refused[]> => {
  if ('refusal' in one) return [refusedOf(one.lines[0]!, one.refusal)]
  let { task } = one
  for (let number = 1; ; number++) {
    const ended = await taskEnd(target.server, task, target.closing)
    if (ended.succeeded) return []
    if (ended.isRefusal && one.lines.length > 1) return halved(target, one.lines)
    if (number >= tries) {
      if (ended.isRefusal) return [refusedOf(one.lines[0]!, ended)]
      throw taskFailed(target.server, task, ended)
    }
    task = await send(target, one.lines)
  }
}

const halved = async (target: Target, lines: Line[]): Promise<Refused[]> => {
  const middle = lines.length >> 1
  const halves = [lines.slice(0, middle), lines.slice(middle)]
  // Both are under way before either is waited for.
  const tasks = [...(await sendHalving(target, halves[0]!)), ...(await sendHalving(target, halves[1]!))]
  const refused: Refused[] = []
  for (const task of tasks) refused.push(...(await settled(target, task)))
  return refused
}

const refusedOf = ({ id }: Line, { code = 'unknown', message = '' }: Ended): Refused => ({
  id,
  code,
  reason: message.slice(0, 500),
})
