/** An answer that is no success, as the engine words it. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly type: 'invalid_request' | 'auth' | 'internal' | 'system' = 'invalid_request',
  ) {
    super(message)
  }
}

export const errorBody = ({ message, code, type }: Refusal) => ({
  message,
  code,
  type,
  link: `https://docs.meilisearch.com/errors#${code}`,
})

export const indexNotFound = (uid: string, status = 404) =>
  new Refusal(status, 'index_not_found', `Index \`${uid}\` not found.`)
