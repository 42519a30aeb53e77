import { call, download } from './calls.js'
import { el, section } from './dom.js'
import { date, number, t, word } from './i18n.js'
import { doing, empty, link, percent } from './parts.js'
import { addressOf } from './place.js'
import { token } from './session.js'

const periods = ['1', '4', '13', '26']
const scripts = ['Hani', 'Latn', 'Zzzz', 'Zyyy']
const ends = ['none', 'rephrased', 'abandoned']

/** What readers search for and how it ends, without who they are. @param {any} place @param {import('./parts.js').Context} context */
export const showSearches = async (place, { signal }) => {
  const title = t('view.searches')
  if (!token()) return { title, parts: el('p', { class: 'notice' }, t('needsOperator')) }
  const { weeks = '4', script } = place
  const query = new URLSearchParams({ weeks, ...(script && { script }) })
  const report = await call(`/v1/search/analytics?${query}`, { signal })
  return {
    title,
    parts: [
      el('p', { class: 'quiet' }, t('searches.hint', { n: report.fewestAskers, weeks: report.keptWeeks })),
      tools({ weeks, script }, `/v1/search/analytics.csv?${query}`),
      report.totals.asked === 0 && report.asked.length === 0
        ? empty(t('searches.none', { n: report.fewestAskers }))
        : [
            totalsOf(report.totals),
            ...lists.map(({ name, rows, acts }) =>
              section(name, t(`searches.${name}`), queriesOf(report[rows], acts)),
            ),
            section('groups', t('searches.groups'), groupsOf(report.groups)),
            section('weeks', t('searches.weekly'), weeksOf(report.weekly)),
          ],
    ],
  }
}

/** @typedef {{ q: string, to?: string, count: number }} Row */

/** The query is in the name, for those who hear a list of links. @param {any} place @param {string} words @param {string} q */
const act = (place, words, q) => link({ view: 'rules', ...place }, words, { 'aria-label': `${words}: ${q}` })
const synonymOf = (/** @type {Row} */ { q, to = '' }) =>
  act({ add: 'synonym', from: q, to }, t(to ? 'searches.makeSynonym' : 'searches.addSynonym'), q)
const bestBetOf = (/** @type {Row} */ { q }) => act({ add: 'best-bet', q }, t('searches.addBestBet'), q)

/** What a librarian can do about a query stands beside it. */
const lists = [
  { name: 'nothingFound', rows: 'nothingFound', acts: [synonymOf, bestBetOf] },
  { name: 'rephrased', rows: 'rephrased', acts: [synonymOf] },
  { name: 'abandoned', rows: 'abandoned', acts: [bestBetOf, synonymOf] },
  { name: 'asked', rows: 'asked', acts: [bestBetOf] },
]

/** @param {{ weeks: string, script?: string }} chosen @param {string} csv */
const tools = ({ weeks, script }, csv) =>
  el(
    'div',
    { class: 'tools' },
    choice('searches-weeks', t('searches.period'), {
      values: periods,
      chosen: weeks,
      name: (value) => t('searches.weeks', { n: Number(value) }),
      to: (value) => ({ weeks: value, script }),
    }),
    choice('searches-script', t('searches.script'), {
      values: ['', ...scripts],
      chosen: script ?? '',
      name: (value) => (value ? word('script', value) : t('searches.allScripts')),
      to: (value) => ({ weeks, script: value }),
    }),
    doing('CSV', () => download(csv)),
  )

/**
 * @param {string} id @param {string} label
 * @param {{ values: string[], chosen: string, name: (value: string) => string, to: (value: string) => Record<string, string | undefined> }} given
 */
const choice = (id, label, { values, chosen, name, to }) => [
  el('label', { for: id }, label),
  el(
    'select',
    {
      id,
      on: {
        change: (/** @type {any} */ event) => {
          location.hash = addressOf({ view: 'searches', ...to(event.target.value) })
        },
      },
    },
    values.map((value) => el('option', { value, selected: value === chosen }, name(value))),
  ),
]

/** @param {Record<string, number>} totals */
const totalsOf = ({ asked = 0, ...ended }) =>
  el(
    'ul',
    { class: 'counts' },
    el('li', {}, el('b', {}, number(asked)), ' ', t('searches.count.asked', { n: asked })),
    ends.map((name) =>
      el(
        'li',
        {},
        el('b', {}, number(ended[name] ?? 0)),
        ` ${t(`searches.count.${name}`)} `,
        el('span', { class: 'quiet' }, percent((ended[name] ?? 0) / Math.max(1, asked))),
      ),
    ),
  )

/** @param {Row[]} rows @param {((row: Row) => any)[]} acts */
const queriesOf = (rows, acts) => {
  const most = Math.max(1, ...rows.map(({ count }) => count))
  return rows.length === 0
    ? empty(t('searches.noneSuch'))
    : table(
        ['query', 'count', 'acts'],
        rows.map((row) => [
          el(
            'th',
            { scope: 'row' },
            el('a', { href: `/search?${new URLSearchParams({ q: row.q })}` }, row.q),
            row.to && [' → ', row.to],
          ),
          el('td', {}, bar(row.count / most, number(row.count))),
          el(
            'td',
            { class: 'links' },
            acts.map((act) => act(row)),
          ),
        ]),
      )
}

/** @param {any[]} groups */
const groupsOf = (groups) =>
  groups.length === 0
    ? empty(t('searches.noneSuch'))
    : table(
        ['group', 'asked', ...ends],
        groups.map(({ language, script, ...counts }) => [
          el('th', { scope: 'row' }, `${word('pageLanguage', language)} · ${word('script', script)}`),
          ...countCells(counts),
        ]),
      )

/** @param {any[]} weekly */
const weeksOf = (weekly) =>
  table(
    ['week', 'asked', ...ends],
    weekly.map(({ week, ...counts }) => [el('th', { scope: 'row' }, date(week)), ...countCells(counts)]),
  )

/** @param {any} counts */
const countCells = (counts) => [
  el('td', { 'data-label': t('searches.col.asked') }, number(counts.asked)),
  ...ends.map((name) => {
    const share = counts[name] / Math.max(1, counts.asked)
    return el('td', { 'data-label': t(`searches.col.${name}`) }, bar(share, percent(share)))
  }),
]

/** @param {number} share @param {string} words */
const bar = (share, words) =>
  el(
    'span',
    { class: 'bar' },
    el('meter', { min: 0, max: 1, value: share, 'aria-label': words }),
    el('span', {}, words),
  )

/** @param {string[]} columns @param {any[][]} rows */
const table = (columns, rows) =>
  el(
    'table',
    { class: 'figures' },
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        columns.map((name) => el('th', { scope: 'col' }, t(`searches.col.${name}`))),
      ),
    ),
    el(
      'tbody',
      {},
      rows.map((cells) => el('tr', {}, cells)),
    ),
  )
