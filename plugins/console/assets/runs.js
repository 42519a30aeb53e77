import { call } from './calls.js'
import { el } from './dom.js'
import { t } from './i18n.js'
import { empty, link, runLine } from './parts.js'

const pageSize = 20

/** Runs, the latest first; those under way are looked at again. @param {any} place @param {import('./parts.js').Context} context */
export const showRuns = async ({ source, before, held }, { signal, later }) => {
  const query = new URLSearchParams({ limit: String(pageSize) })
  if (source) query.set('source', source)
  if (before) query.set('before', before)
  if (held) query.set('held', 'true')
  const { runs } = await call(`/v1/runs?${query}`, { signal })
  if (runs.some((/** @type {any} */ { state }) => state === 'running')) later(2)
  const last = runs.at(-1)
  return {
    title: source ? t('runsOf', { source }) : t('view.runs'),
    parts: [
      el(
        'p',
        { class: 'links' },
        source || held ? link({ view: 'runs' }, t('allRuns')) : '',
        held ? '' : link({ view: 'runs', source, held: 'yes' }, t('heldRuns')),
      ),
      runs.length === 0
        ? empty(held ? t('nothingHeld') : t('noRuns'))
        : el('ul', { class: 'cards' }, runs.map(runLine)),
      runs.length === pageSize
        ? link({ view: 'runs', source, held, before: last.run }, t('older'), { class: 'button' })
        : '',
    ],
  }
}
