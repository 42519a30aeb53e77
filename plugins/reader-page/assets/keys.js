import { byId } from './dom.js'

/**
 * The page without a mouse: / to the box, arrows through the results, Esc back. A key that a control needs itself is
 * left to it.
 * @param {{ back: () => void, view: () => string }} page
 */
export const listenToKeys = ({ back, view }) =>
  document.addEventListener('keydown', (event) => {
    if (
      event.defaultPrevented ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      event.isComposing ||
      byId('messages').open
    )
      return
    const target = /** @type {HTMLElement} */ (event.target)
    const isBox = target.id === 'q'
    const isWriting = target.matches('input:not([type=checkbox]), textarea, select')
    if (event.key === '/' && !isWriting) return act(event, focusBox)
    if (isWriting && !isBox) return
    if (event.key === 'ArrowDown') return move(event, 1, target)
    if (event.key === 'ArrowUp' && !isBox) return move(event, -1, target)
    if (event.key !== 'Escape') return
    if (view() === 'work') return act(event, back)
    if (target.closest('.hits')) act(event, focusBox)
  })

/** @param {Event} event @param {() => void} work */
const act = (event, work) => {
  event.preventDefault()
  work()
}

const focusBox = () => {
  byId('q').focus()
  byId('q').select()
}

/** @param {Event} event @param {1 | -1} step @param {HTMLElement} target */
const move = (event, step, target) => {
  const isInList = target.closest('.hits') !== null
  if (!isInList && target.id !== 'q') return
  const links = /** @type {HTMLElement[]} */ ([
    ...document.querySelectorAll('#search:not([hidden]) .hits h2 a'),
  ])
  const next = isInList ? links.indexOf(/** @type {HTMLElement} */ (target)) + step : 0
  if (next < 0) return act(event, focusBox)
  const link = links[next]
  if (!link) return
  act(event, () => {
    link.focus({ preventScroll: true })
    link.closest('li')?.scrollIntoView({ block: 'nearest' })
  })
}
