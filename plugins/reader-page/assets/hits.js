import { el, fill, marked } from './dom.js'
import { trialMark } from './empty.js'
import { dotted, langOf, languageName, t, word } from './i18n.js'
import { isOnTrial, memberName } from './names.js'
import { pageSize, toAddress } from './state.js'

/** More members than this are counted rather than named, so that each hit stays a few lines. */
const namedMembers = 4

/** @param {HTMLElement} container @param {any} answer @param {import('./state.js').SearchState} state */
export const drawHits = (container, answer, state) => {
  const first = (state.page - 1) * pageSize + 1
  fill(
    container,
    answer.hits.length > 0 && el('ol', { class: 'hits', start: first }, answer.hits.map(hit)),
    pages(answer, state),
  )
}

/** What librarians recommend to whoever asks this: no part of what was found. @param {{ note: string, hits: any[] } | undefined} bestBet */
export const recommended = (bestBet) =>
  bestBet &&
  el(
    'section',
    { class: 'best', 'aria-labelledby': 'best-title' },
    el('p', { class: 'best-title', id: 'best-title' }, t('bestBet')),
    el('p', { class: 'quiet' }, bestBet.note),
    el('ul', { class: 'hits' }, bestBet.hits.map(hit)),
  )

/** @param {any} found */
const hit = (found) => {
  const { id, title, agents, year, type, languages, highlights = {} } = found
  const language = langOf(languages[0])
  const known = languages.filter((/** @type {string} */ code) => code !== 'und' && code !== 'zxx')
  return el(
    'li',
    { class: 'hit' },
    el(
      'h2',
      { lang: language },
      el(
        'a',
        { id: `hit-${id}`, href: toAddress({ view: 'work', id }), 'data-inside': true },
        el(
          'span',
          { class: 'few-lines', dir: 'auto' },
          highlights.title ? marked(highlights.title) : title || t('untitled'),
        ),
      ),
      highlights.subtitle &&
        el('span', { class: 'hit-subtitle few-lines', dir: 'auto' }, marked(highlights.subtitle)),
    ),
    el(
      'p',
      { class: 'byline' },
      el('span', { class: 'type' }, word('types', type)),
      (highlights.agents || agents.length > 0) &&
        el(
          'span',
          { class: 'makers few-lines', lang: language, dir: 'auto' },
          highlights.agents ? marked(highlights.agents) : agents.join('; '),
        ),
      el('span', {}, dotted([year === null ? '' : String(year), known.map(languageName).join(', ')])),
    ),
    highlights.abstract && el('p', { class: 'snippet', lang: language }, marked(highlights.abstract)),
    heldBy(found.holdings),
  )
}

/** @param {{ member: string }[]} holdings */
const heldBy = (holdings) => {
  const members = [...new Set(holdings.map(({ member }) => member))]
  const more = members.length - namedMembers
  return el(
    'p',
    { class: 'held' },
    el('span', { class: 'unseen' }, `${t('heldBy')} `),
    members
      .slice(0, namedMembers)
      .map((member) => el('span', { class: 'tag' }, memberName(member), isOnTrial(member) && trialMark())),
    more > 0 && el('span', { class: 'tag' }, t('allMembersMore', { n: more })),
  )
}

/** @param {{ total: number, hits: unknown[] }} answer @param {import('./state.js').SearchState} state */
const pages = ({ total }, state) => {
  const last = Math.min(500, Math.ceil(total / pageSize))
  if (last <= 1) return null
  const near = [1, state.page - 2, state.page - 1, state.page, state.page + 1, state.page + 2, last]
  const shown = [...new Set(near)].filter((page) => page >= 1 && page <= last)
  return el(
    'nav',
    { class: 'pages', 'aria-label': t('pages') },
    state.page > 1 && pageLink(state, state.page - 1, t('previous'), 'prev'),
    shown.flatMap((page, index) => [
      index > 0 && page - (shown[index - 1] ?? page) > 1 && el('span', { 'aria-hidden': 'true' }, '…'),
      page === state.page
        ? el(
            'span',
            { class: 'here', 'aria-current': 'page' },
            el('span', { class: 'unseen' }, t('page', { n: page })),
            el('span', { 'aria-hidden': 'true' }, String(page)),
          )
        : pageLink(state, page, String(page)),
    ]),
    state.page < last && pageLink(state, state.page + 1, t('next'), 'next'),
  )
}

/** @param {import('./state.js').SearchState} state @param {number} page @param {string} text @param {string} [rel] */
const pageLink = (state, page, text, rel) =>
  el(
    'a',
    {
      href: toAddress({ ...state, page }),
      'data-inside': true,
      rel,
      'aria-label': rel ? null : t('page', { n: page }),
    },
    text,
  )
