import { drawAccount } from './account.js'
import { byId, el } from './dom.js'
import { drawHome } from './empty.js'
import { applyToDocument, chooseLanguage, consortium, currentLanguage, loadWords, t } from './i18n.js'
import { listenToKeys } from './keys.js'
import { hasDraft } from './letter.js'
import { loadMembers } from './names.js'
import { noteOpened } from './outcomes.js'
import { place, rememberPlace, startPlaces } from './places.js'
import { hasFailed, resetSearch, shownTotal, showSearch, stopSearch } from './search.js'
import { onSession, takeTokenFromAddress } from './session.js'
import { emptySearch, readAddress, toAddress } from './state.js'
import { closeList, listenToList, suggest } from './suggest.js'

/** @typedef {import('./state.js').State} State */
/** @typedef {import('./state.js').SearchState} SearchState */

/** While somebody types, a question waits this long for the next key. */
const typingPause = 120
/** @type {State} */
let state = readAddress(location)
let isComposing = false
/** Typing made this entry of the history, and goes on in it: what somebody sent, opened or came back to keeps its own. */
let isTyped = false
/** The words of the page are there: from now on what is typed can be answered. */
let isReady = false

/** @param {string} [text] */
const setTitle = (text) => {
  document.title = text ? `${text} · ${consortium()}` : consortium()
}

/**
 * Goes to a state: a new entry in the history, or the same one while typing.
 * @param {State} next @param {{ replace?: boolean, wait?: number, from?: string, isTyping?: boolean }} [options]
 */
const go = async (next, { replace = false, wait = 0, from, isTyping = false } = {}) => {
  rememberPlace()
  isTyped = isTyping
  const address = toAddress(next)
  if (replace) history.replaceState(place(history.state?.from), '', address)
  else history.pushState(place(from), '', address)
  const staysInPlace = next.view === 'search' && state.view === 'search' && next.page === state.page
  state = next
  await show(wait)
  // A filter that is ticked far down the list stays under the hand.
  if (!replace && !staysInPlace) scrollTo(0, 0)
}

/** @param {SearchState} next */
const change = (next) => go(next)

/** Draws the state that the address tells of. */
const show = async (wait = 0) => {
  document.body.dataset['view'] = state.view
  for (const view of ['home', 'search', 'work']) byId(view).hidden = view !== state.view
  if (state.view === 'work') return showWorkOf(state.id)
  leaveWork()
  const box = byId('q')
  if (box.value !== state.q && document.activeElement !== box) box.value = state.q
  setTitle(state.q.trim() || (state.view === 'search' ? t('results') : ''))
  if (state.view === 'home') {
    stopSearch()
    drawHome(byId('home'))
    return
  }
  await showSearch(state, { change, wait })
}

/** Whoever only searches does not load what shows a work. */
let leaveWork = () => {}

/** @param {string} id */
const showWorkOf = async (id) => {
  stopSearch()
  setTitle()
  const { showWork, stopWork } = await import('./work.js')
  // The reader may have gone elsewhere while it came.
  if (state.view !== 'work' || state.id !== id) return
  leaveWork = stopWork
  await showWork(id, { back, isFromSearch: history.state?.from === 'search', title: setTitle })
}

/** From a work to where the reader came from; a work that was opened by its address leads to the start. */
const back = () => {
  if (history.state?.from === 'search') history.back()
  else go({ ...emptySearch(), view: 'home' })
}

/** What the box holds in a state. @param {State} of */
const wordsOf = (of) => (of.view === 'work' ? '' : of.q)

const typed = () => {
  if (isComposing || !isReady) return
  const q = byId('q').value
  const before = state.view === 'work' ? emptySearch() : state
  const isCleared = q.trim() === '' && toAddress({ ...before, view: 'search', q: '', page: 1 }) === '/search'
  const next = /** @type {SearchState} */ ({ ...before, view: isCleared ? 'home' : 'search', q, page: 1 })
  if (toAddress(next) !== toAddress(state)) go(next, { replace: isTyped, wait: typingPause, isTyping: true })
}

const listenToBox = () => {
  const box = byId('q')
  // Somebody may have typed before this ran: their words stay.
  if (!box.value) box.value = wordsOf(state)
  box.addEventListener('compositionstart', () => {
    isComposing = true
  })
  box.addEventListener('compositionend', () => {
    isComposing = false
    typed()
    suggest()
  })
  box.addEventListener('input', () => {
    typed()
    if (!isComposing && isReady) suggest()
  })
  listenToList((text) => {
    box.value = text
    submit()
  })
  byId('box').addEventListener('submit', (/** @type {Event} */ event) => {
    event.preventDefault()
    if (isReady) submit()
  })
}

/** What stands in the box is meant as it is: an entry of its own in the history. */
const submit = () => {
  closeList()
  const q = byId('q').value
  const before = state.view === 'work' ? emptySearch() : state
  go(
    { ...before, view: q.trim() || state.view !== 'home' ? 'search' : 'home', q, page: 1 },
    { replace: state.view === 'search' && state.q === q },
  )
}

/** Links within the page keep it loaded; with a modifier key, they are the browser's. */
const listenToLinks = () =>
  document.addEventListener('click', (event) => {
    const link = /** @type {Element} */ (event.target).closest?.('a[data-inside], a#brand, a.skip')
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      return
    event.preventDefault()
    if (link.matches('.skip')) return byId('main').focus()
    const next = readAddress(new URL(/** @type {HTMLAnchorElement} */ (link).href))
    if (next.view !== 'work') byId('q').value = next.q
    else if (state.view === 'search') noteOpened(state.q, shownTotal())
    go(next, { from: state.view === 'work' ? '' : 'search' })
    if (next.view === 'home') byId('q').focus()
  })

const redraw = () => {
  applyToDocument()
  drawFoot()
  drawAccount(switchLanguage)
  resetSearch()
  return show()
}

const switchLanguage = async () => {
  await chooseLanguage(currentLanguage() === 'zh' ? 'en' : 'zh')
  await redraw()
  byId('language').focus({ preventScroll: true })
}

const drawFoot = () =>
  byId('foot').replaceChildren(el('span', {}, t('privacy')), ' ', el('a', { href: '/docs' }, t('api')))

const start = async () => {
  const hasReturned = takeTokenFromAddress()
  const members = loadMembers()
  listenToBox()
  if (state.view !== 'work') byId('q').focus()
  await loadWords()
  applyToDocument()
  drawFoot()
  drawAccount(switchLanguage)
  onSession(() => drawAccount(switchLanguage))
  listenToLinks()
  listenToKeys({ back, view: () => state.view })
  addEventListener('online', () => hasFailed() && show())
  addEventListener('hashchange', () => takeTokenFromAddress())
  const restore = startPlaces(async () => {
    state = readAddress(location)
    isTyped = false
    byId('q').value = wordsOf(state)
    await show()
  })
  // Names of members stand in results and filters: a short wait for them is better than names that change.
  await Promise.race([members, new Promise((resolve) => setTimeout(resolve, 400))])
  isReady = true
  await show()
  // What was typed while all this came is searched, and completed, as what is typed from now on.
  if (byId('q').value !== wordsOf(state)) {
    typed()
    suggest()
  }
  restore()
  if (hasReturned && state.view === 'work' && hasDraft(state.id))
    document.querySelector('.letter')?.scrollIntoView()
}

start()
