import { getJson, isAbort } from './api.js'
import { byId, el, marked } from './dom.js'
import { t, word } from './i18n.js'

/** Completions shown at once: a list that is longer hides the results. */
const most = 8
/** A completion that comes later than the next key is worth nothing. */
const pause = 60

/** @typedef {{ kind: string, text: string, highlight: string }} Completion */

/** @type {AbortController | null} */
let asking = null
/** @type {Completion[]} */
let shown = []
let active = -1
/** What was typed, for when an arrow leads back to it. */
let typed = ''

const box = () => /** @type {HTMLInputElement} */ (byId('q'))
const list = () => /** @type {HTMLElement} */ (byId('completions'))

export const isOpen = () => !list().hidden

/**
 * Asks what the words in the box may become. The answer to an older question is never shown, nor one that comes when
 * the reader has gone on.
 */
export const suggest = async () => {
  const text = box().value
  asking?.abort()
  if (text.trim() === '') return closeList()
  const controller = new AbortController()
  asking = controller
  try {
    await new Promise((resolve) => setTimeout(resolve, pause))
    if (controller.signal.aborted) return
    const query = new URLSearchParams({ q: text, limit: String(most) })
    const { completions } = await getJson(`/v1/suggest?${query}`, { signal: controller.signal })
    if (controller.signal.aborted || document.activeElement !== box() || box().value !== text) return
    open(text, completions)
  } catch (error) {
    // Without completions the search is as good: only the list stays away.
    if (!isAbort(error)) closeList()
  }
}

/** @param {string} text @param {Completion[]} completions */
const open = (text, completions) => {
  typed = text
  active = -1
  const own = text.trim().toLowerCase()
  shown = completions.filter((one) => one.text.toLowerCase() !== own)
  list().replaceChildren(...shown.map(option))
  list().hidden = shown.length === 0
  box().setAttribute('aria-expanded', String(shown.length > 0))
  box().removeAttribute('aria-activedescendant')
  byId('completions-count').textContent = shown.length > 0 ? t('completions', { n: shown.length }) : ''
}

/** @param {Completion} completion @param {number} index */
const option = ({ kind, text, highlight }, index) =>
  el(
    'div',
    {
      role: 'option',
      id: `completion-${index}`,
      'aria-selected': 'false',
      class: 'completion',
      'data-text': text,
    },
    el('span', { class: 'completion-text few-lines', dir: 'auto' }, marked(highlight)),
    el('span', { class: 'completion-kind' }, word('completionKinds', kind)),
  )

/** Also takes back the question that is under way. */
export const closeList = () => {
  asking?.abort()
  shown = []
  active = -1
  list().hidden = true
  list().replaceChildren()
  box().setAttribute('aria-expanded', 'false')
  box().removeAttribute('aria-activedescendant')
  byId('completions-count').textContent = ''
}

/** The list is walked round through what was typed. @param {1 | -1} step */
const move = (step) => {
  const places = shown.length + 1
  active = ((active + 1 + step + places) % places) - 1
  for (const [index, one] of [...list().children].entries())
    one.setAttribute('aria-selected', String(index === active))
  box().value = shown[active]?.text ?? typed
  if (active < 0) return box().removeAttribute('aria-activedescendant')
  box().setAttribute('aria-activedescendant', `completion-${active}`)
  list().children[active]?.scrollIntoView({ block: 'nearest' })
}

/**
 * The keys of a combobox with a list (ARIA Authoring Practices, combobox with list autocomplete). What the list has no use
 * for is left to the page.
 * @param {KeyboardEvent} event
 */
const onKey = (event) => {
  if (!isOpen() || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault()
    return move(event.key === 'ArrowDown' ? 1 : -1)
  }
  if (event.key === 'Escape') {
    event.preventDefault()
    box().value = typed
    return closeList()
  }
  if (event.key === 'Tab') closeList()
}

/** @param {(text: string) => void} choose takes what was chosen and searches for it */
export const listenToList = (choose) => {
  box().addEventListener('keydown', onKey)
  box().addEventListener('blur', () => closeList())
  // The box keeps the focus: a press on the list would take it away before the click is heard.
  list().addEventListener('pointerdown', (event) => event.preventDefault())
  list().addEventListener('click', (event) => {
    const chosen = /** @type {Element} */ (event.target).closest('.completion')
    if (chosen) choose(chosen.getAttribute('data-text') ?? '')
  })
}
