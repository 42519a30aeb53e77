import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import {
  type AdapterKind,
  type Call,
  codeOf,
  type LiveServices,
  type Log,
  ShulianError,
  type Work,
} from '../../gateway/contracts/index.js'
import { Availability } from '../../standards/service/availability.js'
import { addressBehind, throughDoor } from './door.js'
import type { Service, Store } from './store.js'

export interface AvailabilityParts {
  app: FastifyInstance
  store: Store
  adapters: ReadonlyMap<string, AdapterKind>
  log: Log
  now(): Date
}

/**
 * Each member of a work is asked at the same time, through the same door as everyone (the proxy's headers,
 * deadline and gate); one that is away stands in `partial` and delays nobody.
 */
export const createAvailability =
  (parts: AvailabilityParts): LiveServices['availability'] =>
  async (work, signal) => {
    const declared = (await parts.store.list()).filter(
      ({ name, adapter }) => name === 'availability' && adapter !== null,
    )
    const asked = declared.filter(({ member }) => work.holdings.some((holding) => holding.member === member))
    const answers = await Promise.all(asked.map((service) => askOrSayWhy(parts, service, work, signal)))
    return {
      availability: answers.flatMap(({ availability }) => availability),
      partial: answers.flatMap(({ partial }) => partial),
    }
  }

const askOrSayWhy = async (
  parts: AvailabilityParts,
  service: Service,
  work: Work,
  signal: AbortSignal,
): ReturnType<LiveServices['availability']> => {
  const { member } = service
  const ids = work.holdings.filter((holding) => holding.member === member).map(({ sourceId }) => sourceId)
  try {
    const answer = assertShape(await within(signal, ask(parts, service, ids, signal)))
    return { availability: answer.map((one) => ({ member, ...one })), partial: [] }
  } catch (error) {
    parts.log.warn({ member, code: codeOf(error), error }, 'availability not known')
    return { availability: [], partial: [{ member, reason: codeOf(error) }] }
  }
}

const ask = async (
  { app, adapters, log, now }: AvailabilityParts,
  service: Service,
  ids: string[],
  signal: AbortSignal,
): Promise<unknown> => {
  const { member, adapter: kind } = service
  const adapter = adapters
    .get(kind ?? '')
    ?.connect({ url: addressBehind(service) }, throughDoor(app, service, now))
  if (!adapter?.availability) {
    throw new ShulianError('CAPABILITY_MISSING', `The adapter '${kind}' gives no availability.`, {
      status: 422,
    })
  }
  const call: Call = { signal, log: log.child({ member }), trace: `t_${member}` }
  try {
    return await adapter.availability(ids, call)
  } finally {
    await adapter.close?.()
  }
}

/** An adapter that forgets the signal holds up nobody. */
const within = <T>(signal: AbortSignal, answer: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const late = () =>
      reject(new ShulianError('UPSTREAM_DEADLINE', 'The member did not answer in time.', { status: 504 }))
    if (signal.aborted) late()
    signal.addEventListener('abort', late, { once: true })
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', late))
  })

const shape = Compile(Type.Array(Availability))

const assertShape = (answer: unknown): Availability[] => {
  if (shape.Check(answer)) return answer
  const [first] = shape.Errors(answer)
  throw new ShulianError(
    'UPSTREAM_INVALID',
    `The adapter's answer is not an availability: ${first?.instancePath} ${first?.message}.`,
    {
      status: 502,
    },
  )
}
