import { getJson, isAbort } from './api.js'
import { citationPart } from './citation.js'
import { abstracts, details, versions } from './details.js'
import { byId, el, section } from './dom.js'
import { failure } from './empty.js'
import { holdingsPart } from './holdings.js'
import { langOf, t, word } from './i18n.js'
import { letterForm } from './letter.js'
import { loadLive } from './live.js'
import { agentName, roleName, titleText } from './names.js'
import { relatedPart } from './related.js'
import { emptySearch, toAddress } from './state.js'
import { whyPart } from './why.js'

/** @type {AbortController | null} */
let reading = null

/**
 * Shows a work. What the members' own systems say comes after, each beside its holdings, and delays nothing.
 * @param {string} id
 * @param {{ back: () => void, isFromSearch: boolean, title: (text: string) => void }} options
 */
export const showWork = async (id, options) => {
  stopWork()
  const controller = new AbortController()
  reading = controller
  const container = byId('work')
  container.replaceChildren(
    backLink(options),
    el('p', { class: 'loading', role: 'status' }, t('loadingWork')),
  )
  try {
    const work = await getJson(`/v1/works/${encodeURIComponent(id)}`, { signal: controller.signal })
    draw(container, work, options, controller.signal)
  } catch (error) {
    if (isAbort(error)) return
    if (/** @type {any} */ (error).status === 404) options.title(t('notFound'))
    container.replaceChildren(
      backLink(options),
      notRead(error, () => showWork(id, options)),
    )
  }
}

export const stopWork = () => reading?.abort()

/** @param {any} error @param {() => void} retry */
const notRead = (error, retry) =>
  error.status === 404
    ? el(
        'div',
        { class: 'empty' },
        el('h1', { tabindex: -1 }, t('notFound')),
        el('p', {}, t('notFoundDetail')),
      )
    : failure(error, retry)

/** @param {{ back: () => void, isFromSearch: boolean }} options */
const backLink = ({ back, isFromSearch }) =>
  el(
    'p',
    { class: 'back' },
    el(
      'button',
      { type: 'button', class: 'plain', id: 'back', on: { click: back } },
      el('span', { 'aria-hidden': 'true' }, '← '),
      t(isFromSearch ? 'back' : 'backHome'),
    ),
  )

/** @param {Element} container @param {any} work @param {{ back: () => void, isFromSearch: boolean, title: (text: string) => void }} options @param {AbortSignal} signal */
const draw = (container, work, options, signal) => {
  const { description } = work
  const holdings = holdingsPart(work.holdings)
  options.title(titleText(description.titles[0]))
  container.replaceChildren(
    backLink(options),
    el(
      'article',
      {},
      heading(description),
      el(
        'div',
        { class: 'work-columns' },
        el(
          'div',
          {},
          abstracts(description),
          section('holdings', t('holdings'), holdings.element),
          details(work),
          versions(work),
          relatedPart(work),
          whyPart(work, signal),
        ),
        el(
          'div',
          { class: 'side' },
          section('citation', t('citation'), citationPart(work.id, signal)),
          section(
            'letter',
            t('wordTitle'),
            letterForm({ about: 'work', work: work.id, members: work.holdings }),
          ),
        ),
      ),
    ),
  )
  container.querySelector('h1')?.focus({ preventScroll: true })
  loadLive(work, holdings.slots, signal)
}

/** @param {any} description */
const heading = ({ titles, agents, type, languages }) => {
  const [first, ...others] = titles
  const language = langOf(first.language ?? languages[0]?.code)
  const names = agents.map((/** @type {any} */ agent) =>
    el(
      'li',
      {},
      el(
        'a',
        {
          href: toAddress({ ...emptySearch(), q: agentName(agent) }),
          'data-inside': true,
          lang: langOf(agent.names[0].language) ?? language,
        },
        agentName(agent),
      ),
      roleName(agent) && el('span', { class: 'role' }, roleName(agent)),
    ),
  )
  return el(
    'header',
    { class: 'work-head' },
    el('p', { class: 'type' }, word('types', type)),
    el(
      'h1',
      { tabindex: -1, lang: language },
      el('bdi', {}, [first.value, first.part?.number, first.part?.name].filter(Boolean).join(' ')),
      first.subtitle && el('span', { class: 'subtitle', dir: 'auto' }, first.subtitle),
    ),
    others.length > 0 &&
      el(
        'ul',
        { class: 'other-titles', 'aria-label': t('otherTitles') },
        others.map((/** @type {any} */ title) =>
          el(
            'li',
            {},
            el('span', { lang: langOf(title.language) }, titleText(title)),
            el('span', { class: 'role' }, word('names', title.kind)),
          ),
        ),
      ),
    names.length > 0 && el('ul', { class: 'agents', 'aria-label': t('agents') }, names),
  )
}
