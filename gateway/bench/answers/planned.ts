import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { type Agent, request } from 'undici'
import { searchWorks } from '../../../plugins/search/service.js'
import { unsteered } from '../../../plugins/search/steering/steering.js'
import type { FacetField, SearchIndex } from '../../contracts/search-index.js'

/** A search as a reader asks it. */
export interface Asked {
  q: string
  facets: FacetField[]
}

/** What the gateway asked the engine for one search, to be asked again. */
export interface Planned {
  again(): Promise<void>
  /** Questions that waited for those before them. */
  rounds: number
}

const plan = (index: SearchIndex, { q, facets }: Asked): Promise<unknown> =>
  searchWorks({ index, membersById: async () => new Map(), ...unsteered }, { q, facets, limit: 20 })

/** Of an engine in this process: the calls themselves. */
export const plannedCalls = async (index: SearchIndex, asked: Asked): Promise<Planned> => {
  const calls: (() => Promise<unknown>)[] = []
  const noting =
    <A extends unknown[], R>(call: (...given: A) => Promise<R>) =>
    (...given: A): Promise<R> => {
      calls.push(() => call(...given))
      return call(...given)
    }
  const { search, complete, missing, titled } = index
  await plan(
    {
      ...index,
      search: noting(search),
      complete: noting(complete),
      missing: noting(missing),
      titled: noting(titled),
    },
    asked,
  )
  const again = async () => {
    for (const call of calls) await call()
  }
  return { again, rounds: calls.length }
}

interface Sent {
  method: string
  path: string
  origin: string
  headers: string[]
  body: string | null
}

/** Of an engine that is a server: the requests that it was sent, those side by side that were so before. */
export const plannedRequests = async (index: SearchIndex, agent: Agent, asked: Asked): Promise<Planned> => {
  const rounds: Sent[][] = []
  let open = 0
  const created = (message: unknown) => {
    if (open++ === 0) rounds.push([])
    rounds.at(-1)!.push((message as { request: Sent }).request)
  }
  const ended = () => void open--
  subscribe('undici:request:create', created)
  subscribe('undici:request:trailers', ended)
  try {
    await plan(index, asked)
  } finally {
    unsubscribe('undici:request:create', created)
    unsubscribe('undici:request:trailers', ended)
  }
  const again = async () => {
    for (const round of rounds) await Promise.all(round.map((one) => send(agent, one)))
  }
  return { again, rounds: rounds.length }
}

const send = async (agent: Agent, { method, path, origin, headers, body }: Sent): Promise<void> => {
  const answer = await request(`${origin}${path}`, {
    dispatcher: agent,
    method: method as 'POST',
    headers,
    body,
  })
  JSON.parse(await answer.body.text())
}
