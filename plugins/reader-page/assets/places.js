import { byId } from './dom.js'

/**
 * Where the reader was on each entry of the history: how far down, and on which result. Going back returns there.
 * @typedef {{ key: string, from?: string, y?: number, focus?: string }} Place
 */

/** @type {Map<string, { y: number, focus: string }>} */
const places = new Map()
let current = ''
let address = ''

/** @param {string} [from] the view that led here @returns {Place} */
export const place = (from) => {
  current = Math.random().toString(36).slice(2)
  queueMicrotask(() => {
    address = `${location.pathname}${location.search}`
  })
  return { key: current, ...(from ? { from } : {}) }
}

export const rememberPlace = () => {
  places.set(current, { y: scrollY, focus: document.activeElement?.id ?? '' })
}

/** A change of the fragment alone is no other state. */
const isSamePage = () => `${location.pathname}${location.search}` === address && history.state === null

/**
 * @param {() => Promise<void>} returned draws the state of an entry that the reader went back or forward to
 * @returns {() => void} takes the reader to where this entry was left
 */
export const startPlaces = (returned) => {
  history.scrollRestoration = 'manual'
  current = history.state?.key ?? ''
  if (!current) history.replaceState(place(), '')
  address = `${location.pathname}${location.search}`
  // The browser may have left the entry before we hear of it: its place is noted as it changes.
  addEventListener('scroll', noteSoon, { passive: true })
  document.addEventListener('focusin', () => !isMoving && rememberPlace())
  addEventListener('pagehide', () =>
    history.replaceState({ ...history.state, y: scrollY, focus: document.activeElement?.id ?? '' }, ''),
  )
  addEventListener('popstate', async () => {
    if (isSamePage()) return
    isMoving = true
    await returned()
    restore()
  })
  return restore
}

let isMoving = false
let isNoting = false
const noteSoon = () => {
  if (isNoting || isMoving) return
  isNoting = true
  requestAnimationFrame(() => {
    isNoting = false
    if (!isMoving && history.state?.key === current) rememberPlace()
  })
}

const restore = () => {
  current = history.state?.key ?? ''
  address = `${location.pathname}${location.search}`
  const { y = 0, focus = '' } = places.get(current) ?? history.state ?? {}
  scrollTo(0, y)
  if (focus && focus !== 'q') byId(focus)?.focus({ preventScroll: true })
  isMoving = false
}
