import { byId } from './dom.js'

/**
 * Where the keyboard is within a part of the page. @param {HTMLElement} within @param {string} [otherwise]
 * @returns {() => void} goes there again when all was drawn anew: to what is named the same, or else to the heading
 */
export const focusWithin = (within, otherwise = 'title') => {
  const at = document.activeElement
  if (!at || !within.contains(at)) return () => {}
  const name = nameOf(at)
  const named = () => [...within.querySelectorAll(at.tagName)].filter((one) => nameOf(one) === name)
  const order = named().indexOf(at)
  return () => {
    const found = /** @type {HTMLElement | undefined} */ (named()[order])
    const place = found ?? byId(otherwise)
    place?.focus({ preventScroll: true })
  }
}

/** @param {Element} element */
const nameOf = (element) => [element.id, element.getAttribute('href'), element.textContent].join(' ')
