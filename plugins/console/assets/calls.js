import { getJson, Problem } from './api.js'
import { endSession, token } from './session.js'

/**
 * A call of the gateway, with the operator's token when there is one.
 * @param {string} path
 * @param {{ signal?: AbortSignal, method?: string, body?: unknown }} [options]
 * @returns {Promise<any>}
 */
export const call = (path, options = {}) => getJson(path, { ...options, token: token() }).catch(refused)

/** @param {any} error @returns {never} */
const refused = (error) => {
  if (error.code === 'TOKEN_INVALID') endSession()
  throw error
}

/** @param {string} path @param {AbortSignal} [signal] */
export const act = (path, signal) => call(path, { method: 'POST', ...(signal && { signal }) })

/** @param {string} path @param {RequestInit} init */
const raw = async (path, init) => {
  const response = await fetch(path, {
    ...init,
    credentials: 'omit',
    headers: { ...init.headers, authorization: `Bearer ${token() ?? ''}` },
  })
  if (response.ok) return response
  const told = await response.json().catch(() => ({}))
  return refused(new Problem({ status: response.status, code: told.code ?? '', detail: told.detail ?? '' }))
}

/** A file that only the operator may have: a link could not carry the token. @param {string} path */
export const download = async (path) => {
  const response = await raw(path, {})
  const [, name = 'file'] = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? []
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** @param {string} path @param {Blob} body */
export const send = async (path, body) =>
  (await raw(path, { method: 'PUT', body, headers: { 'content-type': 'application/octet-stream' } })).json()

/** Whether the gateway takes a token for the operator's: a number that nothing has is asked for. @param {string} given */
export const isOperators = async (given) => {
  const response = await fetch('/v1/quarantine/999999999', {
    credentials: 'omit',
    headers: { authorization: `Bearer ${given}` },
  })
  return response.status === 404 || response.ok
}

/** Sources of all members, with their members. @param {AbortSignal} signal */
export const allSources = async (signal) => {
  const { members } = await call('/v1/members', { signal })
  const whole = await Promise.all(
    members.map((/** @type {any} */ { id }) => call(`/v1/members/${encodeURIComponent(id)}`, { signal })),
  )
  return whole.flatMap((member) => member.sources.map((/** @type {any} */ source) => ({ ...source, member })))
}
