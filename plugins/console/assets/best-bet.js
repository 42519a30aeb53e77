import { call } from './calls.js'
import { byId, el, fill } from './dom.js'
import { focusWithin } from './focus.js'
import { dotted, t } from './i18n.js'
import { doing, empty } from './parts.js'
import { field } from './rule-form.js'

const mostWorks = 10
const found = 8

/** @typedef {{ id: string, title: string, agents: string[], year: number | null }} Work */

/** @param {any} place @param {AbortSignal} signal */
export const bestBetFields = ({ q = '' }, signal) => {
  const picker = workPicker(q, signal)
  return {
    fields: [
      field('bet-q', t('bet.q'), { value: q, maxlength: 200, required: true, list: 'known-queries' }),
      picker.element,
      field('bet-note', t('bet.note'), { maxlength: 500, required: true }),
      field('bet-until', t('bet.until'), { type: 'date' }),
    ],
    rule: () => ({
      kind: 'best-bet',
      q: byId('bet-q').value.trim(),
      works: picker.chosen(),
      note: byId('bet-note').value.trim(),
      ...(byId('bet-until').value && { until: byId('bet-until').value }),
    }),
  }
}

/** Works in an order, found by a search. @param {string} q @param {AbortSignal} signal */
const workPicker = (q, signal) => {
  /** @type {Work[]} */
  let chosen = []
  const list = el('ol', { class: 'plain-list', id: 'bet-works' })
  const results = el('div', { id: 'bet-found', role: 'region', 'aria-label': t('bet.found') })
  const box = el('input', { id: 'bet-search', type: 'search', value: q, autocomplete: 'off' })
  const element = el(
    'fieldset',
    { class: 'picker' },
    el('legend', {}, t('bet.works', { n: mostWorks })),
    list,
    el('label', { for: 'bet-search' }, t('bet.search')),
    el(
      'div',
      { class: 'tools' },
      box,
      doing(t('bet.find'), () => search(), { id: 'bet-find' }),
    ),
    results,
  )
  const choose = (/** @type {Work[]} */ next) => {
    chosen = next
    const backToFocus = focusWithin(list, 'bet-search')
    fill(list, chosen.map(line))
    backToFocus()
    element.dispatchEvent(new Event('picked', { bubbles: true }))
  }
  const line = (/** @type {Work} */ work, /** @type {number} */ at) =>
    el(
      'li',
      { class: 'head' },
      el('span', { class: 'few-lines' }, workText(work)),
      at > 0 && act('up', work, () => choose(moved(chosen, at))),
      act('remove', work, () => choose(chosen.filter(({ id }) => id !== work.id))),
    )
  const search = async () => {
    const query = new URLSearchParams({ q: box.value, limit: String(found) })
    const { bestBet, hits } = await call(`/v1/search?${query}`, { signal })
    const all = [...(bestBet?.hits ?? []), ...hits]
    fill(
      results,
      all.length === 0 ? empty(t('bet.nothing')) : el('ul', { class: 'plain-list' }, all.map(offered)),
    )
  }
  const offered = (/** @type {Work} */ work) =>
    el(
      'li',
      { class: 'head' },
      el('span', { class: 'few-lines' }, workText(work)),
      act('add', work, () => {
        if (chosen.length < mostWorks && !chosen.some(({ id }) => id === work.id)) choose([...chosen, work])
      }),
    )
  box.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Enter' || event.isComposing) return
    event.preventDefault()
    byId('bet-find').click()
  })
  return { element, chosen: () => chosen.map(({ id }) => id) }
}

/** @param {Work[]} works @param {number} at */
const moved = (works, at) => {
  const next = [...works]
  next.splice(at - 1, 0, ...next.splice(at, 1))
  return next
}

/** @param {string} name @param {Work} work @param {() => void} click */
const act = (name, work, click) => {
  // Of two editions the title alone does not say which.
  const label = t(`bet.${name}Work`, { title: workText(work) })
  const more = { type: 'button', id: `bet-${name}-${work.id}`, 'aria-label': label, on: { click } }
  return el('button', more, t(`bet.${name}`))
}

/** @param {Work} work */
const workText = ({ title, agents, year }) => dotted([title, agents[0], year === null ? '' : String(year)])
