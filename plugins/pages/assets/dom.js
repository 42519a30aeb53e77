/** Values that are the element's own properties rather than attributes. */
const properties = new Set(['value', 'checked', 'disabled', 'selected', 'hidden', 'open'])

/**
 * Builds an element. Text is always text: nothing in this page is parsed as markup.
 * @param {string} tag
 * @param {Record<string, any>} [attributes] `on` holds listeners; null, undefined and false leave an attribute out
 * @param {...any} children nodes and strings, nested as they come; null, undefined, false and '' are left out
 * @returns {any}
 */
export const el = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue
    if (name === 'on')
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener)
    else if (properties.has(name)) /** @type {any} */ (element)[name] = value
    else element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...children.flat(Number.POSITIVE_INFINITY).filter(isShown))
  return element
}

/** @type {(child: any) => child is Node | string} */
const isShown = (child) => child !== null && child !== undefined && child !== false && child !== ''

/** @param {string} id @returns {any} */
export const byId = (id) => document.getElementById(id)

/** @type {Record<string, string>} */
const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** @param {string} text */
const plain = (text) =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name) return entities[name.toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })

/**
 * Escaped text with found words between <mark> and </mark> → nodes. Only these two tags mean anything; whatever else
 * looks like markup is shown as the text it is.
 * @param {string} html
 * @returns {(Node | string)[]}
 */
export const marked = (html) =>
  html.split(/(<mark>.*?<\/mark>)/s).flatMap((part) => {
    if (part === '') return []
    const found = /^<mark>(.*)<\/mark>$/s.exec(part)
    return [found ? el('mark', {}, plain(found[1] ?? '')) : plain(part)]
  })

/**
 * A web address from data, or null: a link never runs anything.
 * @param {string | undefined} href
 */
export const safeHref = (href) => {
  try {
    return ['http:', 'https:', 'ftp:'].includes(new URL(href ?? '').protocol) ? href : null
  } catch {
    return null
  }
}

/**
 * Replaces what an element holds; the focus stays on the control of the same id, so that a keyboard user who ticks a
 * box is not thrown out of the list.
 * @param {Element} container
 * @param {...any} children
 */
export const fill = (container, ...children) => {
  const focused = container.contains(document.activeElement) ? document.activeElement?.id : ''
  container.replaceChildren(...children.flat(Number.POSITIVE_INFINITY).filter(isShown))
  if (focused) byId(focused)?.focus({ preventScroll: true })
}

/**
 * Terms with their values; empty ones are left out.
 * @param {[string, (Node | string)[] | Node | string | null | undefined | false][]} rows
 * @param {string} [className]
 */
export const facts = (rows, className = 'facts') =>
  el(
    'dl',
    { class: className },
    rows
      .filter(([, value]) => (Array.isArray(value) ? value.length > 0 : Boolean(value)))
      .flatMap(([term, value]) => [
        el('dt', {}, term),
        ...[value].flat().map((one) => el('dd', {}, /** @type {any} */ (one))),
      ]),
  )

/** A part of a page with its heading. @param {string} name @param {string} title @param {...any} children */
export const section = (name, title, ...children) =>
  el(
    'section',
    { class: name, 'aria-labelledby': `${name}-title` },
    el('h2', { id: `${name}-title` }, title),
    children,
  )
