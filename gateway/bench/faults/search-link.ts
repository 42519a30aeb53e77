import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { request } from 'undici'
import { startStandIn } from '../../search-index/meilisearch/stand-in/index.js'
import { deleteAllBut, indexesAt } from '../search-engine.js'

export interface Passing {
  method: string
  path: string
  body: string
}

/** What becomes of a request to the engine: another body, an answer instead of the engine's, or nothing of that. */
export type Meddle = (passing: Passing) => Promise<{ body?: string; status?: number } | undefined>

/** A search engine behind a link whose faults are ours to make. */
export interface SearchLink {
  url: string
  key: string
  /** What is behind it: a report says so. */
  engine: string
  meddle: Meddle
  /** Names of the indexes there. */
  indexes(): Promise<string[]>
  /** What the experiment made there goes with it. */
  close(): Promise<void>
}

/** To the server that SHULIAN_TEST_MEILI_URL names, else to a stand-in. */
export const openSearchLink = async (): Promise<SearchLink> => {
  const real = process.env['SHULIAN_TEST_MEILI_URL']
  const standIn = real === undefined ? await startStandIn({ key: 'a-key-for-experiments' }) : undefined
  const target = real ?? standIn!.url
  const key = standIn?.key ?? process.env['SHULIAN_TEST_MEILI_KEY'] ?? ''
  const link = { meddle: (async () => undefined) as Meddle }
  const server = createServer((incoming, outgoing) => {
    passed(target, link, incoming, outgoing).catch(() => outgoing.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const place = { url: target, key }
  const before = new Set(await indexesAt(place))
  return Object.assign(link, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    key,
    engine: real === undefined ? 'a stand-in' : `the server at ${real}`,
    indexes: async () => (await indexesAt(place)).filter((uid) => !before.has(uid)),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await deleteAllBut(before, place)
      await standIn?.close()
    },
  })
}

const passed = async (
  target: string,
  link: Pick<SearchLink, 'meddle'>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> => {
  const pieces: Buffer[] = []
  for await (const piece of incoming as AsyncIterable<Buffer>) pieces.push(piece)
  const { method = 'GET', url: path = '/' } = incoming
  const body = Buffer.concat(pieces).toString()
  const change = await link.meddle({ method, path, body })
  if (change?.status !== undefined) {
    outgoing.writeHead(change.status, { 'content-type': 'application/json' })
    outgoing.end(JSON.stringify({ code: codes[change.status], message: 'a fault of the experiment' }))
    return
  }
  const { authorization = '', 'content-type': type } = incoming.headers
  const answer = await request(`${target}${path}`, {
    method: method as 'GET',
    headers: { authorization, ...(type !== undefined && { 'content-type': type }) },
    body: body === '' ? null : (change?.body ?? body),
  })
  outgoing.writeHead(answer.statusCode, { 'content-type': 'application/json' })
  outgoing.end(await answer.body.text())
}

const codes: Record<number, string> = {
  413: 'payload_too_large',
  429: 'too_many_search_requests',
  503: 'internal',
}
