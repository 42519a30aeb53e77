import { getJson, isAbort } from './api.js'
import { el, safeHref } from './dom.js'
import { date, dotted, t, time, word } from './i18n.js'

/** A little more than the gateway itself waits for the members. */
const patience = 12_000
const late = new Set(['UPSTREAM_DEADLINE', 'UPSTREAM_TIMEOUT', 'TIMEOUT', 'ABORTED'])

/**
 * Asks the members' own systems what is on the shelf, and puts each answer beside that member's copies.
 * @param {any} work
 * @param {Map<string, HTMLElement>} slots member → its place
 * @param {AbortSignal} signal
 */
export const loadLive = async (work, slots, signal) => {
  const asked = await membersToAsk(slots, signal)
  if (asked.length === 0) return
  for (const member of asked)
    slots
      .get(member)
      ?.replaceChildren(
        el(
          'p',
          { class: 'asking' },
          el('span', { class: 'spinner', 'aria-hidden': 'true' }),
          t('liveAsking'),
        ),
      )
  const again = () => loadLive(work, slots, signal)
  try {
    const within = AbortSignal.any([signal, AbortSignal.timeout(patience)])
    const answer = await getJson(`/v1/works/${encodeURIComponent(work.id)}/availability`, { signal: within })
    for (const member of asked) show(slots.get(member), stateOf(member, work, answer), again)
  } catch (error) {
    if (isAbort(error) && signal.aborted) return
    for (const member of asked) show(slots.get(member), { away: t('liveFailed') }, again)
  }
}

/** Members with a live service, so that no other member's copies wait for anything. @param {Map<string, HTMLElement>} slots @param {AbortSignal} signal */
const membersToAsk = async (slots, signal) => {
  const { services } = await getJson('/v1/services', { signal }).catch(() => ({ services: [] }))
  const live = new Set(
    services
      .filter((/** @type {any} */ one) => one.name === 'availability')
      .map((/** @type {any} */ one) => one.member),
  )
  return [...slots.keys()].filter((member) => live.has(member))
}

/**
 * @param {string} member @param {any} work @param {any} answer
 * @returns {{ away?: string, answers?: any[] }}
 */
const stateOf = (member, work, { availability, partial }) => {
  const away = partial.find((/** @type {any} */ one) => one.member === member)
  if (away) return { away: t(late.has(away.reason) ? 'liveAwaySlow' : 'liveAway') }
  const records = work.holdings
    .filter((/** @type {any} */ one) => one.member === member)
    .map((/** @type {any} */ one) => one.sourceId)
  return {
    answers: availability.filter(
      (/** @type {any} */ one) =>
        (one.member === undefined || one.member === member) && records.includes(one.recordId),
    ),
  }
}

/** @param {HTMLElement | undefined} slot @param {{ away?: string, answers?: any[] }} state @param {() => void} again */
const show = (slot, { away, answers = [] }, again) => {
  if (away) {
    slot?.replaceChildren(
      el(
        'p',
        { class: 'away' },
        away,
        ' ',
        el('button', { type: 'button', class: 'plain', on: { click: again } }, t('askAgain')),
      ),
    )
    return
  }
  const items = answers.flatMap((one) => one.items)
  const [first] = answers
  slot?.replaceChildren(
    items.length > 0
      ? el('ul', { class: 'items' }, items.map(item))
      : el('p', { class: 'quiet' }, t('liveNone')),
    ...(first
      ? [
          el(
            'p',
            { class: 'quiet as-of' },
            el('time', { datetime: first.asOf }, t('liveAsOf', { time: time(first.asOf) })),
          ),
        ]
      : []),
  )
}

/** @param {any} one */
const item = ({ holding, status, services }) =>
  el(
    'li',
    {},
    holding && el('span', { class: 'place' }, holding),
    status && el('span', { class: 'status' }, status),
    Object.entries(services).map(([name, state]) => service(name, state)),
  )

/** The state stands in words, not in colour alone. @param {string} name @param {any} state */
const service = (name, { available, expected, queue, href }) => {
  const more = dotted([!available && expectedText(expected), queue > 0 && t('queue', { n: queue })])
  const address = safeHref(href)
  return el(
    'span',
    { class: `service ${available ? 'yes' : 'no'}` },
    el('span', {}, word(available ? 'yes' : 'no', name)),
    more && el('span', { class: 'quiet' }, more),
    address && el('a', { href: address, rel: 'noopener noreferrer external' }, t('act')),
  )
}

/** A date, a duration of days, or `unknown` (DAIA 1.0). @param {string | undefined} expected */
const expectedText = (expected = 'unknown') => {
  const days = /^P(\d+)D/.exec(expected)?.[1]
  if (days) return t('expectedIn', { n: Number(days) })
  return /^\d{4}-/.test(expected) ? t('expected', { date: date(expected) }) : ''
}
