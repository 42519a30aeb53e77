import { classTree } from './classes.js'
import { el, fill } from './dom.js'
import { count } from './empty.js'
import { histogram } from './histogram.js'
import { t } from './i18n.js'
import { facetLabel } from './names.js'
import {
  facetNames,
  filterCount,
  toggled,
  toggledClass,
  toggledYears,
  withoutFilters,
  withYear,
} from './state.js'

/** Values of a facet shown before the reader asks for all. */
const atFirst = 7
/** @type {Set<string>} */
const opened = new Set()

/** @typedef {{ state: import('./state.js').SearchState, facets: Record<string, import('./classes.js').Entry[]>, histogram: import('./histogram.js').Bar[], change: (state: import('./state.js').SearchState) => void }} Facets */

/** @param {HTMLElement} container @param {Facets} parts */
export const drawFacets = (container, parts) => {
  const redraw = () => drawFacets(container, parts)
  const [type, member, ...others] = facetNames.map((name) =>
    name === 'class' ? classes(parts) : group(name, parts, redraw),
  )
  fill(container, el('h2', { class: 'unseen' }, t('filters')), type, member, years(parts), others)
}

/** @param {string} name @param {Facets} parts @param {() => void} redraw */
const group = (name, { state, facets, change }, redraw) => {
  const chosen = state.filters[name] ?? []
  // What is chosen is among them, also where nothing is left of it: otherwise it could not be unticked.
  const entries = facets[name] ?? []
  if (entries.length === 0) return null
  const isOpen = opened.has(name)
  const shown = isOpen
    ? entries
    : entries.filter(({ value }, index) => index < atFirst || chosen.includes(value))
  const turn = () => {
    if (isOpen) opened.delete(name)
    else opened.add(name)
    redraw()
  }
  return el(
    'fieldset',
    { class: 'facet' },
    el('legend', {}, t(`facet.${name}`)),
    shown.map((entry) =>
      choice(name, entry, chosen.includes(entry.value), () => change(toggled(state, name, entry.value))),
    ),
    entries.length > atFirst &&
      el(
        'button',
        {
          type: 'button',
          class: 'plain',
          id: `all-${name}`,
          'aria-expanded': String(isOpen),
          on: { click: turn },
        },
        isOpen ? t('showFewer') : t('showAll', { n: entries.length }),
      ),
  )
}

/** @param {string} name @param {{ value: string, count: number, label?: string }} entry @param {boolean} checked @param {() => void} change */
const choice = (name, entry, checked, change) =>
  el(
    'label',
    { class: 'choice' },
    el('input', { type: 'checkbox', id: `f-${name}-${entry.value}`, checked, on: { change } }),
    el('span', { class: 'choice-name' }, facetLabel(name, entry)),
    count(entry.count),
  )

/** @param {Facets} parts */
const classes = ({ state, facets, change }) => {
  const entries = facets['class'] ?? []
  if (entries.length === 0) return null
  const toggle = (/** @type {string} */ value) => change(toggledClass(state, value))
  return el(
    'fieldset',
    { class: 'facet' },
    el('legend', {}, t('facet.class')),
    classTree(entries, { chosen: state.filters['class'] ?? [], toggle }),
  )
}

/** @param {Facets} parts */
const years = ({ state, histogram: bars, change }) => {
  const bound = (/** @type {'from' | 'to'} */ end, /** @type {number} */ hint) =>
    el(
      'label',
      {},
      el('span', {}, t(end === 'from' ? 'yearFrom' : 'yearTo')),
      el('input', {
        type: 'text',
        inputmode: 'numeric',
        pattern: '[0-9]{1,4}',
        maxlength: 4,
        id: `year-${end}`,
        value: state[end],
        placeholder: Number.isFinite(hint) ? String(hint) : '',
        autocomplete: 'off',
        on: { change: (/** @type {any} */ event) => accept(end, event.target) },
      }),
    )
  const accept = (/** @type {'from' | 'to'} */ end, /** @type {HTMLInputElement} */ input) => {
    const value = input.value.trim()
    if (/^\d{0,4}$/.test(value)) change(withYear(state, end, value))
    else input.value = state[end]
  }
  return el(
    'fieldset',
    { class: 'facet years' },
    el('legend', {}, t('facet.year')),
    bars.length > 1 &&
      histogram(bars, {
        from: state.from,
        to: state.to,
        choose: (from, to) => change(toggledYears(state, from, to)),
      }),
    el(
      'div',
      {},
      bound('from', bars[0]?.from ?? Number.NaN),
      el('span', { 'aria-hidden': 'true' }, '–'),
      bound('to', bars.at(-1)?.to ?? Number.NaN),
    ),
  )
}

/** What is chosen, each with a way to take it back. @param {HTMLElement} container @param {Facets} parts */
export const drawChips = (container, { state, facets, change }) => {
  const chips = facetNames.flatMap((name) =>
    (state.filters[name] ?? []).map((value) => {
      const entry = facets[name]?.find((one) => one.value === value) ?? { value }
      return chip(facetLabel(name, entry), () => change(toggled(state, name, value)))
    }),
  )
  if (state.from || state.to)
    chips.push(chip(yearText(state), () => change({ ...state, from: '', to: '', page: 1 })))
  const all =
    filterCount(state) > 1 &&
    el(
      'button',
      { type: 'button', class: 'plain', on: { click: () => change(withoutFilters(state)) } },
      t('clearAll'),
    )
  fill(container, chips, all)
  container.hidden = chips.length === 0
}

/** @param {{ from: string, to: string }} state */
const yearText = ({ from, to }) =>
  t(from && to ? 'yearRange' : from ? 'yearSince' : 'yearUntil', { from, to })

/** @param {string} name @param {() => void} remove */
const chip = (name, remove) =>
  el(
    'button',
    { type: 'button', class: 'chip', 'aria-label': t('removeFilter', { name }), on: { click: remove } },
    name,
    el('span', { 'aria-hidden': 'true' }, '×'),
  )
