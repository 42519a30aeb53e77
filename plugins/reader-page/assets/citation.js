import { getText, isAbort } from './api.js'
import { el } from './dom.js'
import { reasonOf, t, word } from './i18n.js'

/** Style → ending of the file it is kept in; the first is offered first. */
const styles = { 'gbt7714-2025': 'txt', 'gbt7714-2015': 'txt', bibtex: 'bib', ris: 'ris', 'csl-json': 'json' }

/** @param {string} id of the work @param {AbortSignal} signal */
export const citationPart = (id, signal) => {
  const address = (/** @type {string} */ style) =>
    `/v1/works/${encodeURIComponent(id)}/citation?style=${style}`
  const text = el('pre', {
    class: 'citation-text',
    tabindex: 0,
    id: 'citation-text',
    'aria-label': t('citation'),
  })
  const said = el('span', { role: 'status', class: 'quiet' })
  const download = el('a', { class: 'button' }, t('download'))
  const choose = async (/** @type {string} */ style) => {
    download.href = address(style)
    download.download = `${id}.${styles[/** @type {keyof typeof styles} */ (style)]}`
    said.textContent = ''
    text.textContent = await getText(address(style), { signal }).catch((error) =>
      isAbort(error) ? '' : reasonOf(error) || t('unreachableDetail'),
    )
  }
  const select = el(
    'select',
    { id: 'citation-style', on: { change: () => choose(select.value) } },
    Object.keys(styles).map((style) => el('option', { value: style }, word('citations', style))),
  )
  choose('gbt7714-2025')
  return el(
    'div',
    {},
    el('label', { class: 'field' }, el('span', {}, t('citationStyle')), select),
    text,
    el(
      'div',
      { class: 'actions' },
      el('button', { type: 'button', on: { click: () => copy(text, said) } }, t('copy')),
      download,
      said,
    ),
  )
}

/** Where the clipboard is closed to pages, the text is selected instead. @param {HTMLElement} text @param {HTMLElement} said */
const copy = async (text, said) => {
  try {
    await navigator.clipboard.writeText(text.textContent ?? '')
    said.textContent = t('copied')
  } catch {
    getSelection()?.selectAllChildren(text)
    said.textContent = t('copyFailed')
  }
}
