import { getJson, isAbort } from './api.js'
import { byId, el, fill } from './dom.js'
import { failure, meant, nothingFound, totalText } from './empty.js'
import { drawChips, drawFacets } from './facets.js'
import { drawHits, recommended } from './hits.js'
import { t, word } from './i18n.js'
import { memberName } from './names.js'
import { noteResults } from './outcomes.js'
import { filterCount, searchCall, sorts } from './state.js'

/** @typedef {import('./state.js').SearchState} SearchState */

/** Answers of this visit, newest last: going back shows what was there without asking again. */
const answers = new Map()
const keptAnswers = 40
/** @type {AbortController | null} */
let asking = null
/** @type {string} */
let shown = ''
let isNarrow = true
let lastTotal = 0

/** How many works the results that are shown are of. */
export const shownTotal = () => lastTotal

/**
 * Shows the results of a state. A question that is no longer wanted is taken back, and its answer never drawn.
 * @param {SearchState} state
 * @param {{ change: (state: SearchState) => void, wait?: number }} options `wait`: milliseconds for more typing
 */
export const showSearch = async (state, { change, wait = 0 }) => {
  const call = searchCall(state)
  asking?.abort()
  const controller = new AbortController()
  asking = controller
  frame(state, change)
  const kept = answers.get(call)
  if (kept) return draw(state, kept, change)
  setBusy(true)
  try {
    await pause(wait, controller.signal)
    const answer = await getJson(call, { signal: controller.signal })
    if (controller.signal.aborted) return
    // What is not there yet may be there when it is asked again.
    if (answer.total > 0) remember(call, answer)
    draw(state, answer, change)
  } catch (error) {
    if (isAbort(error) || controller.signal.aborted) return
    drawFailure(error, () => showSearch(state, { change }))
  }
}

/** The reader left for another view. */
export const stopSearch = () => {
  asking?.abort()
  setBusy(false)
}

/** @param {number} milliseconds @param {AbortSignal} signal */
const pause = (milliseconds, signal) =>
  new Promise((resolve, reject) => {
    if (milliseconds === 0) return resolve(undefined)
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(new DOMException('', 'AbortError'))
    })
  })

/** @param {string} call @param {any} answer */
const remember = (call, answer) => {
  answers.set(call, answer)
  if (answers.size > keptAnswers) answers.delete(answers.keys().next().value)
}

/** The parts that stay while results come and go; made once, and again when the language changes. */
const frame = (/** @type {SearchState} */ state, /** @type {(state: SearchState) => void} */ change) => {
  if (!byId('results')) build()
  byId('sort').onchange = (/** @type {any} */ event) =>
    change({ ...state, sort: event.target.value, page: 1 })
  byId('sort').value = state.sort
  byId('search-title').textContent = state.q.trim() ? t('resultsFor', { q: state.q }) : t('results')
}

/** Forgets what is drawn, for another language. */
export const resetSearch = () => {
  byId('search').replaceChildren()
  shown = ''
}

const build = () => {
  const toggle = () => {
    isNarrow = !isNarrow
    byId('facets').classList.toggle('open', !isNarrow)
    byId('filter-button').setAttribute('aria-expanded', String(!isNarrow))
  }
  byId('search').replaceChildren(
    el('h1', { class: 'unseen', id: 'search-title' }),
    el(
      'div',
      { class: 'bar' },
      el('p', { id: 'total', role: 'status', 'aria-live': 'polite', 'aria-atomic': 'true' }),
      el(
        'button',
        {
          type: 'button',
          id: 'filter-button',
          'aria-expanded': String(!isNarrow),
          'aria-controls': 'facets',
          on: { click: toggle },
        },
        t('filters'),
      ),
      el(
        'label',
        { class: 'sort' },
        el('span', {}, t('sort')),
        el(
          'select',
          { id: 'sort' },
          sorts.map((sort) => el('option', { value: sort }, word('sorts', sort))),
        ),
      ),
    ),
    el('div', { class: 'chips', id: 'chips', hidden: true }),
    el(
      'div',
      { class: 'columns' },
      el('aside', { id: 'facets', class: isNarrow ? '' : 'open', 'aria-label': t('filters') }),
      el('div', { id: 'results' }),
    ),
  )
}

/** @param {SearchState} state @param {any} answer @param {(state: SearchState) => void} change */
const draw = (state, answer, change) => {
  setBusy(false)
  const key = searchCall(state)
  noteResults(state.q, answer.total)
  lastTotal = answer.total
  if (shown === key) return
  shown = key
  const parts = { state, facets: answer.facets, histogram: answer.histogram ?? [], change }
  drawFacets(byId('facets'), parts)
  drawChips(byId('chips'), parts)
  drawBar(state, answer)
  const results = byId('results')
  if (answer.total === 0) fill(results, nothingFound(state, answer))
  else drawHits(results, answer, state)
  results.prepend(
    ...[
      partial(answer),
      answer.total > 0 && answer.didYouMean && meant(state, answer.didYouMean),
      recommended(answer.bestBet),
    ].filter(Boolean),
  )
}

/** @param {SearchState} state @param {any} answer */
const drawBar = (state, answer) => {
  const chosen = filterCount(state)
  byId('total').replaceChildren(
    el('b', {}, totalText(answer)),
    ' ',
    el('span', { class: 'quiet' }, t('took', { n: Math.round(answer.tookMs) })),
  )
  byId('filter-button').textContent = chosen > 0 ? t('filtersChosen', { n: chosen }) : t('filters')
  byId('search').classList.toggle('bare', answer.total === 0 && chosen === 0)
}

/** @param {{ partial: { member?: string, index?: string }[] }} answer */
const partial = ({ partial: away }) => {
  const members = away.flatMap(({ member }) => (member ? [memberName(member)] : []))
  if (away.length === 0) return false
  return el(
    'p',
    { class: 'notice' },
    members.length < away.length && t('partialIndex'),
    members.length > 0 && t('partial', { members: members.join(', ') }),
  )
}

/** @param {unknown} problem @param {() => void} retry */
const drawFailure = (problem, retry) => {
  setBusy(false)
  shown = ''
  byId('total').textContent = ''
  fill(byId('results'), failure(problem, retry))
}

/** @param {boolean} isBusy */
export const setBusy = (isBusy) => {
  byId('progress').hidden = !isBusy
  byId('results')?.setAttribute('aria-busy', String(isBusy))
}

/** Whether what is wanted could not be had, and may be asked again once there is a connection. */
export const hasFailed = () => byId('retry') !== null
