import { call } from './calls.js'
import { el, section } from './dom.js'
import { dateTime, languageName, number, t, word } from './i18n.js'
import { empty, link, percent, said } from './parts.js'

/** What a source's records are like. @param {any} place @param {import('./parts.js').Context} context */
export const showQuality = async ({ id, run }, { signal, later }) => {
  const path = `/v1/sources/${encodeURIComponent(id)}`
  const query = run ? `?${new URLSearchParams({ run })}` : ''
  const [{ state, done = 0, report }, { reports }] = await Promise.all([
    call(`${path}/quality${query}`, { signal }),
    call(`${path}/quality/history?limit=12`, { signal }),
  ])
  if (state === 'computing') later(2)
  const title = t('qualityOf', { source: id })
  const computing = state === 'computing' ? el('p', { class: 'notice' }, t('beingComputed', { n: done })) : ''
  if (!report) return { title, parts: [computing, state === 'none' ? empty(t('noReport')) : ''] }
  return {
    title,
    parts: [
      computing,
      headOf(report, path, query),
      section('mend', t('mostUseful'), mendList(report, path)),
      section('completeness', t('completeness'), barsOf(report.completeness.map(fieldBar))),
      section('rules', t('rules'), rulesOf(report, path)),
      section('identifiers', t('identifiers'), identifiersOf(report, path)),
      section('what', t('whatThereIs'), whatOf(report)),
      section('history', t('history'), historyOf(id, reports)),
    ],
  }
}

/** @param {any} report @param {string} path @param {string} query */
const headOf = ({ run, at, records, changes, quarantine, seconds }, path, query) => [
  el(
    'p',
    {},
    t('recordsOf', { n: records.bib + records.authority + records.holding }),
    ' · ',
    t('changesOf', changes),
  ),
  el('p', {}, t('quarantineOf', quarantine)),
  el(
    'p',
    { class: 'links' },
    link({ view: 'run', id: run }, t('reportOf', { at: dateTime(at), seconds })),
    el('a', { href: `${path}/quality.csv${query}`, download: '', class: 'button' }, 'CSV'),
    el('a', { href: `${path}/quality${query}`, class: 'button' }, 'JSON'),
  ),
]

/** @param {any} report @param {string} path */
const mendList = ({ mend, source }, path) =>
  mend.length === 0
    ? empty(t('nothingToMend'))
    : el(
        'ol',
        { class: 'cards' },
        mend.map((/** @type {any} */ one) =>
          el(
            'li',
            { class: 'card' },
            el(
              'h3',
              { class: 'head' },
              el('b', { class: 'many' }, number(one.records)),
              said(one.title),
              el('code', {}, one.rule),
            ),
            el('p', {}, said(one.explanation)),
            el('p', { class: 'mend' }, el('b', {}, t('mendIt')), ' ', said(one.remedy)),
            examplesOf(one),
            el(
              'p',
              { class: 'links' },
              one.isSetAside
                ? link({ view: 'quarantine', source, code: one.code }, t('allOfThem'))
                : el('a', { href: csvOf(path, one.rule), download: '' }, t('allOfThem')),
            ),
          ),
        ),
      )

/** @param {string} path @param {string} rule */
const csvOf = (path, rule) => `${path}/quality.csv?${new URLSearchParams({ rule })}`

/** @param {any} one */
const examplesOf = ({ examples, isSetAside }) =>
  examples.length === 0
    ? ''
    : el(
        'ul',
        { class: 'examples' },
        examples.map((/** @type {any} */ { recordId, sourceId, got }) =>
          el(
            'li',
            {},
            isSetAside
              ? link({ view: 'entry', id: recordId }, sourceId || recordId)
              : el('a', { href: `/v1/records/${encodeURIComponent(recordId)}` }, sourceId || recordId),
            got ? [' ', el('code', {}, got)] : '',
          ),
        ),
      )

/** @param {any} field */
const fieldBar = ({ title, share, present, of, before }) => ({
  name: said(title),
  share,
  words: `${percent(share)}${before === undefined || before === share ? '' : ` (${t('was', { share: percent(before) })})`}`,
  hint: `${number(present)} / ${number(of)}`,
})

/** @param {{ name: string, share: number, words: string, hint: string }[]} bars */
const barsOf = (bars) =>
  el(
    'ul',
    { class: 'bars' },
    bars.map(({ name, share, words, hint }) =>
      el(
        'li',
        {},
        el('span', {}, name),
        el('meter', { min: 0, max: 1, value: share, 'aria-label': `${name} ${words}` }),
        el('span', {}, words, ' ', el('span', { class: 'quiet' }, hint)),
      ),
    ),
  )

/** @param {any} report @param {string} path */
const rulesOf = ({ rules }, path) =>
  rules.length === 0
    ? empty(t('noRuleBroken'))
    : el(
        'ul',
        { class: 'plain-list' },
        rules.map((/** @type {any} */ { rule, title, records, before }) =>
          el(
            'li',
            {},
            el('a', { href: csvOf(path, rule), download: '' }, t('recordsOf', { n: records })),
            ` ${said(title)} `,
            el('code', {}, rule),
            before === undefined || before === records
              ? ''
              : el('span', { class: 'quiet' }, ` (${t('was', { share: number(before) })})`),
          ),
        ),
      )

/** @param {any} report @param {string} path */
const identifiersOf = ({ identifiers, duplicates }, path) =>
  el(
    'ul',
    { class: 'plain-list' },
    el('li', {}, t('numbered', { n: identifiers.numbered })),
    el('li', {}, t('numbersWrong', { n: identifiers.wrong })),
    el('li', {}, t('numbersMissing', { n: identifiers.missing })),
    el('li', {}, listed(path, 'IDENTIFIER_SHARED', 'shared', identifiers.shared.records)),
    el('li', {}, listed(path, 'RECORD_DUPLICATE', 'duplicates', duplicates.records)),
  )

/** A count that leads to its records, where there are some. @param {string} path @param {string} rule @param {string} words @param {number} n */
const listed = (path, rule, words, n) =>
  n === 0 ? t(words, { n }) : el('a', { href: csvOf(path, rule), download: '' }, t(words, { n }))

/** @param {any} report */
const whatOf = ({ types, languages, years, records }) => {
  const bars = (/** @type {any[]} */ counts, /** @type {(value: string) => string} */ name) =>
    barsOf(
      counts.slice(0, 12).map(({ value, count }) => ({
        name: name(value),
        share: count / Math.max(1, records.bib),
        words: number(count),
        hint: '',
      })),
    )
  return [
    el('h3', {}, t('types')),
    bars(types, (value) => word('types', value)),
    el('h3', {}, t('languages')),
    bars(languages, (value) => (value ? languageName(value) : t('unknown'))),
    el('h3', {}, t('years')),
    bars(years.slice(-12), (value) => (value ? t('decade', { year: value }) : t('unknown'))),
  ]
}

/** @param {string} id @param {any[]} reports */
const historyOf = (id, reports) =>
  el(
    'ul',
    { class: 'plain-list' },
    reports.map(({ run, at, changes, quarantine }) =>
      el(
        'li',
        {},
        link({ view: 'quality', id, run }, dateTime(at)),
        ` ${t('changesOf', changes)} · ${t('quarantineOf', quarantine)}`,
      ),
    ),
  )
