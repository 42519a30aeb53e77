/** What went wrong, for the person who reads it. `status` 0: no answer came at all. */
export class Problem extends Error {
  /** @param {{ status: number, code: string, detail: string, requestId?: string }} told */
  constructor({ status, code, detail, requestId = '' }) {
    super(detail)
    this.status = status
    this.code = code
    this.requestId = requestId
  }
}

/** @param {unknown} error */
export const isAbort = (error) => error instanceof DOMException && error.name === 'AbortError'

/**
 * A call of the gateway. Searching sends no token: nobody is asked who they are.
 * @param {string} path
 * @param {{ signal?: AbortSignal, token?: string | null, method?: string, body?: unknown, headers?: Record<string, string> }} [options]
 * @returns {Promise<Response>}
 */
const call = async (path, { signal, token, method = 'GET', body, headers = {} } = {}) => {
  const response = await fetch(path, {
    method,
    signal: signal ?? null,
    credentials: 'omit',
    headers: {
      ...headers,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  }).catch((error) => {
    if (isAbort(error)) throw error
    throw new Problem({ status: 0, code: 'UNREACHABLE', detail: '' })
  })
  if (response.ok) return response
  const told = await response.json().catch(() => ({}))
  throw new Problem({
    status: response.status,
    code: told.code ?? '',
    detail: told.detail ?? response.statusText,
    requestId: told.requestId,
  })
}

/** @param {string} path @param {Parameters<typeof call>[1]} [options] @returns {Promise<any>} */
export const getJson = async (path, options) => (await call(path, options)).json()

/** @param {string} path @param {Parameters<typeof call>[1]} [options] */
export const getText = async (path, options) => (await call(path, options)).text()
