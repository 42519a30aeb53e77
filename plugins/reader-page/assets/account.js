import { byId, el } from './dom.js'
import { currentLanguage, number, t } from './i18n.js'
import { openInbox, unreadCount } from './inbox.js'
import { signIn, signInPage, signOut, token } from './session.js'

/** The reader's corner: messages, sign-in, language. @param {() => void} switchLanguage */
export const drawAccount = (switchLanguage) => {
  const nav = byId('account')
  const language = el(
    'button',
    {
      type: 'button',
      class: 'plain',
      id: 'language',
      lang: currentLanguage() === 'zh' ? 'en' : 'zh-Hans',
      on: { click: switchLanguage },
    },
    t('otherLanguage'),
  )
  if (!token()) {
    nav.replaceChildren(...(signInPage() ? [button('sign-in', t('signIn'), signIn)] : []), language)
    return
  }
  const messages = button('inbox', t('messages'), () => openInbox(() => countUnread(messages)))
  nav.replaceChildren(messages, button('sign-out', t('signOut'), signOut), language)
  countUnread(messages)
}

/** @param {string} id @param {string} text @param {() => void} act */
const button = (id, text, act) =>
  el('button', { type: 'button', class: 'plain', id, on: { click: act } }, text)

/** @param {HTMLElement} messages */
const countUnread = async (messages) => {
  const unread = await unreadCount()
  messages.replaceChildren(
    t('messages'),
    ...(unread > 0 ? [el('span', { class: 'badge', 'aria-hidden': 'true' }, number(unread))] : []),
  )
  if (unread > 0) messages.setAttribute('aria-label', t('messagesUnread', { n: unread }))
  else messages.removeAttribute('aria-label')
}
