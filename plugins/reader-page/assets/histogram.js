import { el } from './dom.js'
import { number, t } from './i18n.js'

/** @typedef {{ from: number, to: number, count: number }} Bar */

/**
 * Years as bars that can be chosen: each is a button with its years and count in words. The heights follow the
 * square root, so that few works beside very many are still seen.
 * @param {Bar[]} bars
 * @param {{ from: string, to: string, choose: (from: number, to: number) => void }} parts
 */
export const histogram = (bars, { from, to, choose }) => {
  const most = Math.max(...bars.map(({ count }) => count))
  const isChosen = (/** @type {Bar} */ bar) =>
    (from || to) && bar.to >= Number(from || -1e9) && bar.from <= Number(to || 1e9)
  return el(
    'ol',
    { class: 'histogram', 'aria-label': t('histogram') },
    bars.map((bar) =>
      el(
        'li',
        {},
        bar.count === 0
          ? null
          : el(
              'button',
              {
                type: 'button',
                id: `bar-${bar.from}`,
                'aria-pressed': String(Boolean(isChosen(bar))),
                'aria-label': label(bar),
                title: label(bar),
                on: { click: () => choose(bar.from, bar.to) },
              },
              column(Math.sqrt(bar.count / most)),
            ),
      ),
    ),
  )
}

/** @param {number} part of the whole height */
const column = (part) => {
  const span = el('span')
  span.style.setProperty('--part', part.toFixed(3))
  return span
}

/** @param {Bar} bar */
const label = ({ from, to, count }) =>
  t('barLabel', { years: from === to ? String(from) : `${from}–${to}`, n: number(count) })
