import { el } from './dom.js'
import { dotted, number, t } from './i18n.js'
import { empty } from './parts.js'

/**
 * Searches as they are and as they become, side by side, with what moved.
 * @param {any[]} effects
 */
export const effectsOf = (effects) => effects.map(effectOf)

/** @param {any} effect */
const effectOf = ({ q, before, after }) =>
  el(
    'section',
    { class: 'compared', 'aria-label': t('effect.of', { q }) },
    el('h3', {}, t('effect.of', { q })),
    isSame(before, after) && el('p', { class: 'quiet' }, t('effect.nothing')),
    el('div', { class: 'sides' }, side('before', before), side('after', after)),
  )

/** @param {any} before @param {any} after */
const isSame = (before, after) =>
  before.total === after.total &&
  before.hits.length === after.hits.length &&
  after.hits.every(
    (/** @type {any} */ { other, isBestBet }, /** @type {number} */ at) => other === at + 1 && !isBestBet,
  )

/** @param {string} name @param {any} given */
const side = (name, { total, hits }) =>
  el(
    'div',
    { class: name },
    el('h4', {}, t(`effect.${name}`), ' ', el('span', { class: 'quiet' }, t('effect.total', { n: total }))),
    hits.length === 0
      ? empty(t('effect.empty'))
      : el(
          'ol',
          {},
          hits.map((/** @type {any} */ hit, /** @type {number} */ at) => line(hit, at + 1, name)),
        ),
  )

/** @param {any} hit @param {number} place @param {string} name */
const line = ({ title, agents, year, other, synonymOf, isBestBet }, place, name) =>
  el(
    'li',
    { class: other === place ? '' : 'moved' },
    el('span', { class: 'few-lines', dir: 'auto' }, title),
    ' ',
    el('span', { class: 'quiet' }, dotted([agents[0], year === null ? '' : String(year)])),
    ' ',
    isBestBet && el('span', { class: 'state finished' }, t('effect.bestBet')),
    ' ',
    synonymOf && el('span', { class: 'state running' }, t('effect.synonymOf', { of: synonymOf.join(', ') })),
    ' ',
    other !== place && el('b', { class: 'move' }, moveText(other, place, name)),
  )

/** @param {number | null} other @param {number} place @param {string} name */
const moveText = (other, place, name) => {
  if (other === null) return t(name === 'before' ? 'effect.leaves' : 'effect.new')
  return name === 'before'
    ? t('effect.to', { n: number(other) })
    : t(place < other ? 'effect.up' : 'effect.down', { n: number(other) })
}
