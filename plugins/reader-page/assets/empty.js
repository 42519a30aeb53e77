import { getJson } from './api.js'
import { el } from './dom.js'
import { number, reasonOf, t } from './i18n.js'
import { letterForm } from './letter.js'
import { activeMembers, inLanguage, memberName } from './names.js'
import { emptySearch, toAddress, withoutFacet, withoutFilters } from './state.js'

/** Queries that show what the box understands: a title, a subject, pinyin, an author, words in another language. */
const examples = ['红楼梦', '人工智能', 'hong lou meng', '鲁迅', 'computer networks']

/** @typedef {{ reason: string, field?: string, word?: string, q?: string, total?: number, script?: string, member?: string, withoutFilters?: boolean }} Help */

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

/** @param {import('./state.js').SearchState} state @param {{ help?: Help[] }} answer */
export const nothingFound = (state, { help = [] }) => {
  return el(
    'div',
    { class: 'empty' },
    el('h2', {}, state.q.trim() ? t('nothing', { q: state.q }) : t('nothingAtAll')),
    firstReading(),
    help
      .filter(({ reason }) => reason === 'spelling')
      .map(({ q = '', withoutFilters: bare }) => meant(bare ? withoutFilters(state) : state, q)),
    ways(state, help),
    el('p', {}, t('hints')),
    el(
      'ul',
      {},
      ['hintFewer', 'hintAuthor', 'hintIsbn'].map((key) => el('li', {}, t(key))),
    ),
    el('details', {}, el('summary', {}, t('tellUs')), letterForm({ about: 'search', text: state.q })),
  )
}

/** A gateway that was just made says so; one that cannot be asked now says nothing. */
const firstReading = () => {
  const told = el('p', { class: 'hint', role: 'status' })
  getJson('/readyz')
    .then(({ checks }) => checks.members && told.append(t('firstReading')))
    .catch(() => {})
  return told
}

/** What would find something, by the reason that nothing was found. @param {import('./state.js').SearchState} state @param {Help[]} help */
const ways = (state, help) => {
  const known = help.filter(({ reason }) => reason !== 'spelling')
  return (
    known.length > 0 &&
    el(
      'ul',
      { class: 'ways' },
      known.map((one) => el('li', {}, way(state, one))),
    )
  )
}

/** @param {import('./state.js').SearchState} state @param {Help} help */
const way = (
  state,
  {
    reason,
    field = '',
    word: term = '',
    q = '',
    total = 0,
    script = '',
    member = '',
    withoutFilters: bare = false,
  },
) => {
  const link = (/** @type {import('./state.js').SearchState} */ next) =>
    el('a', { href: toAddress({ ...next, page: 1 }), 'data-inside': true }, t('findsThen', { n: total }))
  if (reason === 'filters') return [t('helpFilters'), ' ', link(withoutFilters(state))]
  if (reason === 'filter')
    return [t('helpFilter', { facet: t(`facet.${field}`) }), ' ', link(withoutFacet(state, field))]
  if (reason === 'script')
    return t(script === 'Hani' || script === 'Latn' ? `helpScript${script}` : 'helpScript')
  if (reason === 'member') return t('helpMember', { member: memberName(member) })
  return [
    t(`help${reason[0]?.toUpperCase()}${reason.slice(1)}`, { word: term, q }),
    ' ',
    link({ ...(bare ? withoutFilters(state) : state), q }),
  ]
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
  const [title, detail] = isOffline ? offline.map((key) => t(key)) : [t('failed'), reasonOf(problem)]
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
