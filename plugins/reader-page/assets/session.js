import { meta } from './i18n.js'

/**
 * Who is signed in: a token of the reader's own library, kept for this tab alone. Without storage it lasts as long as
 * the page.
 */
const memory = new Map()
/** @type {Set<() => void>} */
const listeners = new Set()

/** @param {string} key @returns {string | null} */
export const recall = (key) => {
  try {
    return sessionStorage.getItem(`shulian.${key}`)
  } catch {
    return memory.get(key) ?? null
  }
}

/** @param {string} key @param {string | null} value */
export const keep = (key, value) => {
  try {
    if (value === null) sessionStorage.removeItem(`shulian.${key}`)
    else sessionStorage.setItem(`shulian.${key}`, value)
  } catch {
    if (value === null) memory.delete(key)
    else memory.set(key, value)
  }
}

export const token = () => recall('token')

/** @param {() => void} listener @returns {() => void} stops it */
export const onSession = (listener) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const tell = () => {
  for (const listener of listeners) listener()
}

/** Where readers sign in, or null. */
export const signInPage = () => (/^https?:\/\//.test(meta('sign-in')) ? meta('sign-in') : null)

/** Leads to the sign-in page, which sends the reader back to this address. */
export const signIn = () => {
  const page = signInPage()
  if (page === null) return
  const address = new URL(page)
  address.searchParams.set('return_to', `${location.origin}${location.pathname}${location.search}`)
  location.assign(address)
}

export const signOut = () => {
  keep('token', null)
  tell()
}

/**
 * The token that came in the fragment, which the server never sees; it leaves the address at once, so that it is not
 * bookmarked or shared. The form: three parts of base64url (RFC 7515 §7.1).
 * @returns {boolean} whether one came
 */
export const takeTokenFromAddress = () => {
  const fragment = new URLSearchParams(location.hash.slice(1))
  const given = fragment.get('token')
  if (given === null) return false
  history.replaceState(history.state, '', `${location.pathname}${location.search}`)
  if (!/^[\w-]+\.[\w-]+\.[\w-]*$/.test(given)) return false
  keep('token', given)
  tell()
  return true
}
