import { el } from './dom.js'
import { count } from './empty.js'
import { t } from './i18n.js'
import { facetLabel } from './names.js'

/** @typedef {{ value: string, count: number, label?: string, labelEn?: string }} Entry */

/**
 * Classes as a tree: each below the one that its number begins with. Ticking one opens what lies below it.
 * @param {Entry[]} entries in the order of the scheme
 * @param {{ chosen: string[], toggle: (value: string) => void }} parts
 */
export const classTree = (entries, { chosen, toggle }) => {
  const branch = (/** @type {Entry[]} */ some, /** @type {number} */ level) =>
    some.length > 0 &&
    el(
      'ul',
      { class: `classes level-${Math.min(level, 3)}` },
      some
        .filter(({ value }) => !some.some((other) => isBelow(value, other.value)))
        .map((entry) =>
          el(
            'li',
            {},
            choice(entry, chosen.includes(entry.value), () => toggle(entry.value)),
            branch(
              some.filter(({ value }) => isBelow(value, entry.value)),
              level + 1,
            ),
          ),
        ),
    )
  return branch(entries, 0)
}

/** @param {string} one @param {string} other */
const isBelow = (one, other) => one !== other && one.startsWith(other)

/** @param {Entry} entry @param {boolean} checked @param {() => void} change */
const choice = (entry, checked, change) =>
  el(
    'label',
    { class: 'choice' },
    el('input', { type: 'checkbox', id: `f-class-${entry.value}`, checked, on: { change } }),
    el(
      'span',
      { class: 'choice-name' },
      el('span', { class: 'class-number' }, entry.value),
      ' ',
      className(entry),
    ),
    count(entry.count),
  )

/** @param {Entry} entry */
const className = (entry) => (entry.label === undefined ? t('classUnnamed') : facetLabel('class', entry))
