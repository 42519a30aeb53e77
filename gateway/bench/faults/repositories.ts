import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Listening, listen } from '../../sample/listen.js'
import { dublinCore } from './generated-items.js'

const page = (content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-03-01T10:00:00Z</responseDate><request/>${content}</OAI-PMH>`

const identify = page(
  '<Identify><repositoryName>Repository</repositoryName><protocolVersion>2.0</protocolVersion><granularity>YYYY-MM-DDThh:mm:ssZ</granularity></Identify>',
)

const listed = (from: number, count: number, token: string): string => {
  const records = Array.from({ length: count }, (_, i) => {
    const number = from + i
    return `<record><header><identifier>oai:x:${number}</identifier><datestamp>2024-01-01T00:00:00Z</datestamp></header><metadata>${dublinCore(number, `<dc:title>Title ${number}</dc:title>`)}</metadata></record>`
  })
  return page(`<ListRecords>${records.join('')}<resumptionToken>${token}</resumptionToken></ListRecords>`)
}

const recordsOfPage = 20

export const recordsOf = (pages: number): number => pages * recordsOfPage

type Answer = (query: URLSearchParams, response: ServerResponse) => void | Promise<void>

const repository = (list: Answer, isIdentified = true): Promise<Listening> =>
  listen((request, response) => {
    const query = new URL(request.url ?? '/', 'http://localhost').searchParams
    const isIdentify = isIdentified && query.get('verb') === 'Identify'
    const answer = isIdentify ? response.end(identify) : list(query, response)
    Promise.resolve(answer).catch(() => response.destroy())
  })

const numberOf = (query: URLSearchParams): number => Number(query.get('resumptionToken') ?? 0)

/** A repository as they are: so many pages, each after the time that a database takes. */
export const steady = (pages: number, milliseconds: number): Promise<Listening> =>
  repository(async (query, response) => {
    await sleep(milliseconds)
    const number = numberOf(query)
    response.end(listed(number * recordsOfPage, recordsOfPage, number + 1 < pages ? `${number + 1}` : ''))
  })

interface Hostile {
  /** That its harvest must end with. */
  code: string
  /** Where it is this that ends the harvest: a busy machine needs seconds for an answer that is merely large. */
  caps?: { answerSeconds: number }
  start(): Promise<Listening>
}

/** What a hostile repository may do. */
export const hostile: Record<string, Hostile> = {
  'endless list': {
    code: 'HARVEST_LOOP',
    start: () =>
      repository((query, response) => {
        const number = numberOf(query)
        response.end(listed(number * recordsOfPage, recordsOfPage, `${number + 1}`))
      }),
  },
  'the same token': {
    code: 'HARVEST_LOOP',
    start: () => repository((query, response) => void response.end(listed(numberOf(query), 1, '7'))),
  },
  'the same page': {
    code: 'HARVEST_LOOP',
    start: () => repository((query, response) => void response.end(listed(0, 5, `${numberOf(query) + 1}`))),
  },
  'slow drip': {
    code: 'UPSTREAM_DEADLINE',
    caps: { answerSeconds: 2 },
    start: () =>
      repository((_, response) => {
        const drip = setInterval(() => response.write(' '), 300)
        response.on('close', () => clearInterval(drip))
      }),
  },
  'huge page': { code: 'UPSTREAM_TOO_LARGE', start: () => repository((_, response) => flood(response)) },
  'stuffed pages': {
    code: 'HARVEST_LOOP',
    start: () => stuffed('<about><note>x</note></about>', 1_000_000),
  },
  'stuffed and broken pages': {
    code: 'HARVEST_LOOP',
    start: () => stuffed('<about><note>&nobody;</wrong></about>', 800_000),
  },
  garbage: {
    code: 'UPSTREAM_INVALID',
    start: () =>
      repository((_, response) => void response.end(page(`<ListRecords>${'<a b="'.repeat(200_000)}`))),
  },
  patience: {
    code: 'UPSTREAM_BUSY',
    start: () =>
      repository((_, response) => void response.writeHead(503, { 'retry-after': '0' }).end(), false),
  },
}

/** Until nobody listens any more. */
const flood = (response: ServerResponse): Promise<void> => pipeline(Readable.from(withoutEnd()), response)

function* withoutEnd(): Generator<Buffer> {
  yield Buffer.from('<OAI-PMH><ListRecords>')
  for (const block = Buffer.alloc(1 << 20, 'x'); ; ) yield block
}

/** Pages of 30 MiB, of which a record is the least part. */
const stuffed = (piece: string, times: number): Promise<Listening> => {
  const stuffing = Buffer.from(piece.repeat(times))
  return repository((query, response) => {
    const number = numberOf(query)
    const [before, after] = listed(number, 1, `${number + 1}`).split('<record>')
    response.write(before)
    response.write(stuffing)
    response.end(`<record>${after}`)
  })
}
