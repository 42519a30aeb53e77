import { bestBetFields } from './best-bet.js'
import { call } from './calls.js'
import { el, fill, section } from './dom.js'
import { date, dateTime, t } from './i18n.js'
import { doing, empty, link } from './parts.js'
import { addressOf } from './place.js'
import { effectsOf } from './rule-effect.js'
import { ruleForm } from './rule-form.js'
import { token } from './session.js'
import { synonymFields } from './synonym.js'

const kinds = ['synonym', 'best-bet']
const pageSize = 50

/** Synonyms and best bets: what stands, who said it, and what another would do. @param {any} place @param {import('./parts.js').Context} context */
export const showRules = async (place, context) => {
  const title = t('view.rules')
  if (!token()) return { title, parts: el('p', { class: 'notice' }, t('needsOperator')) }
  const { signal } = context
  const { add, state = 'standing' } = place
  const [rules, report] = await Promise.all([
    listed(state, undefined, signal),
    call('/v1/search/analytics?weeks=13', { signal }),
  ])
  return {
    title,
    parts: [
      el('p', { class: 'quiet' }, t('rules.hint')),
      el(
        'nav',
        { class: 'links', 'aria-label': t('rules.add') },
        kinds.map((kind) =>
          link({ view: 'rules', add: kind }, t(`rules.add.${kind}`), {
            class: 'button',
            'aria-current': kind === add && 'true',
          }),
        ),
      ),
      kinds.includes(add) ? adding(place, report, context) : suggestionsOf(report),
      section('said', t(`rules.${state}`), listOf(rules, state, context), otherState(state)),
    ],
  }
}

/** @param {string} state @param {number | undefined} before @param {AbortSignal} signal */
const listed = async (state, before, signal) => {
  const query = new URLSearchParams({
    state,
    limit: String(pageSize),
    ...(before && { before: String(before) }),
  })
  return (await call(`/v1/search/rules?${query}`, { signal })).rules
}

/** @param {any} place @param {any} report @param {import('./parts.js').Context} context */
const adding = (place, report, context) => {
  const isSynonym = place.add === 'synonym'
  const known = [...report.nothingFound, ...report.abandoned, ...report.asked].map(({ q }) => q)
  return section(
    'adding',
    t(`rules.add.${place.add}`),
    el(
      'datalist',
      { id: 'known-queries' },
      [...new Set(known)].map((q) => el('option', { value: q })),
    ),
    ruleForm({ ...(isSynonym ? synonymFields(place) : bestBetFields(place, context.signal)), context }),
  )
}

/** What many typed after what did not do may mean the same. @param {any} report */
const suggestionsOf = ({ rephrased, nothingFound, fewestAskers }) =>
  rephrased.length + nothingFound.length > 0 &&
  section(
    'suggested',
    t('rules.suggested'),
    el('p', { class: 'quiet' }, t('rules.suggestedHint', { n: fewestAskers })),
    el(
      'ul',
      { class: 'links' },
      rephrased
        .slice(0, 5)
        .map((/** @type {any} */ { q, to, count }) =>
          el(
            'li',
            {},
            link({ view: 'rules', add: 'synonym', from: q, to }, t('rules.asSynonym', { q, to, n: count })),
          ),
        ),
      nothingFound
        .slice(0, 5)
        .map((/** @type {any} */ { q, count }) =>
          el(
            'li',
            {},
            link({ view: 'rules', add: 'synonym', from: q }, t('rules.asNothing', { q, n: count })),
          ),
        ),
    ),
  )

/** @param {string} state */
const otherState = (state) => {
  const other = state === 'standing' ? 'undone' : 'standing'
  return el('p', { class: 'links' }, link({ view: 'rules', state: other }, t(`rules.${other}`)))
}

/** @param {any[]} rules @param {string} state @param {import('./parts.js').Context} context */
const listOf = (rules, state, context) => {
  if (rules.length === 0) return empty(t(`rules.none.${state}`))
  const list = el(
    'ul',
    { class: 'cards' },
    rules.map((rule) => card(rule, context)),
  )
  let last = rules
  const more = doing(t('rules.older'), async () => {
    last = await listed(state, last.at(-1).number, context.signal)
    list.append(...last.map((rule) => card(rule, context)))
    more.hidden = last.length < pageSize
  })
  more.hidden = rules.length < pageSize
  return [list, more]
}

/** @param {any} said @param {import('./parts.js').Context} context */
const card = (said, context) =>
  el(
    'li',
    { class: 'card' },
    said.rule.kind === 'synonym' ? synonymText(said.rule) : bestBetText(said),
    el('p', { class: 'quiet' }, t('rules.by', { ...said, at: dateTime(said.at) })),
    said.undone
      ? el('p', { class: 'quiet' }, t('rules.undoneBy', { ...said.undone, at: dateTime(said.undone.at) }))
      : takeBack(said, context),
  )

/** @param {any} rule */
const synonymText = ({ from, to, bothWays }) =>
  el(
    'h3',
    { class: 'head' },
    from,
    el('span', { class: 'quiet' }, t(bothWays ? 'rules.same' : 'rules.means')),
    to,
  )

/** @param {any} said */
const bestBetText = ({ rule: { q, note, until }, works, isOver }) => [
  el(
    'h3',
    { class: 'head' },
    q,
    el('span', { class: 'quiet' }, t('rules.first')),
    isOver && el('span', { class: 'state failed' }, t('rules.over')),
  ),
  el(
    'ol',
    { class: 'plain-list' },
    works.map((/** @type {any} */ { id, title }) =>
      el(
        'li',
        {},
        title ? el('a', { href: `/works/${encodeURIComponent(id)}` }, title) : t('rules.gone', { id }),
      ),
    ),
  ),
  el('p', {}, note, until && el('span', { class: 'quiet' }, ` ${t('rules.until', { at: date(until) })}`)),
]

/** The effect of taking it back is shown first. @param {any} said @param {import('./parts.js').Context} context */
const takeBack = ({ number }, context) => {
  const place = el('div', { class: 'taking-back' })
  const path = `/v1/search/rules/${number}/undo`
  const undo = async () => {
    await call(path, { method: 'POST', body: {} })
    history.replaceState(null, '', addressOf({ view: 'rules' }))
    await context.again()
    context.say(t('rules.takenBack'))
  }
  const ask = async () => {
    const { effects } = await call(path, { method: 'POST', body: { preview: true } })
    fill(
      place,
      effectsOf(effects),
      doing(t('rules.takeBackNow'), undo, { class: 'strong', id: `undo-${number}` }),
    )
    document.getElementById(`undo-${number}`)?.focus()
  }
  fill(place, doing(t('rules.takeBack'), ask))
  return place
}
