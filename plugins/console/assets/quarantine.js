import { act, call, download } from './calls.js'
import { el } from './dom.js'
import { number, t } from './i18n.js'
import { detailOf, doing, empty, link, said } from './parts.js'
import { token } from './session.js'

const pageSize = 20

/** Causes; of one cause its records. @param {any} place @param {import('./parts.js').Context} context */
export const showQuarantine = (place, context) =>
  place.code ? showEntries(place, context) : showGroups(place, context)

/** @param {any} place @param {import('./parts.js').Context} context */
const showGroups = async ({ source, offset = '0' }, context) => {
  const query = new URLSearchParams({ limit: '50', offset, ...(source && { source }) })
  const { groups } = await call(`/v1/quarantine/groups?${query}`, { signal: context.signal })
  return {
    title: source ? t('setAsideOf', { source }) : t('view.quarantine'),
    parts: [
      el('p', { class: 'quiet' }, t('quarantineHint')),
      source ? link({ view: 'quarantine' }, t('allSources')) : '',
      groups.length === 0
        ? empty(t('nothingSetAside'))
        : [
            el(
              'ul',
              { class: 'cards' },
              groups.map((/** @type {any} */ group) => groupCard(group, context)),
            ),
            toolsOf({ source }, context, t('allSetAside')),
          ],
      groups.length === 50
        ? link({ view: 'quarantine', source, offset: String(Number(offset) + 50) }, t('more'), {
            class: 'button',
          })
        : '',
    ],
  }
}

/** @param {any} group @param {import('./parts.js').Context} context */
const groupCard = ({ code, source, count, example, remedy }, context) =>
  el(
    'li',
    { class: 'card' },
    el(
      'h2',
      { class: 'head' },
      el('b', { class: 'many' }, number(count)),
      link({ view: 'quarantine', source, code }, remedy ? said(remedy.title) : code),
      el('code', {}, source),
    ),
    remedy ? [el('p', {}, said(remedy.explanation)), mendOf(remedy)] : '',
    el(
      'p',
      { class: 'quiet' },
      t('forExample'),
      ' ',
      link(
        { view: 'entry', id: String(example.number) },
        example.sourceId ?? t('number', { n: example.number }),
      ),
      ' ',
      detailOf(example.finding),
    ),
    toolsOf({ source, code }, context),
  )

/** @param {any} remedy */
export const mendOf = (remedy) => el('p', { class: 'mend' }, el('b', {}, t('mendIt')), ' ', said(remedy.mend))

/** Retry and export of all, of a source, or of a cause. @param {{ source?: string, code?: string }} filter @param {import('./parts.js').Context} context @param {string} [what] */
const toolsOf = (filter, { again, say }, what) => {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value))
  const retry = async () => {
    const { runs } = await act(`/v1/quarantine/retry?${query}`)
    const sum = (/** @type {string} */ name) =>
      runs.reduce((/** @type {number} */ total, /** @type {any} */ run) => total + run[name], 0)
    say(t('retried', { n: sum('accepted'), left: sum('quarantined') }))
    await again()
  }
  return el(
    'p',
    { class: 'links' },
    what ? el('b', {}, what) : '',
    token() ? [doing(t('retryAll'), retry), doing(t('export'), () => exported(query))] : '',
    el('a', { href: `/v1/quarantine/export.csv?${query}`, download: '', class: 'button' }, t('reasons')),
  )
}

/** What came in several carriers is no one file: one of each. @param {URLSearchParams} query */
const exported = async (query) => {
  const { carriers } = await call(`/v1/quarantine/groups?limit=0&${query}`)
  for (const carrier of carriers.length > 0 ? carriers : [''])
    await download(`/v1/quarantine/export?${query}${carrier && `&carrier=${carrier}`}`)
}

/** @param {any} place @param {import('./parts.js').Context} context */
const showEntries = async ({ source, code, after }, context) => {
  const query = new URLSearchParams({
    state: 'open',
    code,
    limit: String(pageSize),
    ...(source && { source }),
    ...(after && { after }),
  })
  const { quarantine } = await call(`/v1/quarantine?${query}`, { signal: context.signal })
  const last = quarantine.at(-1)
  return {
    title: t('setAsideFor', { code }),
    parts: [
      link({ view: 'quarantine', source }, t('allCauses')),
      quarantine.length === 0
        ? empty(t('nothingSetAside'))
        : el(
            'ul',
            { class: 'cards' },
            quarantine.map((/** @type {any} */ entry) =>
              el(
                'li',
                { class: 'card' },
                el(
                  'p',
                  { class: 'head' },
                  link(
                    { view: 'entry', id: String(entry.number) },
                    entry.sourceId ?? t('number', { n: entry.number }),
                  ),
                  el('code', {}, entry.source),
                ),
                el('p', {}, detailOf(entry.finding)),
              ),
            ),
          ),
      toolsOf({ source, code }, context),
      quarantine.length === pageSize
        ? link({ view: 'quarantine', source, code, after: String(last.number) }, t('more'), {
            class: 'button',
          })
        : '',
    ],
  }
}
