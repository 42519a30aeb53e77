import type { FastifyInstance } from 'fastify'
import { type AdapterKind, type Call, codeOf, type LiveServices, type Log, type Outside, ShulianError, type Work, type WorkHolding } from '../../gateway/contracts/index.js'
import type { Service, Store } from './store.js'

interface Parts {
  app: FastifyInstance
  store: Store
  adapters: ReadonlyMap<string, AdapterKind>
  outside(member: string): Outside
  log: Log
}

/**
 * Each member of a work is asked at the same time, through the same door as everyone (the proxy's headers,
 * deadline and gate); one that is away stands in `partial` and delays nobody.
 */
export const createAvailability =
  (parts: Parts): LiveServices['availability'] =>
  async (work, signal) => {
    const services = (await parts.store.list()).filter(({ name, adapter }) => name === 'availability' && adapter !== null)
    const asked = services.filter(({ member }) => work.holdings.some((holding) => holding.member === member))
    const answers = await Promise.allSettled(asked.map((service) => ask(parts, service, holdingsAt(work, service.member), signal)))
    return {
      availability: answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : [])),
      partial: answers.flatMap((answer, index) => (answer.status === 'rejected' ? [{ member: asked[index]!.member, reason: codeOf(answer.reason) }] : [])),
    }
  }

const holdingsAt = (work: Work, member: string): WorkHolding[] => work.holdings.filter((holding) => holding.member === member)

const ask = async ({ app, adapters, outside, log }: Parts, service: Service, holdings: WorkHolding[], signal: AbortSignal) => {
  const kind = adapters.get(service.adapter ?? '')
  const adapter = kind?.connect({ url: `${door}/v1/services/${service.member}/${service.name}` }, throughDoor(app, outside(service.member)))
  if (!adapter?.availability) throw new ShulianError('CAPABILITY_MISSING', `The adapter '${service.adapter}' gives no availability.`)
  const call: Call = { signal, log: log.child({ member: service.member }), trace: `t_${service.member}` }
  return adapter.availability(holdings.map(({ sourceId }) => sourceId), call)
}

const door = 'http://gateway.invalid'

/** An adapter’s way to a live service is the gateway’s own proxy route. */
const throughDoor = (app: FastifyInstance, outside: Outside): Outside => ({
  ...outside,
  fetch: async ({ url, method = 'GET', headers, body }) => {
    const response = await app.inject({ method, url: url.slice(door.length), headers, payload: body })
    if (response.statusCode >= 400) throw problemOf(response.json())
    return { status: response.statusCode, headers: response.headers as Record<string, string>, body: response.rawPayload, url }
  },
})

const problemOf = ({ code, detail, status }: { code?: string; detail?: string; status?: number }) =>
  new ShulianError(code ?? 'UPSTREAM_STATUS', detail ?? 'The member’s service refused the question.', { status: status ?? 502 })
