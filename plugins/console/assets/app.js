import { drawAccount } from './account.js'
import { isAbort } from './api.js'
import { byId, el, fill } from './dom.js'
import { showEntry } from './entry.js'
import { focusWithin } from './focus.js'
import { applyToDocument, chooseLanguage, consortium, currentLanguage, loadWords, t } from './i18n.js'
import { showMatches } from './matches.js'
import { problem } from './parts.js'
import { above, addressOf, placeOf } from './place.js'
import { showQuality } from './quality.js'
import { showQuarantine } from './quarantine.js'
import { showRules } from './rules.js'
import { showRun } from './run.js'
import { showRuns } from './runs.js'
import { showSearches } from './searches.js'
import { whenSessionEnds } from './session.js'
import { showSources } from './sources.js'

/** @type {Record<string, (place: any, context: import('./parts.js').Context) => Promise<any>>} */
const views = {
  sources: showSources,
  runs: showRuns,
  run: showRun,
  quarantine: showQuarantine,
  entry: showEntry,
  quality: showQuality,
  matches: showMatches,
  searches: showSearches,
  rules: showRules,
}

let current = new AbortController()
/** Ends a wait between two looks at something that goes on. @type {ReturnType<typeof setTimeout> | undefined} */
let timer

/** Draws what the address names; what the last view still waited for is let go. @param {{ keepsPlace?: boolean }} [options] */
const show = async ({ keepsPlace = false } = {}) => {
  current.abort()
  clearTimeout(timer)
  current = new AbortController()
  const { signal } = current
  const place = placeOf(location.hash)
  drawViews(place.view)
  if (!keepsPlace) {
    byId('said').textContent = ''
    fill(byId('view'), el('p', { class: 'loading quiet' }, t('loading')))
  }
  const again = () => show({ keepsPlace: true })
  const context = {
    signal,
    again,
    say: (/** @type {string} */ words) => {
      byId('said').textContent = words
    },
    later: (/** @type {number} */ seconds) => {
      timer = setTimeout(() => (document.hidden ? context.later(seconds) : again()), seconds * 1000)
    },
  }
  try {
    const { title, parts } = await /** @type {any} */ (views[place.view])(place, context)
    if (signal.aborted) return
    document.title = `${title} · ${consortium()}`
    const backToFocus = focusWithin(byId('view'))
    fill(byId('view'), el('h1', { id: 'title', tabindex: '-1' }, title), parts)
    if (keepsPlace) backToFocus()
    else scrollTo(0, 0)
  } catch (error) {
    if (signal.aborted || isAbort(error)) return
    document.title = `${t('notShown')} · ${consortium()}`
    fill(byId('view'), el('h1', { id: 'title', tabindex: '-1' }, t('notShown')), problem(error, again))
  }
}

/** @param {string} view */
const drawViews = (view) => {
  fill(
    byId('views'),
    ['sources', 'runs', 'quarantine', 'matches', 'searches', 'rules'].map((name) =>
      el(
        'a',
        { href: addressOf({ view: name }), 'aria-current': (above[view] ?? view) === name && 'page' },
        t(`view.${name}`),
      ),
    ),
  )
}

const drawCorner = () => drawAccount({ again: () => show({ keepsPlace: true }), switchLanguage })

const redraw = () => {
  applyToDocument()
  drawCorner()
  return show()
}

const switchLanguage = async () => {
  await chooseLanguage(currentLanguage() === 'zh' ? 'en' : 'zh')
  await redraw()
  byId('language').focus({ preventScroll: true })
}

const start = async () => {
  await loadWords()
  whenSessionEnds(drawCorner)
  addEventListener('hashchange', async () => {
    await show()
    byId('title')?.focus({ preventScroll: true })
  })
  document.querySelector('.skip')?.addEventListener('click', (event) => {
    event.preventDefault()
    byId('main').focus()
  })
  await redraw()
}

start()
