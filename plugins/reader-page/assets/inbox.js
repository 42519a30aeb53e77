import { getJson } from './api.js'
import { byId, el } from './dom.js'
import { dateTime, reasonOf, t, word } from './i18n.js'
import { signOut, token } from './session.js'

/** How many messages the reader has not seen; 0 where that cannot be known. @returns {Promise<number>} */
export const unreadCount = async () => {
  if (!token()) return 0
  const { unread } = await ask('/v1/me/inbox?limit=0').catch(() => ({ unread: 0 }))
  return unread
}

/** A token that is no longer good signs the reader out. @param {string} path @param {string} [method] */
const ask = (path, method = 'GET') =>
  getJson(path, { token: token(), method }).catch((problem) => {
    if (problem.status === 401) signOut()
    throw problem
  })

/** Answers to the reader, in a dialog of their own. @param {() => void} afterwards */
export const openInbox = async (afterwards) => {
  const dialog = byId('messages')
  const list = el('ul', { class: 'message-list' })
  const said = el('p', { role: 'status' }, t('loading'))
  const more = el('button', { type: 'button', hidden: true }, t('more'))
  const close = el(
    'button',
    { type: 'button', class: 'plain', on: { click: () => dialog.close() } },
    t('close'),
  )
  dialog.replaceChildren(
    el('div', { class: 'dialog-head' }, el('h2', { id: 'messages-title' }, t('messages')), close),
    said,
    list,
    more,
  )
  dialog.onclose = afterwards
  dialog.onclick = (/** @type {Event} */ event) => event.target === dialog && dialog.close()
  dialog.showModal()
  const load = async (/** @type {string} */ cursor) => {
    try {
      const page = await ask(`/v1/me/inbox?limit=20${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`)
      said.textContent = page.total === 0 ? t('noMessages') : ''
      list.append(...page.messages.map(message))
      more.hidden = page.cursor === undefined
      more.onclick = () => load(page.cursor)
      await markRead(page.messages)
    } catch (problem) {
      said.textContent = reasonOf(/** @type {any} */ (problem)) || t('unreachableDetail')
    }
  }
  await load('')
}

/** What is shown counts as read; one that cannot be marked stays unread and is shown so again. @param {any[]} messages */
const markRead = (messages) =>
  Promise.allSettled(
    messages
      .filter(({ readAt }) => readAt === undefined)
      .map(({ id }) => ask(`/v1/me/inbox/${encodeURIComponent(id)}/read`, 'POST')),
  )

/** @param {any} one */
const message = ({ case: about, kind, text, at, readAt }) =>
  el(
    'li',
    {},
    el(
      'p',
      { class: 'quiet' },
      el('b', {}, word('notices', kind)),
      ' · ',
      el('time', { datetime: at }, dateTime(at)),
      readAt === undefined && el('span', { class: 'trial' }, t('unread')),
    ),
    el('p', { class: 'message-text' }, text),
    el('p', { class: 'quiet' }, t('about', { id: about })),
  )
