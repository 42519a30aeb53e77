import { call } from './calls.js'
import { el, fill } from './dom.js'
import { currentLanguage, number, t } from './i18n.js'
import { keysBox } from './match-keys.js'
import { matchQueue } from './match-queue.js'
import { link } from './parts.js'
import { addressOf } from './place.js'
import { token } from './session.js'

const pageSize = 20
const states = ['open', 'cut', 'decided']

/** Pairs that the rules leave to a person, and what was joined. @param {any} place @param {import('./parts.js').Context} context */
export const showMatches = async (place, context) => {
  const title = t('view.matches')
  if (!token()) return { title, parts: el('p', { class: 'notice' }, t('needsOperator')) }
  const { signal } = context
  const { state = 'open', member } = place
  const pairs = async (/** @type {string | undefined} */ after) => {
    const query = new URLSearchParams({
      state,
      limit: String(pageSize),
      ...(member && { member }),
      ...(after && { after }),
    })
    return (await call(`/v1/matches?${query}`, { signal })).matches
  }
  const [matches, counts, { members }] = await Promise.all([
    pairs(undefined),
    call('/v1/matches/counts', { signal }),
    call('/v1/members', { signal }),
  ])
  const nameOf = namesOf(members)
  const summary = el('div', { class: 'joined' })
  const draw = (/** @type {any} */ figures) => {
    const wasWithin = summary.contains(document.activeElement)
    fill(summary, countsOf(figures, nameOf))
    if (wasWithin) summary.querySelector('a')?.focus()
  }
  draw(counts)
  // Figures that cannot be had anew stay as they were; the pairs matter.
  const onChange = () => call('/v1/matches/counts', { signal }).then(draw, () => undefined)
  return {
    title,
    parts: [
      el('p', { class: 'quiet' }, t('match.hint')),
      filters({ state, member }, counts, nameOf),
      matchQueue({ matches, next: pairs, nameOf, context, onChange }),
      summary,
    ],
  }
}

/** @param {any[]} members @returns {(member: string) => string} */
const namesOf = (members) => {
  const names = new Map(
    members.map(({ id, name, nameZh }) => [id, (currentLanguage() === 'zh' && nameZh) || name]),
  )
  return (member) => names.get(member) ?? member
}

/** @param {{ state: string, member?: string }} chosen @param {any} counts @param {(member: string) => string} nameOf */
const filters = ({ state, member }, counts, nameOf) =>
  el(
    'div',
    { class: 'tools' },
    el(
      'nav',
      { class: 'links', 'aria-label': t('match.which') },
      states.map((one) =>
        link({ view: 'matches', state: one, member }, t(`match.state.${one}`), {
          'aria-current': one === state && 'true',
        }),
      ),
    ),
    el('label', { for: 'match-member' }, t('match.member')),
    el(
      'select',
      {
        id: 'match-member',
        on: {
          change: (/** @type {any} */ event) => {
            location.hash = addressOf({ view: 'matches', state, member: event.target.value })
          },
        },
      },
      el('option', { value: '' }, t('match.allMembers')),
      counts.members.map((/** @type {any} */ one) =>
        el('option', { value: one.member, selected: one.member === member }, nameOf(one.member)),
      ),
    ),
    keysBox(),
  )

/** What was joined, by member. @param {any} counts @param {(member: string) => string} nameOf */
const countsOf = ({ works, sharedWorks, open, cut, words, largest, members, crowds }, nameOf) => [
  el('h2', {}, t('joined.title')),
  el(
    'ul',
    { class: 'counts' },
    [
      ['open', open],
      ['works', works],
      ['shared', sharedWorks],
      ['cut', cut],
      ['words', words],
    ].map(([name, n]) => el('li', {}, el('b', {}, number(n)), ' ', t(`joined.${name}`, { n }))),
  ),
  largest
    ? el(
        'p',
        {},
        t('joined.largest', { n: largest.records }),
        ' ',
        el('a', { href: `/works/${encodeURIComponent(largest.work)}` }, largest.work),
      )
    : '',
  members.length > 0 && memberTable(members, nameOf),
  crowds.length > 0 &&
    el(
      'details',
      {},
      el('summary', {}, t('joined.crowds', { n: crowds.length })),
      el(
        'ul',
        { class: 'plain-list' },
        crowds.map((/** @type {any} */ { kind, value, isOver }) =>
          el(
            'li',
            {},
            el('code', {}, kind),
            ` ${value}`,
            isOver && el('span', { class: 'quiet' }, ` ${t('joined.over')}`),
          ),
        ),
      ),
    ),
]

/** @param {any[]} members @param {(member: string) => string} nameOf */
const memberTable = (members, nameOf) =>
  el(
    'table',
    { class: 'joined-table' },
    el('caption', {}, t('joined.byMember')),
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        ['member', 'records', 'joined', 'works'].map((name) =>
          el('th', { scope: 'col' }, t(`joined.col.${name}`)),
        ),
      ),
    ),
    el(
      'tbody',
      {},
      members.map(({ member, records, joined, works }) =>
        el(
          'tr',
          {},
          el('th', { scope: 'row' }, nameOf(member)),
          [records, joined, works].map((n) => el('td', {}, number(n))),
        ),
      ),
    ),
  )
