import { setTimeout as sleep } from 'node:timers/promises'
import { listen } from './listen.js'

/** What DAIA 1.0 (§3.3) says of one copy. */
export interface DaiaItem {
  id: string
  label?: string
  department?: { id?: string; content?: string }
  storage?: { id?: string; content?: string }
  available?: { service: string; href?: string; delay?: string; limitation?: { content?: string }[] }[]
  unavailable?: { service: string; expected?: string; queue?: number; href?: string }[]
}

export interface AvailabilityService {
  url: string
  port: number
  /** New state of the copies of one document. */
  set(id: string, items: DaiaItem[]): void
  /** `hangs`: it takes requests and never answers; `503`: it refuses them; false: it works. */
  away: 'hangs' | '503' | false
  /** What was asked for, in order. */
  requests: string[][]
  close(): Promise<void>
}

export interface AvailabilityOptions {
  /** Document id → its copies. Read when the first request comes. */
  readonly items: Record<string, DaiaItem[]>
  port?: number
  institution?: { id?: string; content: string }
  /** Milliseconds before each answer. */
  delay?: number
  now?: () => Date
}

/** A server of Document Availability Information (DAIA 1.0): `GET ?id=…&id=…&format=json`. */
export async function startAvailabilityService(options: AvailabilityOptions): Promise<AvailabilityService> {
  const { institution, delay = 0, now = () => new Date() } = options
  let known: Map<string, DaiaItem[]> | undefined
  const items = () => {
    known ??= new Map(Object.entries(options.items))
    return known
  }
  const requests: string[][] = []

  const server = await listen(async (request, response) => {
    const params = new URL(request.url ?? '/', 'http://localhost').searchParams
    // §2.1: several ids stand in parameters of their own, or in one, divided by bars.
    const ids = params
      .getAll('id')
      .flatMap((id) => id.split('|'))
      .filter(Boolean)
    requests.push(ids)
    if (service.away === 'hangs') return
    if (service.away === '503') {
      response.writeHead(503, { 'retry-after': '30' }).end()
      return
    }
    if (delay > 0) await sleep(delay)
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'x-daia-version': '1.0.0',
      'access-control-allow-origin': '*',
    })
    response.end(JSON.stringify(answerOf(ids)))
  }, options.port)

  const answerOf = (ids: string[]) => ({
    document: ids.flatMap((id) => {
      const copies = items().get(id)
      return copies
        ? [{ id: `${service.url}/document/${encodeURIComponent(id)}`, requested: id, item: copies }]
        : []
    }),
    ...(institution ? { institution } : {}),
    timestamp: now().toISOString(),
  })

  const service: AvailabilityService = {
    url: `${server.origin}/daia`,
    port: server.port,
    set: (id, copies) => void items().set(id, copies),
    away: false,
    requests,
    close: server.close,
  }
  return service
}
