import { currentLanguage } from './i18n.js'

/** A query that stands so long was meant; what is on the way to it was not. */
const settles = 1_500

/** @typedef {{ q: string, total: number, isTold: boolean }} Asked */
/** @type {Asked | null} */
let asked = null
/** @type {number | undefined} */
let timer

/** Who asks not to be counted is not. */
const isAllowed = () => {
  const { globalPrivacyControl, doNotTrack } = /** @type {any} */ (navigator)
  return globalPrivacyControl !== true && doNotTrack !== '1'
}

/**
 * How a search ended, and nothing else: no name, no number of the visit. The gateway keeps it only when many ask the same.
 * @param {'opened' | 'rephrased' | 'abandoned'} outcome @param {string} [to]
 */
const tell = (outcome, to) => {
  if (!asked || asked.isTold || !isAllowed()) return
  const { q, total } = asked
  asked.isTold = true
  fetch('/v1/search/outcomes', {
    method: 'POST',
    credentials: 'omit',
    keepalive: true,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ q, total, outcome, language: currentLanguage(), ...(to ? { to } : {}) }),
  }).catch(() => undefined)
}

/** Results are shown. @param {string} text @param {number} total */
export const noteResults = (text, total) => {
  const q = text.trim().slice(0, 200)
  clearTimeout(timer)
  if (q === '' || q === asked?.q) return
  timer = setTimeout(() => {
    tell('rephrased', q)
    asked = { q, total, isTold: false }
  }, settles)
}

/** A work is opened: the search found what was looked for, also when it had not stood for long. @param {string} text @param {number} total */
export const noteOpened = (text, total) => {
  clearTimeout(timer)
  const q = text.trim().slice(0, 200)
  if (q !== '' && q !== asked?.q) asked = { q, total, isTold: false }
  tell('opened')
}

addEventListener('pagehide', () => tell('abandoned'))
