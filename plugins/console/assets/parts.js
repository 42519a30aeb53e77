import { el } from './dom.js'
import { currentLanguage, dateTime, hasWord, number, reasonOf, t, word } from './i18n.js'
import { addressOf } from './place.js'

/**
 * What a view is given: `again` draws it anew in its place, `later` after so many seconds, `say` tells what came of an act.
 * @typedef {{ signal: AbortSignal, again: () => Promise<void>, later: (seconds: number) => void, say: (words: string) => void }} Context
 */

/** Words that a call gives in both languages. @param {{ en: string, zh: string } | undefined} words */
export const said = (words) => words?.[currentLanguage()] ?? ''

/** @param {any} finding */
export const detailOf = (finding) => (currentLanguage() === 'zh' && finding.detailZh) || finding.detail

/** @param {number} share */
export const percent = (share) => `${number(Math.round(share * 1000) / 10)} %`

/** What went wrong, and a way on. @param {any} error @param {() => unknown} again */
export const problem = (error, again) =>
  el(
    'div',
    { class: 'notice', role: 'alert' },
    el('p', {}, refusalOf(error)),
    error.status === 401 || error.status === 403 ? el('p', {}, t('needsOperator')) : '',
    el('button', { type: 'button', on: { click: again } }, t('tryAgain')),
  )

/** Why something was refused: in words of the page where there are some, and as the gateway told it. @param {any} error */
export const refusalOf = ({ status, code, message }) =>
  hasWord('error', code)
    ? [el('b', {}, word('error', code)), ' ', message]
    : status === 0
      ? t('unreachable')
      : reasonOf({ code, message }) || t('failed')

/** @param {string} state */
export const stateChip = (state) => el('span', { class: `state ${state}` }, word('state', state))

/** A link within the page. @param {import('./place.js').Place} place @param {any} words @param {Record<string, any>} [more] */
export const link = (place, words, more = {}) => el('a', { href: addressOf(place), ...more }, words)

/**
 * A run's counts in a row, those that are none left out. What a source told to be deleted and is there all the same is
 * none of what was deleted. @param {any} run
 */
export const countsOf = ({ undeleted = 0, ...run }) => {
  /** @type {Record<string, number>} */
  const counts = { ...run, undeleted, deleted: run.deleted - undeleted }
  return el(
    'ul',
    { class: 'counts' },
    ['read', 'accepted', 'warned', 'quarantined', 'deleted', 'undeleted', 'unchanged', 'empty']
      .map((name) => /** @type {const} */ ([name, counts[name] ?? 0]))
      .filter(([name, n]) => name === 'read' || n > 0)
      .map(([name, n]) => el('li', {}, el('b', {}, number(n)), ' ', t(`count.${name}`, { n }))),
  )
}

/** Why a run ended before its end: in words where there are some, and as the gateway told it. @param {any} error */
export const errorOf = (error) => [el('b', {}, word('error', error.code)), ' ', detailOf(error)]

/** @param {any} run */
export const runLine = (run) =>
  el(
    'li',
    { class: 'card' },
    el(
      'p',
      { class: 'head' },
      link({ view: 'run', id: run.run }, `${run.source} · ${word('kind', run.kind)}`),
      stateChip(run.state),
      el('span', { class: 'quiet' }, dateTime(run.startedAt)),
    ),
    countsOf(run),
    run.held > 0 ? el('p', { class: 'notice' }, t('heldShort', { n: run.held })) : '',
    run.error ? el('p', { class: 'wrong' }, errorOf(run.error)) : '',
  )

/** @param {string} words */
export const empty = (words) => el('p', { class: 'empty' }, words)

/**
 * A button that does something once: it says so while it does, and what came of it. It keeps the keyboard, which one that is
 * disabled would lose.
 * @param {string} words @param {() => Promise<unknown>} work @param {Record<string, any>} [more]
 */
export const doing = (words, work, more = {}) => {
  const button = el(
    'button',
    {
      type: 'button',
      ...more,
      on: {
        click: async () => {
          if (button.hasAttribute('aria-busy')) return
          button.setAttribute('aria-busy', 'true')
          try {
            await work()
          } catch (error) {
            button.after(problem(error, () => button.nextElementSibling?.remove()))
          } finally {
            button.removeAttribute('aria-busy')
          }
        },
      },
    },
    words,
  )
  return button
}
