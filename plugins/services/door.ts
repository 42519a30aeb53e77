import type { FastifyInstance } from 'fastify'
import { type Outside, type OutsideResponse, ShulianError } from '../../gateway/contracts/index.js'
import { away } from './answer.js'
import type { Service } from './store.js'

const door = 'http://gateway.invalid'
const defaultMaxBytes = 4 * 1024 ** 2

/** The address of a service as its adapter sees it. */
export const addressBehind = ({ member, name }: Service): string => `${door}/v1/services/${member}/${name}`

/** An adapter’s way to a live service is the gateway’s own proxy route, to this service alone. */
export const throughDoor = (app: FastifyInstance, service: Service, now: () => Date): Outside => ({
  now,
  fetch: async ({ url, method = 'GET', headers, body, signal, maxBytes = defaultMaxBytes }) => {
    const path = assertBehind(service, url)
    const response = await app.inject({
      method,
      url: path,
      headers,
      payload: body,
      signal,
      payloadAsStream: true,
    })
    const bytes = await collect(response.stream(), maxBytes).catch((error: unknown) => {
      // Cut off when it had begun, by the member or at the deadline: of that a stream says nothing with a code.
      throw error instanceof ShulianError ? error : away(service.member, service.name, 'broke off its answer')
    })
    // The proxy names the member on what it passes on; anything else is its own refusal.
    if (response.headers['x-shulian-member'] === undefined) throw refusalOf(bytes)
    return {
      status: response.statusCode,
      headers: response.headers as OutsideResponse['headers'],
      body: bytes,
      url,
    }
  },
  assertAllowed: async (url) => {
    assertBehind(service, url)
  },
  open: () => {
    throw blocked(service)
  },
})

const assertBehind = (service: Service, address: string): string => {
  const base = new URL(addressBehind(service))
  const url = URL.canParse(address) ? new URL(address) : null
  const isBehind = url?.origin === base.origin && `${url.pathname}/`.startsWith(`${base.pathname}/`)
  if (!url || !isBehind) throw blocked(service)
  return `${url.pathname}${url.search}`
}

const blocked = ({ member, name }: Service) =>
  new ShulianError(
    'EGRESS_BLOCKED',
    `The adapter of '${member}/${name}' asks for an address outside of that service.`,
    {
      status: 422,
    },
  )

const collect = async (chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> => {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > maxBytes) {
      throw new ShulianError('UPSTREAM_TOO_LARGE', `The answer is larger than ${maxBytes} bytes.`, {
        status: 502,
      })
    }
    parts.push(chunk)
  }
  return Buffer.concat(parts)
}

const refusalOf = (bytes: Uint8Array): ShulianError => {
  const { code, detail, status } = JSON.parse(Buffer.from(bytes).toString()) as Record<
    string,
    string | number
  >
  return new ShulianError(String(code), String(detail), { status: Number(status) })
}
