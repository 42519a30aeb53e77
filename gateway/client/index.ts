import createFetchClient, { type Client } from 'openapi-fetch'
import type { paths } from './generated/api.js'

/** Every call of a gateway, typed from its OpenAPI document. `token` is the operator's or a reader's. */
export const createClient = (options: {
  url: string
  token?: string
  fetch?: typeof globalThis.fetch
}): Client<paths> =>
  createFetchClient<paths>({
    baseUrl: options.url,
    ...(options.fetch ? { fetch: options.fetch } : {}),
    ...(options.token === undefined ? {} : { headers: { authorization: `Bearer ${options.token}` } }),
  })

export type { paths }
