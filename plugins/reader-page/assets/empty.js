import { el } from './dom.js'
import { number, t } from './i18n.js'
import { letterForm } from './letter.js'
import { activeMembers, inLanguage } from './names.js'
import { emptySearch, filterCount, toAddress, withoutFilters } from './state.js'

/** Queries that show what the box understands: a title, a subject, pinyin, an author, words in another language. */
const examples = ['红楼梦', '人工智能', 'hong lou meng', '鲁迅', 'computer networks']

/** @param {string} q */
const toSearch = (q) => toAddress({ ...emptySearch(), q })

/** The page before anything was typed. @param {HTMLElement} container */
export const drawHome = (container) => {
  const members = activeMembers()
  container.replaceChildren(
    el(
      'p',
      { class: 'examples' },
      el('span', {}, t('examples')),
      examples.map((q) =>
        el(
          'a',
          {
            class: 'chip',
            href: toSearch(q),
            'data-inside': true,
            lang: /\p{Script=Han}/u.test(q) ? 'zh-Hans' : null,
          },
          q,
        ),
      ),
    ),
    el('p', { class: 'hint' }, t('whatToType')),
    ...(members.length === 0
      ? []
      : [
          el('h2', { class: 'quiet' }, t('membersTogether', { n: members.length })),
          el(
            'ul',
            { class: 'members' },
            members.map((member) =>
              el(
                'li',
                {},
                el(
                  'a',
                  {
                    href: toAddress({ ...emptySearch(), filters: { member: [member.id] } }),
                    'data-inside': true,
                  },
                  inLanguage(member),
                ),
                member.stage === 'trial' && trialMark(),
              ),
            ),
          ),
        ]),
    el(
      'p',
      { class: 'hint' },
      el('a', { href: '/search', 'data-inside': true }, t('browse')),
      el('span', { class: 'keys' }, t('keyboardHelp')),
    ),
  )
}

export const trialMark = () => el('span', { class: 'trial', title: t('onTrialHint') }, t('onTrial'))

/** @param {import('./state.js').SearchState} state @param {{ didYouMean?: string }} answer */
export const nothingFound = (state, { didYouMean }) => {
  const isFiltered = filterCount(state) > 0
  return el(
    'div',
    { class: 'empty' },
    el('h2', {}, state.q.trim() ? t('nothing', { q: state.q }) : t('nothingAtAll')),
    didYouMean && meant(state, didYouMean),
    el('p', {}, t('hints')),
    el(
      'ul',
      {},
      isFiltered &&
        el(
          'li',
          {},
          el('a', { href: toAddress(withoutFilters(state)), 'data-inside': true }, t('hintFilters')),
        ),
      ['hintFewer', 'hintAuthor', 'hintIsbn'].map((key) => el('li', {}, t(key))),
    ),
    el('details', {}, el('summary', {}, t('tellUs')), letterForm({ about: 'search', text: state.q })),
  )
}

/** @param {import('./state.js').SearchState} state @param {string} q */
export const meant = (state, q) =>
  el(
    'p',
    { class: 'meant' },
    `${t('didYouMean')} `,
    el('a', { href: toAddress({ ...state, q, page: 1 }), 'data-inside': true }, q),
  )

/**
 * What went wrong, and a way on.
 * @param {any} problem @param {() => void} retry
 */
export const failure = (problem, retry) => {
  const isOffline = problem.status === 0
  const offline = navigator.onLine ? ['unreachable', 'unreachableDetail'] : ['offline', 'offlineDetail']
  const [title, detail] = isOffline ? offline.map((key) => t(key)) : [t('failed'), problem.message]
  return el(
    'div',
    { class: 'empty failure', role: 'alert' },
    el('h2', {}, title),
    el('p', {}, detail),
    problem.requestId && el('p', { class: 'quiet' }, t('requestId', { id: problem.requestId })),
    el('button', { type: 'button', class: 'strong', id: 'retry', on: { click: retry } }, t('retry')),
  )
}

/** @param {{ total: number, totalIsExact: boolean }} answer */
export const totalText = ({ total, totalIsExact }) => t(totalIsExact ? 'total' : 'totalAbout', { n: total })

/** @param {number} value */
export const count = (value) => el('span', { class: 'count' }, number(value))
